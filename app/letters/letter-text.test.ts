import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { htmlOf, safeAddress, textOf } from "./letter-text.ts";

const TAGS = /<\/?([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>/gi;
const HARMLESS = new Set(
  "p h1 h2 h3 h4 h5 h6 ul ol li strong em del a pre code blockquote br hr table thead tbody tr th td".split(
    " ",
  ),
);
/** The tags in it that a letter may not have, and the attributes besides those of links, lists and tables. */
function harmIn(html: string): string[] {
  return [...html.matchAll(TAGS)].flatMap(([whole, name = "", attributes = ""]) => {
    if (!HARMLESS.has(name.toLowerCase())) return [whole];
    const rest = attributes
      .replaceAll(/\s(?:start="\d+"|align="(?:left|right|center)")/g, "")
      .replace(/^\shref="(?:https?:|mailto:)[^"]*"$/i, "");
    return rest.trim() === "" ? [] : [whole];
  });
}

describe("the HTML of a letter", () => {
  it.each([
    ["**bold** and *slanted*", "<p><strong>bold</strong> and <em>slanted</em></p>\n"],
    ["# One\n\n## Two", "<h2>One</h2>\n<h3>Two</h3>\n"],
    ["one\ntwo", "<p>one<br>two</p>\n"],
    [
      "[read on](https://a.example/b?c=1&d=2)",
      '<p><a href="https://a.example/b?c=1&amp;d=2">read on</a></p>\n',
    ],
    ["<mia@a.example>", '<p><a href="mailto:mia@a.example">mia@a.example</a></p>\n'],
    ["- [x] done", "<ul>\n<li>☑ done</li>\n</ul>\n"],
  ])("%s", (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });

  it.each([
    "<script>alert(1)</script>",
    "a <img src=x onerror=alert(1)> b",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\nscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//evil.example)",
    "[x](https://user:word@evil.example)",
    '[x](https://a.example/"onmouseover="alert(1))',
    "[x](<https://a.example/ onmouseover=alert(1)>)",
    '[x](https://a.example "title" onclick=alert(1))',
    "![x](https://tracker.example/pixel.gif)",
    "![x](javascript:alert(1))",
    "![<script>](https://a.example/x)",
    '```"><script>alert(1)</script>\n<b>x</b>\n```',
    "`<b>`",
    "<style>p{background:url(https://tracker.example)}</style>",
    "<!-- <img src=x> -->",
    "<svg/onload=alert(1)>",
    "<math><mtext></mtext></math>",
    "| a | <img src=x> |\n|---|---|\n| <script>x</script> | b |",
    "[a]: javascript:alert(1)\n\n[a]",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<iframe srcdoc='<script>x</script>'></iframe>",
  ])("holds nothing that runs or is fetched: %s", (markdown) => {
    const html = htmlOf(markdown);
    expect(harmIn(html)).toEqual([]);
    expect(html).not.toMatch(/<(?:img|script|style|iframe|svg)/i);
  });

  it("holds nothing harmful whatever is typed", () => {
    const piece = fc.constantFrom(
      ..."< > \" ' ` [ ] ( ) ! * _ # - & ; : / \\ \n javascript: https://a.example data: <img <script> onerror= ![x] <a href=".split(
        " ",
      ),
    );
    const typed = fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 40 });
    fc.assert(
      fc.property(typed, (pieces) => {
        expect(harmIn(htmlOf(pieces.join("")))).toEqual([]);
        expect(typeof textOf(pieces.join(""))).toBe("string");
      }),
      { numRuns: 2_000 },
    );
  });

  it("comes to an end on what is nested without end", () => {
    for (const deep of [
      ">".repeat(50_000),
      "- ".repeat(20_000),
      "*".repeat(50_000),
      "[".repeat(20_000),
      "_a ".repeat(20_000),
    ]) {
      const began = performance.now();
      expect(harmIn(htmlOf(deep))).toEqual([]);
      textOf(deep);
      expect(performance.now() - began).toBeLessThan(5_000);
    }
  });
});

describe("the plain words of a letter", () => {
  it("say the same as the HTML, with addresses where links lead", () => {
    const markdown = [
      "# Hello",
      "",
      "Three **plants** [share](https://a.example) it.",
      "",
      "1. one",
      "2. two",
      "   - inside",
      "",
      "> said",
      "",
      "![a plant](https://a.example/p.png)",
      "",
      "<b>as typed</b>",
    ].join("\n");
    expect(textOf(markdown)).toBe(
      [
        "Hello",
        "=====",
        "",
        "Three plants share (https://a.example) it.",
        "",
        "1. one",
        "2. two",
        "   - inside",
        "",
        "> said",
        "",
        "a plant (https://a.example/p.png)",
        "",
        "<b>as typed</b>",
        "",
      ].join("\n"),
    );
  });
});

it.each([
  ["https://a.example/x?y#z", true],
  ["http://a.example", true],
  ["mailto:a@b.example", true],
  [" https://a.example ", true],
  ["javascript:alert(1)", false],
  ["https:a.example", false],
  ["https://", false],
  ["https://a.example/\u0000", false],
  ["mailto:a@b.example, c@d.example", false],
])("an address that a letter may lead to: %s", (address, may) => {
  expect(safeAddress(address) !== null).toBe(may);
});
