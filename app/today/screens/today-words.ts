import { capital, counted } from "#lib/web/words.ts";
import type { SuggestionView } from "../suggestion-view.ts";

/** The heading of Today: how much is left, as a sentence. `gifts` wait for one's yes or no; `others` below wait, null: not known yet. */
export function headingFor(people: number, owed: number, gifts = 0, others: number | null = 0): string {
  if (people > 0) return `${capital(counted(people, "conversation", "conversations"))}, then you are done`;
  if (owed > 0) return `${capital(counted(owed, "thing", "things"))} owed, then you are done`;
  if (gifts > 0) return `${capital(counted(gifts, "gift", "gifts"))} to decide about, then you are done`;
  if (others === null) return "Today";
  if (others > 0) return `${capital(counted(others, "more thing", "more things"))}, then you are done`;
  return "Done for today";
}

/** The last line. `more`: something waits that is not on the card. */
export function endingFor(left: number, more: boolean): string {
  const end = left > 0 ? "After these, close the laptop." : "Go and talk to somebody.";
  return more ? `${end} What else waits comes tomorrow.` : end;
}

/** What came of suggestions like this one; nothing while it is too early to say. */
export function chanceText(chance: SuggestionView["chance"]): string | null {
  if (chance.kind === "too-early") return null;
  const range = `${Math.round(100 * chance.low)} to ${Math.round(100 * chance.high)} %`;
  return `Of ${chance.n} suggestions like this one ${Math.round(chance.value * chance.n)} named someone (${range}).`;
}
