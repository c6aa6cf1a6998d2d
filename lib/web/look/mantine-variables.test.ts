import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../../..");

const ours = filesIn(join(here, ".."))
  .filter((path) => path.endsWith(".css"))
  .map((path) => readFileSync(path, "utf8"));
const theirs = [
  ...readFileSync(join(here, "../theme.ts"), "utf8").matchAll(/import "(@mantine\/[^"]+\.css)"/g),
].map((match) => readFileSync(join(root, "node_modules", match[1] ?? ""), "utf8"));

describe("the variables of the look", () => {
  const defined = new Set([...ours, ...theirs].flatMap((css) => names(css, /(--[\w-]+)\s*:/g)));
  // Set by components as style properties, not by a stylesheet.
  const setByComponents = /^--(button|input|loader|section|left-section|right-section)-/;

  it("are all defined somewhere, those of the component library too", () => {
    expect(theirs.length).toBeGreaterThan(3);
    const used = new Set([...ours, ...theirs].flatMap((css) => names(css, /var\(\s*(--[\w-]+)\s*[,)]/g)));
    expect([...used].filter((name) => !defined.has(name) && !setByComponents.test(name))).toEqual([]);
  });

  it("keep every colour in the palette", () => {
    const stray = filesIn(join(here, ".."))
      .filter((path) => path.endsWith(".css") && !path.endsWith("palette.css"))
      .filter((path) => /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/i.test(readFileSync(path, "utf8")));
    expect(stray).toEqual([]);
  });
});

function names(css: string, pattern: RegExp): string[] {
  return [...css.matchAll(pattern)].map((match) => match[1] ?? "");
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
}
