import { addDays } from "#lib/kernel/days.ts";
import { onWorkday, type Life } from "./story.ts";

/** What they gave, and why. */
const SAID = [
  { score: 10, why: "They saved us a week each month, and kept every date." },
  { score: 9, why: "Good people. We would choose them again." },
  { score: 8, why: null },
  { score: 9, why: "The night shift plans itself now." },
  { score: 7, why: "Good work; answers could come faster." },
  { score: 10, why: null },
  { score: 8, why: "Does what it should." },
] as const;
const INTRODUCE = "If it works for our neighbours in the harbour, too.";
const MANY = 24;

/** Report cards that clients answered over the last year, and one that waits. No dice. */
export function tellOfReportCards(life: Life): void {
  const { scenes, sources, today } = life;
  const on = (daysAgo: number) => onWorkday(addDays(today, -daysAgo));
  const known = sources.filter(({ since, stopped }) => !stopped && since < addDays(today, -30));
  const clients = [...Map.groupBy(known, ({ account }) => account).values()].flatMap(
    ([first]) => first ?? [],
  );
  for (const [at, { by, person, since }] of clients.slice(0, MANY).entries()) {
    const daysAgo = 8 + ((at * 13) % 320);
    const day = on(daysAgo);
    if (day <= since) continue;
    const { score, why } = SAID[at % SAID.length]!;
    const introduce = at % 3 === 0 ? INTRODUCE : null;
    scenes.push({ what: "report-card", day, by, person, said: { score, why, introduce } });
  }
  const waiting = clients[MANY];
  if (waiting)
    scenes.push({ what: "report-card", day: on(3), by: waiting.by, person: waiting.person, said: null });
}
