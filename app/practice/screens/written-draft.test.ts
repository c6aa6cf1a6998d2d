import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetDraft, keepDraft, keptDraft } from "./written-draft.ts";

/** What of a browser's store is used here: its keys are its own. */
function storeOf(kept: Record<string, string>): object {
  const methods = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, text: string) => void (kept[key] = text),
    removeItem: (key: string) => void delete kept[key],
  };
  return new Proxy(kept, { get: (_, key) => Reflect.get(methods, key) });
}

let kept: Record<string, string>;
beforeEach(() => {
  kept = {};
  vi.stubGlobal("localStorage", storeOf(kept));
});
afterEach(() => vi.unstubAllGlobals());

it("is shown to whoever wrote it, and to nobody after them on the same device", () => {
  keepDraft("mia", "ask-delivered-controller", "Ilse, whom should I meet?");
  expect(keptDraft("mia", "ask-delivered-controller")).toBe("Ilse, whom should I meet?");
  expect(keptDraft("jonas", "ask-delivered-controller")).toBe("");
  forgetDraft("jonas", "ask-delivered-controller");
  expect(keptDraft("mia", "ask-delivered-controller")).not.toBe("");
  forgetDraft("mia", "ask-delivered-controller");
  expect(keptDraft("mia", "ask-delivered-controller")).toBe("");
});

it("drops what stood there under nobody's name", () => {
  kept["askwell-rehearsal ask-delivered-controller"] = "Somebody's";
  kept["askwell-practice-notes mia ask-delivered-controller"] = "Mia's";
  expect(keptDraft("jonas", "give")).toBe("");
  expect(Object.keys(kept)).toEqual(["askwell-practice-notes mia ask-delivered-controller"]);
});

it("is nothing where the browser keeps nothing", () => {
  vi.stubGlobal("localStorage", undefined);
  keepDraft("mia", "give", "A line");
  expect(keptDraft("mia", "give")).toBe("");
});
