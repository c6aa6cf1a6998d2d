import { inHtml } from "#lib/kernel/in-html.ts";
import { Marked, type Token, type Tokens } from "marked";

/**
 * A letter's Markdown as it is shown and as it is sent: the same HTML in both. HTML in it is text; links lead to the web or to a
 * mailbox and nowhere else; pictures become links, so that nothing is fetched when somebody opens a letter.
 */
export function htmlOf(markdown: string): string {
  return marked.parse(plainMarkdown(markdown), { async: false });
}

/** The same for programs that show no HTML, and for people who read none. */
export function textOf(markdown: string): string {
  return `${blocksAsText(marked.lexer(plainMarkdown(markdown)))
    .join("\n\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

/** An address that a letter may lead to, as it stands in HTML; null for all others. */
export function safeAddress(address: string): string | null {
  const trimmed = address.trim();
  // Nothing that a browser would leave out before it looks at the scheme.
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\\"'<>`]/.test(trimmed)) return null;
  if (/^mailto:[^\s@]+@[^\s@]+$/i.test(trimmed)) return trimmed;
  if (!/^https?:\/\//i.test(trimmed)) return null;
  try {
    const { hostname, username, password } = new URL(trimmed);
    return hostname !== "" && username === "" && password === "" ? trimmed : null;
  } catch {
    return null;
  }
}

// Deeper than anybody writes; a parser that calls itself must end somewhere.
const DEEPEST_QUOTE = 20;
const DEEPEST_LIST = 60;

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    html: ({ text }) => inHtml(text),
    image: ({ href, text }) => linkTo(href, inHtml(text || "picture")),
    link({ href, tokens }) {
      return linkTo(href, this.parser.parseInline(tokens));
    },
    code: ({ text }) => `<pre>${inHtml(text)}</pre>\n`,
    checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
    heading({ tokens, depth }) {
      // The subject is the letter's first heading.
      const level = Math.min(6, depth + 1);
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
    },
  },
});

function linkTo(href: string, words: string): string {
  const address = safeAddress(href);
  return address === null ? words : `<a href="${inHtml(address)}">${words}</a>`;
}

/** Without what could make the parser run on and on. */
function plainMarkdown(markdown: string): string {
  return markdown
    .replaceAll("\0", "")
    .replaceAll(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => {
      const start = /^[>\s*+-]*/.exec(line)?.[0] ?? "";
      const deep = start.length > DEEPEST_LIST || start.split(">").length - 1 > DEEPEST_QUOTE;
      return deep ? line.slice(start.length) : line;
    })
    .join("\n");
}

function blocksAsText(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    const text = blockAsText(token as MarkedBlock);
    return text === null ? [] : [text];
  });
}

type MarkedBlock =
  | Tokens.Heading
  | Tokens.Paragraph
  | Tokens.Text
  | Tokens.Blockquote
  | Tokens.List
  | Tokens.Code
  | Tokens.Table
  | Tokens.HTML
  | Tokens.Hr
  | Tokens.Space
  | Tokens.Def;

function blockAsText(token: MarkedBlock): string | null {
  switch (token.type) {
    case "heading": {
      const words = inlineAsText(token.tokens);
      return token.depth <= 2 ? `${words}\n${(token.depth === 1 ? "=" : "-").repeat(words.length)}` : words;
    }
    case "paragraph":
      return inlineAsText(token.tokens);
    case "text":
      return "tokens" in token && token.tokens ? inlineAsText(token.tokens) : token.text;
    case "blockquote":
      return behind("> ", blocksAsText(token.tokens ?? []).join("\n\n"));
    case "list":
      return listAsText(token);
    case "code":
      return behind("    ", token.text);
    case "table":
      return [token.header, ...token.rows]
        .map((row) => row.map((cell) => inlineAsText(cell.tokens)).join(" | "))
        .join("\n");
    case "html":
      return token.text.trim();
    case "hr":
      return "-----";
    default:
      return null;
  }
}

function listAsText({ items, ordered, start }: Tokens.List): string {
  return items
    .map((item, at) => {
      const mark = ordered ? `${(start || 1) + at}. ` : "- ";
      const box = item.task ? (item.checked ? "[x] " : "[ ] ") : "";
      const inside = blocksAsText(item.tokens).join("\n");
      return `${mark}${box}${inside.replaceAll("\n", `\n${" ".repeat(mark.length)}`)}`;
    })
    .join("\n");
}

function behind(mark: string, text: string): string {
  return text
    .split("\n")
    .map((line) => `${mark}${line}`.trimEnd())
    .join("\n");
}

type MarkedInline =
  | Tokens.Text
  | Tokens.Escape
  | Tokens.Strong
  | Tokens.Em
  | Tokens.Del
  | Tokens.Link
  | Tokens.Image
  | Tokens.Codespan
  | Tokens.Br
  | Tokens.Tag
  | Tokens.Checkbox;

function inlineAsText(tokens: readonly Token[] | undefined): string {
  return (tokens ?? [])
    .map((each) => {
      const token = each as MarkedInline;
      switch (token.type) {
        case "br":
          return "\n";
        case "link":
          return withAddress(inlineAsText(token.tokens), token.href);
        case "image":
          return withAddress(token.text || "picture", token.href);
        case "strong":
        case "em":
        case "del":
          return inlineAsText(token.tokens);
        case "checkbox":
          return "";
        default:
          return "tokens" in token && token.tokens ? inlineAsText(token.tokens) : token.text;
      }
    })
    .join("");
}

/** "our report (https://…)"; an address alone stands once. */
function withAddress(words: string, href: string): string {
  const address = safeAddress(href);
  if (address === null || address === words || address === `mailto:${words}`) return words;
  return `${words} (${address.replace(/^mailto:/i, "")})`;
}
