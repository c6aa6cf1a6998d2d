import { counted } from "#lib/web/words.ts";
import type { Measure } from "#team/measure.ts";
import type { DoneView } from "../done-view.ts";

const PARTS: readonly [Measure, (count: number) => string][] = [
  ["people-asked", (count) => `asked ${counted(count, "person", "people")}`],
  ["referrals-received", (count) => `got ${counted(count, "introduction", "introductions")}`],
  ["meetings-held", (count) => `held ${counted(count, "meeting", "meetings")}`],
  ["touches", (count) => `let ${counted(count, "person", "people")} hear from you`],
  ["referrals-given", (count) => `made ${counted(count, "introduction", "introductions")} for others`],
  ["meetings-scheduled", (count) => `arranged ${counted(count, "meeting", "meetings")}`],
  ["deals-closed", (count) => `won ${counted(count, "deal", "deals")}`],
];

/** "Done today: asked two people, let one person hear from you." Null where nothing is. */
export function doneText(done: DoneView["items"]): string | null {
  const counts = new Map(done.map(({ measure, count }) => [measure, count]));
  const parts = PARTS.flatMap(([measure, say]) => {
    const count = counts.get(measure) ?? 0;
    return count > 0 ? [say(count)] : [];
  });
  if (parts.length === 0) return null;
  return `Done today: ${listed(parts)}.`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
