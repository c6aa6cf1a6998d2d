import { addDays } from "#lib/kernel/days.ts";
import type { Life } from "./story.ts";

/** How long ago an ask may be whose page still opens. */
const RECENT_DAYS = 50;

/**
 * Pages that sources got with the lines to pass on: of Mia's asks one that waits, one on which somebody was ruled out, and one
 * that tells what became of it. No dice, so that the rest stays as it is.
 */
export function tellOfSourcePages(life: Life): void {
  const { scenes, today } = life;
  const since = addDays(today, -RECENT_DAYS);
  const mias = scenes.flatMap((scene) =>
    scene.what === "ask" && scene.by === "mia" && scene.day > since && scene.day < today ? [scene] : [],
  );
  const latest = mias.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  const thinking = latest.filter(({ outcome }) => outcome === "will-think");
  const introduced = new Set(
    scenes.flatMap((scene) => (scene.what === "referral" && scene.level > 0 ? [scene.ask] : [])),
  );
  const named = latest.filter(({ key }) => introduced.has(key));
  const pageOf = (ask: (typeof latest)[number]) =>
    ({ what: "source-page", day: ask.day, by: ask.by, ask: ask.key, whom: ask.forWhom }) as const;
  const [waits, rules] = thinking;
  const met = named.find(({ day }) => day < addDays(today, -14)) ?? named[0];
  if (waits) scenes.push({ ...pageOf(waits), told: null, rulesOut: null });
  if (rules)
    scenes.push({ ...pageOf(rules), told: null, rulesOut: "We used to work together; I would rather not." });
  if (met)
    scenes.push({
      ...pageOf(met),
      told: "We had a good first talk, and I keep you posted. Thank you for the word you put in.",
      rulesOut: null,
    });
}
