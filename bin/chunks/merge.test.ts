import { describe, expect, it } from "vitest";
import { mergeModules, type Module, type Need } from "./merge.ts";

const REQUEST = 100;

const script = (bytes: number, ...imports: string[]): Module => ({ bytes, styled: false, imports });
const styles = (bytes: number): Module => ({ bytes, styled: true, imports: [] });
const need = (often: number, ...modules: string[]): Need => ({ often, modules: new Set(modules) });

function chunks(modules: Record<string, Module>, needs: Need[]): string[] {
  const merged = mergeModules(new Map(Object.entries(modules)), needs, REQUEST);
  return merged.map((ids) => ids.toSorted().join(" ")).toSorted();
}

describe("what goes together into one file", () => {
  it("is what the same needs fetch, however large", () => {
    const modules = { page: script(9_000), table: script(9_000), other: script(9_000) };
    expect(chunks(modules, [need(1, "page", "table"), need(1, "other")])).toEqual(["other", "page table"]);
  });

  it("is what a request costs more than the bytes that a page does not use", () => {
    const modules = { one: script(9_000), other: script(9_000), both: script(50) };
    expect(chunks(modules, [need(1, "one", "both"), need(1, "other", "both")])).toEqual([
      "both",
      "one",
      "other",
    ]);
    const small = { one: script(9_000), other: script(90), both: script(50) };
    expect(chunks(small, [need(1, "one", "both"), need(1, "other", "both")])).toEqual(["both other", "one"]);
  });

  it("follows what is opened often", () => {
    const modules = { today: script(150), seldom: script(150), both: script(900) };
    const seldom = need(1, "seldom", "both");
    expect(chunks(modules, [need(1, "today", "both"), seldom])).toEqual(["both", "seldom", "today"]);
    expect(chunks(modules, [need(5, "today", "both"), seldom])).toEqual(["both today", "seldom"]);
  });

  it("counts the style sheet beside a chunk as a file", () => {
    const sheets = { one: styles(150), both: styles(900) };
    const scripts = { one: script(150), both: script(900) };
    const needs = [need(1, "one", "both"), need(1, "both")];
    expect(chunks(scripts, needs)).toEqual(["both", "one"]);
    expect(chunks(sheets, needs)).toEqual(["both one"]);
  });

  it("leaves out what nobody needs", () => {
    expect(chunks({ page: script(10), unused: script(10) }, [need(1, "page")])).toEqual(["page"]);
  });

  it("never waits for itself through another file", () => {
    const needs = [need(1, "page", "middle", "ground"), need(1, "middle", "ground"), need(1, "ground")];
    const page = { ...styles(10), imports: ["middle"] };
    const apart = { page, middle: script(9_000), ground: styles(10) };
    expect(chunks(apart, needs)).toEqual(["ground page", "middle"]);
    expect(chunks({ ...apart, middle: script(9_000, "ground") }, needs)).toEqual([
      "ground",
      "middle",
      "page",
    ]);
  });
});
