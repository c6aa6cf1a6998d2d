import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { capital, counted, inWords, rateText } from "#lib/web/words.ts";
import type { Tone } from "#lib/web/pill.tsx";
import { WHY_NOT_WORDS } from "#asks/why-not.ts";
import type { Barrier, BarrierMeasure, Change, Verdict } from "../barrier.ts";
import type { BarrierFactView, BarriersView, MarkView, MeasureView } from "../barrier-view.ts";
import { AREA_WORDS, STATE_WORDS } from "./alignment-words.ts";

export const BARRIER_WORDS: Readonly<Record<Barrier, { name: string; below: string }>> = {
  fear: { name: "Fear", below: "It is planned and not done; what is not rehearsed is put off." },
  "not-the-priority": { name: "Not the priority", below: "Other ways of finding business come first." },
  "wrong-kpis": { name: "Wrong KPIs", below: "What comes of it is counted, and not what is done." },
  "not-practised": {
    name: "Not practised",
    below: "It was taught once and is rehearsed and coached by nobody.",
  },
  "digital-dependence": {
    name: "Digital dependence",
    below: "Mails and campaigns stand in for conversations.",
  },
};

interface MeasureWords {
  name: string;
  /** Of what it is counted. */
  of: string;
  /** What the facts that count are called, and the rest; null: there is nothing to choose. */
  sides: { counts: string; rest: string } | null;
  step: { says: string; does: string; to: string };
}

export const MEASURE_WORDS: Readonly<Record<BarrierMeasure, MeasureWords>> = {
  "planned-not-asked": {
    name: "Planned and not asked",
    of: "of the people planned for weeks that are over; unhappy clients and those asked already are left out",
    sides: { counts: "Not asked", rest: "Asked" },
    step: {
      says: "Go through what was planned and not asked with each rep, and plan two people again.",
      does: "Prepare the 1:1s",
      to: "/coaching",
    },
  },
  "lost-nerve": {
    name: "Lost nerve",
    of: "of the reasons given why somebody was not asked",
    sides: { counts: "Lost nerve", rest: "Other reasons" },
    step: {
      says: "Rehearse the first sentence of an ask together in the next sales meeting.",
      does: "Open the sales meeting",
      to: "/sales-meeting",
    },
  },
  "asking-rehearsed": {
    name: "The ask rehearsed",
    of: "of the weeks that reps worked",
    sides: null,
    step: {
      says: "Let everybody rehearse the ask itself once this week, five minutes each.",
      does: "See who rehearses",
      to: "/practice/team",
    },
  },
  "outreach-by-asking": {
    name: "Asked rather than cold",
    of: "of people asked for an introduction and people at prospects approached without one",
    sides: { counts: "Asked", rest: "Approached cold" },
    step: {
      says: "Before the next cold call, ask one client who knows somebody there.",
      does: "Who was never asked",
      to: "/asks/coverage",
    },
  },
  "statement-age": {
    name: "Said what comes first",
    of: "since it was said last",
    sides: null,
    step: {
      says: "Say anew what comes first, with what has come of it since.",
      does: "Say it",
      to: "/programme",
    },
  },
  "areas-aligned": {
    name: "Areas that follow",
    of: "areas; all are counted, so there is no interval",
    sides: null,
    step: {
      says: "Hand out the next area: to whom, by when.",
      does: "Open the six areas",
      to: "/programme",
    },
  },
  "goals-on-asking": {
    name: "Goals for asking",
    of: "reps have a goal for people asked; all are counted, so there is no interval",
    sides: null,
    step: {
      says: "Set a goal for people asked: the one number that a rep decides alone.",
      does: "Set goals",
      to: "/settings/goals",
    },
  },
  "activity-noted": {
    name: "Activity noted",
    of: "of the weeks that reps worked, with an ask or another contact noted",
    sides: null,
    step: {
      says: "Open the week with promises and close it by reading what was noted.",
      does: "Promises of the team",
      to: "/week/team",
    },
  },
  "practice-kept": {
    name: "Practice kept",
    of: "of the weeks that reps worked, with as many rehearsals as are required",
    sides: null,
    step: {
      says: "Rehearse first yourself this week, and say so; then look at who has not.",
      does: "See who rehearses",
      to: "/practice/team",
    },
  },
  coached: {
    name: "Coached",
    of: "of the weeks that reps worked, with a 1:1",
    sides: null,
    step: {
      says: "Hold the 1:1 that is due the longest.",
      does: "Who is due",
      to: "/coaching",
    },
  },
  "asked-by-voice": {
    name: "Asked by voice",
    of: "of asks, by call, video or in person",
    sides: { counts: "By voice", rest: "In writing" },
    step: {
      says: "Put the phone number first: the next three asks are calls.",
      does: "Whom to ask this week",
      to: "/asks/week",
    },
  },
  "deals-from-introductions": {
    name: "Deals from introductions",
    of: "of deals opened",
    sides: { counts: "From introductions", rest: "From elsewhere" },
    step: {
      says: "For each deal in the pipeline find one person who can introduce us further up.",
      does: "Open deals",
      to: "/deals",
    },
  },
};

export const VERDICT_WORDS: Readonly<Record<Verdict, { word: string; tone: Tone }>> = {
  stands: { word: "in the way", tone: "late" },
  unsure: { word: "cannot be told yet", tone: "due" },
  "too-early": { word: "too early", tone: "quiet" },
  nothing: { word: "nothing to count", tone: "quiet" },
  clear: { word: "not in the way", tone: "good" },
};

export const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  better: "better than before",
  worse: "worse than before",
  same: "no clear change",
  "too-early": "too early to compare",
};

/** "Two barriers stand in the way", or what else is to be said of all five. */
export function barriersHeading({ barriers }: Pick<BarriersView, "barriers">): string {
  const standing = barriers.filter(({ verdict }) => verdict === "stands").length;
  if (standing > 0) return `${capital(counted(standing, "barrier stands", "barriers stand"))} in the way`;
  const clear = barriers.filter(({ verdict }) => verdict === "clear").length;
  return clear === barriers.length
    ? "Nothing stands in the way"
    : `${capital(inWords(clear))} of five barriers are out of the way`;
}

/** What was found, with n and its range: "31 of 120: 19 to 34 % (95 % interval)", "12 days ago", "4 of 6". */
export function foundText({
  kind,
  found: { count, of },
  rate,
}: Pick<MeasureView, "kind" | "found" | "rate">): string {
  if (kind === "days")
    return count === null ? "never" : count === 0 ? "today" : counted(count, "day ago", "days ago");
  if (kind === "census" || rate === null) return `${count ?? 0} of ${of ?? 0}`;
  return (of ?? 0) === 0 ? "nothing yet" : rateText(count ?? 0, rate);
}

/** "at most 30 %", "at least 4 areas". */
export function markText({ mark, way, unit }: Pick<MarkView, "mark" | "way" | "unit">): string {
  const amount = unit === "percent" ? `${mark} %` : unit === "days" ? `${mark} days` : `${mark} areas`;
  return `at ${way} ${amount}`;
}

/** What one period of a trend is drawn as: the share in percent, or the number itself. */
export function trendValue(kind: MeasureView["kind"], { count, of }: MeasureView["found"]): number {
  if (kind === "days") return count ?? 0;
  return of === null || of === 0 || count === null ? 0 : Math.round((100 * count) / of);
}

/** "12 of 40", "9 days", "–". */
export function shortFound(kind: MeasureView["kind"], { count, of }: MeasureView["found"]): string {
  if (kind === "days") return count === null ? "–" : `${count} days`;
  return (of ?? 0) === 0 ? "–" : `${count ?? 0} of ${of ?? 0}`;
}

const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  call: "by phone",
  "in-person": "in person",
  video: "by video",
  "e-mail": "by e-mail",
  message: "by message",
};
const OTHER_NOTES: Readonly<Record<string, string>> = {
  "not-reached": "Not reached",
  "too-much": "Too much at once",
  "something-else": "Something else",
  "deal-ended": "The deal ended",
  referral: "an introduction",
  "cold-call": "a cold call",
  inbound: "they came to us",
  event: "an event",
  partner: "a partner",
  "existing-client": "an existing client",
  other: "elsewhere",
  week: "a week",
  month: "a month",
  quarter: "a quarter",
};
const KIND_WORDS: Readonly<Record<string, string>> = {
  touch: "contact without an introduction",
  meeting: "meeting without an introduction",
};

export interface FactWords {
  title: string;
  below: string;
  to: string | null;
}

/** How one fact reads, and where it leads. */
export function factWords(measure: BarrierMeasure, fact: BarrierFactView, today: Day): FactWords {
  const { kind, name, note, subjectId, memberName, day, count, of } = fact;
  if (kind === "rep") {
    const weeks = measure === "goals-on-asking" ? goalWords(count, note) : `${count} of ${of} weeks`;
    return {
      title: name ?? "",
      below: weeks,
      to: measure === "goals-on-asking" ? "/settings/goals" : `/coaching/${subjectId}`,
    };
  }
  if (kind === "area") {
    const area = AREA_WORDS[name as keyof typeof AREA_WORDS];
    const { word } = STATE_WORDS[note as keyof typeof STATE_WORDS];
    return { title: area.name, below: said(word, memberName), to: "/programme" };
  }
  const on = day === null ? null : dayText(day, today);
  if (kind === "statement") return { title: name ?? "", below: said(memberName, on), to: "/programme" };
  const to = subjectId === null ? null : `/${PAGES[kind] ?? "people"}/${subjectId}`;
  const noted = note === null ? null : noteWords(note);
  const planned = kind === "plan" && measure === "planned-not-asked";
  return {
    title: name ?? "somebody",
    below: said(planned ? `week of ${on}` : on, memberName, KIND_WORDS[kind] ?? null, noted),
    to,
  };
}

function said(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(" · ");
}

const PAGES: Readonly<Record<string, string>> = { ask: "asks", deal: "deals" };

function noteWords(note: string): string {
  return (
    CHANNEL_WORDS[note] ?? OTHER_NOTES[note] ?? WHY_NOT_WORDS[note as keyof typeof WHY_NOT_WORDS] ?? note
  );
}

function goalWords(count: number | null, every: string | null): string {
  return count === null || every === null
    ? "no goal for people asked"
    : `${counted(count, "person", "people")} asked ${OTHER_NOTES[every]}`;
}
