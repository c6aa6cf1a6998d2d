import type { Day } from "#lib/kernel/days.ts";
import type { Dealt } from "../card.ts";

const KEY = "askwell-today";
const NOTHING: Dealt = { people: [], owed: [] };

/** What this device has shown to this member on this day. Where nothing can be kept, the card is dealt anew each time. */
export function readDealt(memberId: string, day: Day): Dealt {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return kept?.memberId === memberId && kept.day === day ? kept.dealt : NOTHING;
  } catch {
    return NOTHING;
  }
}

export function keepDealt(memberId: string, day: Day, dealt: Dealt): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ memberId, day, dealt }));
  } catch {
    // A full or forbidden store: see above.
  }
}
