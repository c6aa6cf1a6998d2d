/** What a mail server found out about a message, by one method (RFC 8601). */
export interface AuthenticationResult {
  method: string;
  result: string;
  /** "header.from", "smtp.mailfrom", "reason"; names in small letters. */
  properties: Map<string, string>;
}

const SERVER = /^\s*([^\s=;]+)(?:\s+\d+)?\s*$/;
const METHOD = /^\s*([a-z][a-z0-9-]*)(?:\s*\/\s*\d+)?\s*=\s*([a-z]+)(?=\s|$)/i;
// A quoted string is its place among all of them, in quotes.
const PROPERTY = /^\s+([a-z][a-z0-9-]*(?:\s*\.\s*[a-z0-9_-]+)?)\s*=\s*((?:[^\s"]|"\d+")*)/i;

/** Who says so: the name that such a header begins with. Null where it has none. */
export function serverIn(text: string): string | null {
  const { bare, quoted } = withoutQuotes(text);
  const [, name = ""] = SERVER.exec(bare.split(";", 1)[0] ?? "") ?? [];
  return name === "" ? null : restored(name, quoted).toLowerCase();
}

/**
 * Its results; null where it is not well-formed. Senders have a say in what stands there (the name in an envelope, a HELO): what is
 * within quotes or comments is never a result, and a header that may be read in two ways says nothing.
 */
export function resultsIn(text: string): AuthenticationResult[] | null {
  const { bare, quoted, isWhole } = withoutQuotes(text);
  const [server = "", ...parts] = bare.split(";");
  if (!isWhole || !SERVER.test(server)) return null;
  const said = parts.filter((part, at) => part.trim() !== "" || at < parts.length - 1);
  if (said.length === 1 && said[0]?.trim().toLowerCase() === "none") return [];
  const results = said.flatMap((part) => resultIn(part, quoted) ?? []);
  const dmarc = results.filter(({ method }) => method === "dmarc");
  return results.length < said.length || dmarc.length > 1 ? null : results;
}

function resultIn(part: string, quoted: readonly string[]): AuthenticationResult | null {
  const [head, method = "", result = ""] = METHOD.exec(part) ?? [];
  if (head === undefined) return null;
  const properties = new Map<string, string>();
  let rest = part.slice(head.length);
  while (rest.trim() !== "") {
    const [whole, name = "", value = ""] = PROPERTY.exec(rest) ?? [];
    const key = name.replaceAll(/\s/g, "").toLowerCase();
    if (whole === undefined || properties.has(key)) return null;
    properties.set(key, restored(value, quoted));
    rest = rest.slice(whole.length);
  }
  return { method: method.toLowerCase(), result: result.toLowerCase(), properties };
}

interface Bare {
  /** A space for each comment, and for each quoted string its place among them, in quotes. */
  bare: string;
  quoted: string[];
  /** Every quote and comment that begins also ends. */
  isWhole: boolean;
}

function withoutQuotes(text: string): Bare {
  const quoted: string[] = [];
  let [bare, word, depth, inQuotes, isWhole] = ["", "", 0, false, true];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string;
    const isEscape = sign === "\\" && (inQuotes || depth > 0);
    if (isEscape) at += 1;
    if (inQuotes) {
      if (isEscape) word += text[at] ?? "";
      else if (sign === '"') {
        bare += `"${quoted.push(word) - 1}"`;
        [word, inQuotes] = ["", false];
      } else word += sign;
    } else if (sign === "(" && !isEscape) {
      depth += 1;
      bare += " ";
    } else if (depth > 0) depth -= sign === ")" && !isEscape ? 1 : 0;
    else if (sign === '"') inQuotes = true;
    else {
      isWhole &&= sign !== ")" && sign !== "\\";
      bare += sign;
    }
  }
  return { bare, quoted, isWhole: isWhole && depth === 0 && !inQuotes };
}

function restored(value: string, quoted: readonly string[]): string {
  return value.replaceAll(/"(\d+)"/g, (_, at: string) => quoted[Number(at)] ?? "");
}
