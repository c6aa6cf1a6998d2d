/** The number of a choice, where the whole line is one: "2", "2.", "(2)". */
export function numberIn(line: string): number | null {
  const found = /^\(?(\d{1,2})[.)]?$/.exec(line.trim());
  return found ? Number(found[1]) : null;
}

/** As many as are read of one mail. */
export const MOST_TOLD = 12;
const LONGEST_TOLD = 500;

// What mail programs write above what they quote, in English and in German.
const QUOTED_FROM = [
  /^(on|am)\b.{3,200}\b(wrote|schrieb)\b.{0,120}:$/iu,
  /^.{0,120}\b(wrote|schrieb)\b.{0,60}(on|am)\b.{3,120}:$/iu,
  /^-{2,}\s*(original message|original-nachricht|ursprüngliche nachricht|forwarded message|weitergeleitete nachricht)\s*-{0,}$/iu,
  /^_{10,}$/u,
  /^(from|von):\s.*\S/iu,
];
const HEADERS = /^(to|an|sent|gesendet|date|datum|subject|betreff):\s/iu;
const SIGNATURE = /^--\s?$/u;
const SENT_FROM =
  /^(sent from my|sent with|get outlook for|gesendet von (meinem|mobile)|von meinem .{2,30} gesendet|diese nachricht wurde von meinem)/iu;
const GREETING =
  /^(hi|hello|hallo|hey|moin|dear|liebe[rs]?|guten (morgen|tag)|good morning)\b[^,.!]{0,30}[,.!]?$/iu;
// Alone, or with a name or a place behind it: "Viele Grüße aus Bremen", "Cheers, Mia".
const FAREWELL =
  /^(?:(?:(?:all my|all the|with) )?(?:best|kind|kindest|warm|warmest)(?: (?:regards|wishes))?|(?:sent )?(?:with )?regards|cheers|thanks(?: a lot| so much)?|thank you(?: very much)?|many thanks|(?:yours )?(?:sincerely|truly|faithfully)|yours|take care|talk soon|see you(?: soon)?|bye|ciao|tschüss|servus|bis (?:bald|dann|morgen)|danke(?: schön| dir| ihnen| euch)?|vielen dank|besten dank|(?:mit )?(?:(?:viele|vielen|beste|besten|liebe|lieben|herzliche|herzlichen|schöne|schönen|freundliche|freundlichen|sonnige|sonnigen|allerbeste)\s)?(?:grüße|grüßen|grüsse|grüssen|gruesse|gruessen|gruß|gruss)|[lv]g|b[rg]|mfg)(?: und (?:schönen|einen schönen) \p{L}+)?(?=$|[^\p{L}])/iu;
const BEHIND_FAREWELL = /^[\s,.!–-]*(?:(?:from|aus)\s)?(?:\p{Lu}[\p{L}.'’-]*[\s,.!]*){0,3}$/u;

function isFarewell(line: string): boolean {
  const found = FAREWELL.exec(line);
  return found !== null && BEHIND_FAREWELL.test(line.slice(found[0].length));
}

/** What somebody wrote above what they quote and above their signature, a line for each thing they tell. */
export function replyLines(text: string): string[] {
  const told: string[] = [];
  const lines = joined(text.replaceAll("\r\n", "\n").replaceAll("\u00a0", " ").split("\n").slice(0, 400));
  for (const [at, line] of lines.entries()) {
    if (line.startsWith(">")) break;
    if (QUOTED_FROM.some((begins) => begins.test(line)) && !isTold(line, lines[at + 1] ?? "")) break;
    if (SIGNATURE.test(line) || SENT_FROM.test(line)) break;
    if (isFarewell(line)) break;
    if (line === "" || (told.length === 0 && GREETING.test(line))) continue;
    told.push(line.replace(/^[-*•]\s+/u, "").slice(0, LONGEST_TOLD));
    if (told.length === MOST_TOLD) break;
  }
  return told;
}

/** "From: …" alone is something told; with a further header below, a mail is quoted. */
function isTold(line: string, next: string): boolean {
  return /^(from|von):/iu.test(line) && !HEADERS.test(next);
}

/** Trimmed; where "On … wrote:" was broken over two lines, in one. */
function joined(raw: readonly string[]): string[] {
  const lines = raw.map((line) => line.trim());
  const found: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [line = "", next = ""] = [lines[at], lines[at + 1]];
    const breaks = /^(on|am)\b.{3,200}$/iu.test(line) && /(wrote|schrieb)\b.{0,120}:$/iu.test(next);
    if (breaks && !/(wrote|schrieb)\b.{0,120}:$/iu.test(line)) {
      found.push(`${line} ${next}`);
      at += 1;
    } else found.push(line);
  }
  return found;
}
