import { addDays, type Day } from "#lib/kernel/days.ts";
import { onWorkday, type Life } from "./story.ts";

/** So long before today the story leaves the one alone whom it tells of here. */
export const LEFT_ALONE_DAYS = 120;

/**
 * One source whom everybody asks: a reference, two asks that had happened already, one that a manager let happen. Now they
 * rest, and the load report shows who did it.
 */
export function tellOfTheExhausted(life: Life): void {
  const source = life.sources.find(({ person }) => person === life.exhausted);
  if (source === undefined || source.stopped) return;
  const { person } = source;
  const ago = (days: number): Day => onWorkday(addDays(life.today, -days));
  const asked = {
    what: "ask",
    source: person,
    channel: "call",
    moment: "account-review",
    colleague: null,
  } as const;
  const one = { ...asked, forWhom: "a plant manager they trust", note: null };
  life.scenes.push(
    { ...one, key: life.key("ask"), day: ago(62), by: "marco", outcome: "will-think", untilDay: null },
    { what: "reference", day: ago(34), by: "sophie", person, forWhom: "the second line at Weserguss" },
    {
      ...one,
      key: life.key("ask"),
      day: ago(27),
      by: "tariq",
      outcome: "no",
      untilDay: null,
      note: "“You are the third this month.”",
      happened: true,
    },
    {
      what: "permit",
      day: ago(20),
      by: "david",
      person,
      to: "marco",
      reason: "They offered it at the works meeting.",
    },
    { ...one, key: life.key("ask"), day: ago(19), by: "marco", outcome: "will-think", untilDay: null },
    {
      ...one,
      key: life.key("ask"),
      day: ago(12),
      by: "nina",
      outcome: "not-now",
      untilDay: onWorkday(addDays(life.today, 15)),
      note: "Asked me to speak to my colleagues first.",
      happened: true,
    },
  );
  source.lastAsked = ago(12);
}
