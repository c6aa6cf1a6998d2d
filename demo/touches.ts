import { addDays } from "#lib/kernel/days.ts";
import type { Tier } from "#touches/rhythm.ts";
import { onWorkday, type Life } from "./story.ts";

const TOUCHES = [
  { kind: "handwritten-note", words: "Congratulations on the new hall." },
  { kind: "article", words: "How others plan shifts without paper." },
  { kind: "call", words: null },
  { kind: "visit", words: "Walked through the warehouse with them." },
  { kind: "event-invitation", words: "Our evening at the harbour." },
] as const;

/** The first clients of each rep matter most. */
const TIERS: readonly Tier[] = ["A", "B", "B", "C", "C", "C"];
const TIERS_SAID_DAYS = 200;
/** A review each quarter with those who matter most; the next is due soon. */
const REVIEWS_DAYS = [172, 81];

/** Who matters most, their reviews, and what people had from us besides. No dice, so that the rest stays as it is. */
export function tellOfTouches(life: Life): void {
  const { scenes, sources, today } = life;
  const on = (daysAgo: number) => onWorkday(addDays(today, -daysAgo));
  const known = sources.filter(({ since, stopped }) => !stopped && since < addDays(today, -TIERS_SAID_DAYS));
  for (const [by, theirs] of Map.groupBy(known, (source) => source.by)) {
    const accounts = [...Map.groupBy(theirs, (source) => source.account)];
    for (const [at, [account, [first]]] of accounts.entries()) {
      const tier = TIERS[at];
      if (tier === undefined || first === undefined) break;
      scenes.push({ what: "tier", day: on(TIERS_SAID_DAYS), by, account, tier });
      if (tier !== "A") continue;
      for (const daysAgo of REVIEWS_DAYS)
        scenes.push({
          what: "touch",
          day: on(daysAgo),
          by,
          person: first.person,
          kind: "account-review",
          words: "The quarter, and what comes next.",
        });
    }
  }
  for (const [at, { by, person }] of known.entries()) {
    if (at % 2 === 1) continue;
    const touch = TOUCHES[(at / 2) % TOUCHES.length]!;
    scenes.push({ what: "touch", day: on(12 + ((at * 17) % 150)), by, person, ...touch });
  }
}
