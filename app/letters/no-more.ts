/**
 * Whether somebody says in a reply that they want no more letters. Only their own first words are looked at: what they quote has our
 * own "Unsubscribe" at its end. It is pointed out to a person, who decides.
 */
export function saysNoMore({ subject, text }: { subject: string; text: string }): boolean {
  return NO_MORE.test(`${subject}\n${ownWords(text)}`);
}

const NO_MORE =
  /unsubscrib|opt[ -]?out|remove me|take me off|(?:stop|no more) (?:sending|e-?mails?|mails?|letters?|newsletters?)|abmelden|abbestell|austragen|(?:von|aus) (?:der|ihrer|eurer|deiner|dem|ihrem) (?:liste|verteiler|mailing)|keine (?:weiteren )?(?:e-?mails?|mails|briefe|rundbriefe|newsletter)/i;
const QUOTE_BEGINS = /^\s*(?:>|-{2,}|_{5,}|(?:from|von|sent|gesendet): |(?:on|am) .*(?:wrote|schrieb))/i;
const MOST_LINES = 12;

function ownWords(text: string): string {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => QUOTE_BEGINS.test(line));
  return lines.slice(0, end === -1 ? MOST_LINES : Math.min(end, MOST_LINES)).join("\n");
}
