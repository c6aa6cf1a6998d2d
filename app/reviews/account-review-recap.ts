import { addDays, type Day } from "#lib/kernel/days.ts";
import { callName } from "#people/call-name.ts";

export const RECAP_LANGUAGES = ["en", "de"] as const;
export type RecapLanguage = (typeof RECAP_LANGUAGES)[number];

/** What a recap is made of; only what is noted and agreed, nothing of the ask. */
export interface RecapFacts {
  accountName: string;
  heldOn: Day;
  /** Who came, by their full names. */
  people: readonly string[];
  fromName: string;
  measures: readonly {
    name: string;
    unit: string | null;
    target: number | null;
    values: readonly number[];
  }[];
  /** In the order of the agenda: the heading, and what was noted. */
  notes: readonly { heading: string; words: string }[];
  ours: readonly { words: string; dueOn: Day; name: string | null }[];
  theirs: readonly { words: string; dueOn: Day; name: string | null }[];
  /** Days to the next review; null: none is held by a rhythm. */
  nextDays: number | null;
}

export interface Recap {
  subject: string;
  body: string;
}

/** Plain text for the rep's own mail program, to be read and changed before it goes. */
export function recapOf(facts: RecapFacts, language: RecapLanguage): Recap {
  const say = WORDS[language];
  const day = dayIn(facts.heldOn, language);
  const promised = (some: RecapFacts["ours"]) =>
    some.map(
      ({ words, dueOn, name }) =>
        `- ${words} (${[name, say.until(dayIn(dueOn, language))].filter(Boolean).join(", ")})`,
    );
  const parts = [
    facts.people.map((name, at) => say.hello(name, at === 0)).join(", ") +
      (facts.people.length > 0 ? "," : say.nobody),
    say.opening(day),
    list(
      say.measures,
      facts.measures.flatMap((measure) => measureLine(measure, language)),
    ),
    ...facts.notes.filter(({ words }) => words !== "").map(({ heading, words }) => `${heading}\n${words}`),
    list(say.ours, promised(facts.ours)),
    list(say.theirs, promised(facts.theirs)),
    facts.nextDays === null ? null : say.next(dayIn(addDays(facts.heldOn, facts.nextDays), language)),
    `${say.bye}\n${facts.fromName}`,
  ];
  return {
    subject: say.subject(facts.accountName, day),
    body: parts.filter((part) => part !== null && part !== "").join("\n\n"),
  };
}

/** The points of the agenda, as they are called in a recap. */
export const RECAP_HEADINGS: Record<RecapLanguage, Record<string, string>> = {
  en: {
    commitments: "What we had promised each other",
    delivered: "What was delivered",
    measures: "On what you measure",
    issues: "What is open",
    "next-quarter": "The next quarter",
  },
  de: {
    commitments: "Was wir einander zugesagt hatten",
    delivered: "Was geliefert wurde",
    measures: "Zu Ihren Kennzahlen",
    issues: "Was offen ist",
    "next-quarter": "Das nächste Quartal",
  },
};

const WORDS = {
  en: {
    subject: (account: string, day: string) => `Our review of ${day}: what we agreed (${account})`,
    hello: (name: string, first: boolean) => `${first ? "Hello" : "hello"} ${callName(name)}`,
    nobody: "Hello,",
    opening: (day: string) =>
      `thank you for your time on ${day}. This is what I took from it; please correct me where I got it wrong.`,
    measures: "What you measure us by",
    before: (value: string) => `${value} before`,
    wanted: (value: string) => `you want ${value}`,
    ours: "What we do",
    theirs: "What you do",
    until: (day: string) => `until ${day}`,
    next: (day: string) => `We will look at it together again in the week of ${day}.`,
    bye: "Best regards",
  },
  de: {
    subject: (account: string, day: string) =>
      `Unser Gespräch vom ${day}: was wir vereinbart haben (${account})`,
    hello: (name: string, first: boolean) => `${first ? "Guten Tag" : "guten Tag"} ${name}`,
    nobody: "Guten Tag,",
    opening: (day: string) =>
      `vielen Dank für Ihre Zeit am ${day}. Das habe ich mitgenommen; bitte sagen Sie mir, wo ich etwas falsch verstanden habe.`,
    measures: "Woran Sie uns messen",
    before: (value: string) => `zuvor ${value}`,
    wanted: (value: string) => `Ihr Ziel: ${value}`,
    ours: "Was wir tun",
    theirs: "Was Sie tun",
    until: (day: string) => `bis ${day}`,
    next: (day: string) => `In der Woche des ${day} sehen wir gemeinsam wieder darauf.`,
    bye: "Mit freundlichen Grüßen",
  },
} as const;

function list(heading: string, lines: readonly string[]): string | null {
  return lines.length === 0 ? null : [heading, ...lines].join("\n");
}

function measureLine(
  { name, unit, target, values }: RecapFacts["measures"][number],
  language: RecapLanguage,
): string[] {
  const last = values.at(-1);
  if (last === undefined) return [];
  const say = WORDS[language];
  const before = values.at(-2);
  const beside = [
    ...(before === undefined ? [] : [say.before(valueText(before, unit, language))]),
    ...(target === null ? [] : [say.wanted(valueText(target, unit, language))]),
  ];
  return [
    `- ${name}: ${valueText(last, unit, language)}${beside.length === 0 ? "" : ` (${beside.join("; ")})`}`,
  ];
}

const LOCALES: Record<RecapLanguage, string> = { en: "en-GB", de: "de-DE" };

/** "97.5 %". */
export function valueText(value: number, unit: string | null, language: RecapLanguage = "en"): string {
  const number = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 4 }).format(value);
  return unit === null ? number : `${number} ${unit}`;
}

function dayIn(day: Day, language: RecapLanguage): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}
