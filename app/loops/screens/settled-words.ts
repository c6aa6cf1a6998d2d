import { whenText } from "#lib/kernel/day-words.ts";
import { moneyText } from "#lib/web/words.ts";
import type { DutyView } from "../duty-view.ts";
import { HOW_WORDS } from "../duty-words.ts";

/** "thanked by a handwritten note yesterday", "let go: she was there". */
export function settledText(
  { how, letGoWhy, day, gift }: NonNullable<DutyView["settled"]>,
  today: string,
): string {
  if (letGoWhy !== null || how === null) return `let go: ${letGoWhy}`;
  const which = gift === null ? "" : ` (${gift.what}, ${moneyText(gift.value)})`;
  return `${HOW_WORDS[how]}${which} ${whenText(day, today)}`;
}
