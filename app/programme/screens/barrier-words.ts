import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { capital, counted, inWords, rateText } from "#lib/web/words.ts";
import type { Tone } from "#lib/web/pill.tsx";
import { WHY_NOT_WORDS } from "#asks/why-not.ts";
import type { Barrier, BarrierMeasure, Change, Verdict } from "../barrier.ts";
import type { BarrierFactView, BarriersView, MarkView, MeasureView } from "../barrier-view.ts";
import { AREA_WORDS, STATE_WORDS } from "./alignment-words.ts";

/** What each asks, which its measures answer. */
export const BARRIER_WORDS: Readonly<Record<Barrier, { name: string; below: string }>> = {
  fear: { name: "Fear", below: "Is what was planned also done, and rehearsed before?" },
  "not-the-priority": { name: "Not the priority", below: "Does asking come before other ways?" },
  "wrong-kpis": { name: "Wrong KPIs", below: "Is it counted what is done, or only what comes of it?" },
  "not-practised": { name: "Not practised", below: "Is it rehearsed and coached week by week?" },
  "digital-dependence": { name: "Digital dependence", below: "Do mails stand in for conversations?" },
};

/** What a measure that stands in the way says: "Two of six areas follow it." */
export function standsText(measure: BarrierMeasure, { count, of }: MeasureView["found"]): string {
  return STANDS[measure](count ?? 0, of ?? 0, count === null);
}

const STANDS: Readonly<Record<BarrierMeasure, (count: number, of: number, never: boolean) => string>> = {
  "planned-not-asked": (count, of) => `${count} of ${of} people planned were not asked.`,
  "lost-nerve": (count, of) => `${count} of ${of} reasons for not asking are a lost nerve.`,
  "asking-rehearsed": (count, of) => `The ask was rehearsed in ${count} of ${of} weeks.`,
  "outreach-by-asking": (count, of) => `${of - count} of ${of} people were approached cold.`,
  "statement-age": (count, _, never) =>
    never ? "Nobody has said what comes first." : `What comes first was said ${count} days ago.`,
  "areas-aligned": (count, of) =>
    `${capital(inWords(count))} of ${inWords(of)} areas ${count === 1 ? "follows" : "follow"} it.`,
  "goals-on-asking": (count, of) => `${count} of ${of} reps have a goal for asking.`,
  "activity-noted": (count, of) => `An ask or another contact was noted in ${count} of ${of} weeks.`,
  "practice-kept": (count, of) => `What is required was rehearsed in ${count} of ${of} weeks.`,
  coached: (count, of) => `A 1:1 was held in ${count} of ${of} weeks.`,
  "asked-by-voice": (count, of) => `${of - count} of ${of} asks were made in writing.`,
  "deals-from-introductions": (count, of) => `${of - count} of ${of} deals came from elsewhere.`,
};

interface Step {
  says: string;
  does: string;
  to: string;
}

/** What to do next about a barrier, as far as it is the reader's to do and there is anybody to do it with. */
export function stepOf(
  { first, measures }: BarriersView["barriers"][number],
  { hasReps, leads }: { hasReps: boolean; leads: boolean },
): Step {
  const found = measures.find(({ measure }) => measure === first)?.found;
  const { step } = MEASURE_WORDS[first];
  if (first === "statement-age") {
    if (!leads) return { ...step, says: "Ask a leader to say what comes first.", does: "What was said" };
    return found?.count === null ? { ...step, says: "Say what comes first, in your own words." } : step;
  }
  if (first === "areas-aligned")
    return leads
      ? step
      : { ...step, says: "See which areas are yours, and say what shows that they follow." };
  if (!hasReps) return { says: "Nobody is here to be counted yet.", does: "Invite your reps", to: "/team" };
  return (found?.of === 0 ? FIRST_STEPS[first] : undefined) ?? step;
}

/** Where nothing has been written down yet. */
const FIRST_STEPS: Partial<Readonly<Record<BarrierMeasure, Step>>> = {
  "planned-not-asked": {
    says: "Let each rep plan two people to ask this week.",
    does: "Whom to ask this week",
    to: "/asks/week",
  },
  "lost-nerve": {
    says: "Let whoever does not ask say why, in a tap.",
    does: "Promises of the team",
    to: "/week/team",
  },
  "deals-from-introductions": {
    says: "Note the next deal with where it came from.",
    does: "Deals",
    to: "/deals",
  },
};

/** Whether anybody is in the goals' count: reps of the company, or of the team looked at. */
export function hasReps({ barriers }: Pick<BarriersView, "barriers">): boolean {
  const goals = barriers
    .flatMap(({ measures }) => measures)
    .find(({ measure }) => measure === "goals-on-asking");
  return (goals?.found.of ?? 0) > 0;
}

interface MeasureWords {
  name: string;
  /** Of what it is counted. */
  of: string;
  /** What the facts that count are called, and the rest; null: there is nothing to choose. */
  sides: { counts: string; rest: string } | null;
  step: Step;
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
    of: "areas",
    sides: null,
    step: {
      says: "Hand out the next area: to whom, by when.",
      does: "Open the six areas",
      to: "/programme?area=all",
    },
  },
  "goals-on-asking": {
    name: "Goals for asking",
    of: "reps have a goal for people asked",
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

/** "Three measures: planned and not asked, lost nerve, the ask rehearsed". */
export function measuresText(measures: readonly Pick<MeasureView, "measure">[]): string {
  const names = measures.map(({ measure }) => MEASURE_WORDS[measure].name.toLowerCase());
  return `${capital(inWords(names.length))} measures: ${names.join(", ")}`;
}

/** What one period of a trend is drawn as: the share in percent, or the number itself; null: there is nothing to draw. */
export function trendValue(kind: MeasureView["kind"], { count, of }: MeasureView["found"]): number | null {
  if (kind === "days") return count;
  return of === null || of === 0 || count === null ? null : Math.round((100 * count) / of);
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
