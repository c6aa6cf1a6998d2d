import { capital, counted } from "#lib/web/words.ts";

/** The heading of Today: how much is left, as a sentence. `more`: there is more than what is shown. */
export function headingFor(left: number, more: boolean): string {
  if (left === 0) return "Done for today";
  if (more) return "A good handful, then you are done";
  return `${capital(counted(left, "conversation", "conversations"))}, then you are done`;
}
