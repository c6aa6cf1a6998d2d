import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { CALENDAR } from "./calendar.ts";
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
/** What would make them glad to introduce us; in the language they think in. */
const INTRODUCE = [
  "If it works for our neighbours in the harbour, too.",
  "You only have to ask. Nobody ever did.",
  "A short text that I can simply forward.",
  "Wenn ich höre, was aus der Empfehlung geworden ist.",
  "As long as nobody is pushy with people I know.",
  "Once the second hall is finished.",
  "Results that I can show on one page.",
  "Sie haben jeden Termin gehalten. Das reicht mir.",
  "Tell me whom you have in mind: which situation, which kind of company.",
  "Wenn es mich keinen Aufwand kostet.",
] as const;
/** Of the last quarter that has ended: enough to say how likely they are to recommend us. */
const MANY_IN_QUARTER = 24;
const MANY = 8;
/** Cards go out twice a year. */
const HALF_A_YEAR = 26 * 7;
const EARLIER = [1, 2];

/** Report cards that clients answered, most of them in the last whole quarter, and half a year and a year before that, and one that waits. No dice. */
export function tellOfReportCards(life: Life): void {
  const { scenes, sources, today } = life;
  const on = (daysAgo: number) => onWorkday(addDays(today, -daysAgo));
  const known = sources.filter(({ since, stopped }) => !stopped && since < addDays(today, -30));
  const clients = [...Map.groupBy(known, ({ account }) => account).values()].flatMap(
    ([first]) => first ?? [],
  );
  const { start, end } = quarterBefore(today);
  const days = daysBetween(start, end) - 6;
  const inQuarter = clients.filter(({ since }) => since < start).slice(0, MANY_IN_QUARTER);
  const others = clients.filter((client) => !inQuarter.includes(client));
  const lately = inQuarter.map((client, at) => ({
    ...client,
    day: onWorkday(addDays(start, (at * 17) % days)),
  }));
  const cards = [
    ...lately,
    ...others.slice(0, MANY).map((client, at) => ({ ...client, day: on(8 + ((at * 47) % 320)) })),
    ...EARLIER.flatMap((times) =>
      lately.map((client) => ({ ...client, day: addDays(client.day, -times * HALF_A_YEAR) })),
    ),
  ];
  for (const [at, { by, person, since, day }] of cards.entries()) {
    if (day <= since) continue;
    const { score, why } = SAID[at % SAID.length]!;
    const introduce = at % 4 === 3 ? null : (INTRODUCE[at % INTRODUCE.length] ?? null);
    scenes.push({ what: "report-card", day, by, person, said: { score, why, introduce } });
  }
  const waiting = others[MANY];
  if (waiting)
    scenes.push({ what: "report-card", day: on(3), by: waiting.by, person: waiting.person, said: null });
}

/** The last one that has ended. */
function quarterBefore(today: Day): { start: Day; end: Day } {
  const { start } = periodOf(today, "quarter", CALENDAR);
  return periodOf(addDays(start, -1), "quarter", CALENDAR);
}
