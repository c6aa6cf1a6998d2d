import { describe, expect, it } from "vitest";
import { kindOf, outsideAddress, tokenIn, type LinkKind } from "./link-kinds.ts";

const ALL: LinkKind[] = ["page", "letters", "card", "line"];

describe("what a link opens", () => {
  it.each(ALL)("is read from the address again: %s", (kind) => {
    const [before, link = ""] = outsideAddress("https://ask.example/", kind, "abc_-9").split("#");
    expect(before).toBe("https://ask.example/for");
    expect(kindOf(link)).toBe(kind);
    expect(tokenIn(kind, link)).toBe("abc_-9");
    for (const other of ALL.filter((each) => each !== kind)) expect(tokenIn(other, link)).toBeNull();
  });
  it("is a page where no kind is named, or one that is not known", () => {
    expect(kindOf("")).toBe("page");
    expect(kindOf("x.abc")).toBe("page");
    expect(tokenIn("page", "rabc")).toBe("rabc");
  });
});
