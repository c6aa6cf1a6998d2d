import PostalMime from "postal-mime";

const MOST_CHARACTERS = 100_000;
// Markup around the words that are kept.
const MOST_HTML = 1_000_000;
const SILENT = ["style", "script", "title", "noscript"] as const;

/** The words of a message as they are kept: lines ended by a line feed, without what no reader sees, cut at 100,000 characters. */
export function cleanWords(text: string): string {
  return cut(text, MOST_CHARACTERS)
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{C}\n\t]/gu, "")
    .trim();
}

/** One line of it: a subject, a name. */
export function cleanLine(text: string, longest: number): string {
  const line = cut(text, 4 * longest).replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ");
  return cut(line.trim(), longest);
}

/** The words of an HTML page, by the converter that also joins the parts of a message. */
export async function wordsOfHtml(html: string): Promise<string> {
  const bare = SILENT.reduce(without, html.slice(0, MOST_HTML)).replaceAll(
    /<(?=blockquote|\/div)/gi,
    "<br><",
  );
  const body = Buffer.from(bare.toWellFormed()).toString("base64");
  const parts = ["Content-Type: multipart/mixed; boundary=b", "", "--b", "", "", "--b"];
  const page = [
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    body,
    "--b--",
  ];
  const { text = "" } = await PostalMime.parse([...parts, ...page, ""].join("\r\n"));
  return text.trim();
}

/** Once through the text, however often such an element begins and does not end. */
function without(html: string, element: string): string {
  const begins = new RegExp(`<${element}(?=[\\s>/])`, "gi");
  const ends = new RegExp(`</${element}\\s*>`, "gi");
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    begins.lastIndex = at;
    const begin = begins.exec(html);
    ends.lastIndex = begin?.index ?? 0;
    const end = begin && ends.exec(html);
    kept.push(html.slice(at, begin?.index));
    if (!begin || !end) return kept.join("");
    at = ends.lastIndex;
  }
}

/** Without half a character at its end. */
function cut(text: string, longest: number): string {
  return text.length > longest ? text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, "") : text;
}
