import { forwardedDate } from "./forwarded-date.ts";
import type { MailName } from "./incoming.ts";

/** What a mail program writes above a message that it forwards within its own words. Nobody vouches for it. */
export interface ForwardedWords {
  from: MailName;
  to: MailName[];
  cc: MailName[];
  subject: string;
  date: Date | null;
}

type Label = "from" | "to" | "cc" | "subject" | "date" | "other";

// As mail programs write them in English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish, Danish and Polish.
const LABELS: Record<string, Label> = {
  ...labelled("from", "from", "von", "de", "expéditeur", "da", "mittente", "van", "från", "fra", "od"),
  ...labelled("to", "to", "an", "à", "a", "para", "destinataire", "destinatario", "aan", "till", "til", "do"),
  ...labelled("cc", "cc", "kopie", "copie à", "copia", "kopia"),
  ...labelled(
    "subject",
    "subject",
    "betreff",
    "objet",
    "asunto",
    "oggetto",
    "onderwerp",
    "assunto",
    "ämne",
    "emne",
    "temat",
  ),
  ...labelled(
    "date",
    "date",
    "sent",
    "gesendet",
    "datum",
    "envoyé",
    "fecha",
    "enviado",
    "data",
    "inviato",
    "verzonden",
    "skickat",
    "sendt",
    "wysłano",
  ),
  ...labelled("other", "reply-to", "antwort an", "bcc", "importance", "priorität"),
};

const LINE = /^[>\s]*\*{0,2}(\p{L}[\p{L} -]{0,20}?)\s?:\*{0,2}\s*(.*)$/u;
const FAR = 400;

/**
 * The first such head among the words: lines that follow each other, with one that says from whom. Null where there is none. A date in
 * it is of `timeZone` where it says no other.
 */
export function forwardedWords(text: string, timeZone: string): ForwardedWords | null {
  const lines = text.split("\n", FAR);
  for (let at = 0; at < lines.length; at += 1) {
    if (labelIn(lines[at])?.label === "from") {
      const found = headAt(lines, at, timeZone);
      if (found) return found;
    }
  }
  return null;
}

function headAt(lines: readonly string[], from: number, timeZone: string): ForwardedWords | null {
  let first = from;
  while (first > 0 && from - first < 4 && labelIn(lines[first - 1])) first -= 1;
  const said = new Map<Label, string>();
  let last: Label | null = null;
  for (const line of lines.slice(first, first + 30)) {
    const found = labelIn(line);
    // A long list of recipients goes on in the next line.
    if (!found && last && (last === "to" || last === "cc") && line.includes("@"))
      said.set(last, `${said.get(last)} ${line}`);
    else if (!found) break;
    else {
      last = found.label;
      if (!said.has(last)) said.set(last, found.value);
    }
  }
  const [sender] = addressesOf(said.get("from") ?? "");
  if (!sender || !(said.has("to") || said.has("subject") || said.has("date"))) return null;
  return {
    from: sender,
    to: addressesOf(said.get("to") ?? ""),
    cc: addressesOf(said.get("cc") ?? ""),
    subject: said.get("subject")?.trim() ?? "",
    date: forwardedDate(said.get("date") ?? "", timeZone),
  };
}

function labelIn(line: string | undefined): { label: Label; value: string } | null {
  const [, word = "", value = ""] = LINE.exec(line?.slice(0, 5_000) ?? "") ?? [];
  const label = LABELS[word.toLowerCase()];
  return label ? { label, value } : null;
}

/** "Anna Albers <anna@albers.example>", "anna@albers.example", "Anna Albers [mailto:anna@albers.example]". */
function addressesOf(text: string): MailName[] {
  return text
    .slice(0, 5_000)
    .split(/[,;](?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .flatMap((each) => {
      const [whole, address] =
        /[<[(]?(?:mailto:)?([^\s@<>[\]()"',;:]+@[^\s@<>[\]()"',;:]+)[>\])]?/i.exec(each) ?? [];
      if (!whole || !address) return [];
      const name = each.slice(0, each.indexOf(whole)).replaceAll(/["*]/g, "").trim();
      return [{ name: name.slice(0, 200), address: address.toLowerCase() }];
    });
}

function labelled(label: Label, ...words: string[]): Record<string, Label> {
  return Object.fromEntries(words.map((word) => [word, label]));
}
