import { atOnceChoices, type ToldAtOnce } from "#commitments/told-at-once.ts";
import { OUTCOME_WORDS } from "#asks/answer-words.ts";
import type { Moment } from "#asks/ask.ts";
import { asksAt } from "#asks/talk-part.ts";
import { untilProposals } from "#asks/until.ts";
import { WHY_NOT_ASKED, WHY_NOT_WORDS } from "#asks/why-not.ts";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { HOW_BUTTONS } from "#loops/duty-words.ts";
import type { DutyHow } from "#loops/duty.ts";
import type { MeetingOutcome } from "#meetings/meeting.ts";
import { callName } from "#people/call-name.ts";
import type { What } from "./below.ts";
import { WHY_REFUSED, WHY_REFUSED_WORDS } from "./suggest.ts";

/** What a line of a mail is about, with the ids that acting on it needs. */
export type About =
  | { kind: "introduction"; referralId: string; personId: string }
  | { kind: "returned"; askId: string; personId: string }
  | { kind: "moment"; momentId: string; moment: Moment; personId: string | null }
  | { kind: "reminder"; handoverId: string; personId: string | null }
  | { kind: "plan"; planId: string; moment: Moment; week: Day; personId: string }
  | { kind: "suggestion"; suggestionId: string; personId: string }
  | { kind: "meeting"; meetingId: string; personId: string }
  | { kind: "duty"; dutyIds: string[]; responds: boolean; referralId: string; personId: string }
  | { kind: "touch"; personId: string }
  // `own`: something of it is in one's own words, and not read from elsewhere.
  | { kind: "week"; week: Day; own: boolean }
  // A colleague wants one as a partner for the quarter.
  | { kind: "partner"; partnershipId: string }
  // Waits on Today, and is only counted here.
  | { kind: "elsewhere"; what: What; many: number }
  | { kind: "stop" }
  // Of the answer to a reply:
  | { kind: "told"; text: string }
  | { kind: "question"; text: string; choices: Chosen[] };

/** What one may answer to a question: by its number, or on the page. */
export interface Chosen {
  number: number;
  label: string;
  /** The line as it is read then: names chosen, by their ids. */
  chosen: Readonly<Record<string, string>>;
}

export const SECTIONS = {
  meet: "You meet today",
  talk: "Talk to",
  owed: "Owed",
  week: "What you promised",
  partner: "Your partner",
  hear: "Let them hear from you",
  else: "Also on Today",
  done: "Written down",
  open: "Not written down yet",
  foot: "",
} as const;
export type DigestSection = keyof typeof SECTIONS;

/** What is read of it. */
export interface Shown {
  section: DigestSection;
  /** Whom it is about. */
  name: string;
  heading: string;
  below: string | null;
  why: string;
  say: string | null;
  /** As it is dialled. */
  phone: string | null;
  /** What is left to do in Askwell, and where. */
  next?: { words: string; path: string };
}

/** What the undo of something done from a line needs. */
export type Effect =
  | { undo: "conversation"; askId: string; saidId: string }
  | { undo: "named"; referralId: string; askId: string; saidId: string }
  | { undo: "state"; referralId: string }
  | { undo: "answer"; referralId: string }
  | { undo: "duties"; dutyIds: string[] }
  | { undo: "settled"; askId: string }
  | { undo: "moment"; momentId: string }
  | { undo: "reminder"; handoverId: string }
  | { undo: "plan-week"; planId: string; week: Day }
  | { undo: "plan"; planId: string }
  | { undo: "refusal"; suggestionId: string }
  | { undo: "outcome"; meetingId: string }
  | { undo: "meeting"; meetingId: string }
  | { undo: "touch"; touchId: string }
  | { undo: "pause"; personId: string }
  | { undo: "week"; told: ToldAtOnce }
  | { undo: "partner"; partnershipId: string; said: "yes" | "no" }
  | { undo: "wanted" };

/** Something that can be done on a line. */
export interface Act {
  id: string;
  /** On the button in the mail. */
  label: string;
  /** What is written down, as a sentence. */
  says: string;
  /** `first`: what is chosen unless they choose. */
  choices?: { label: string; options: { id: string; label: string }[]; first?: string };
  /** Days that the choice "not-now" needs. */
  until?: { label: string; day: Day }[];
  words?: { label: string; needed: boolean };
  /** Whom the choice "named-someone" asks for. */
  named?: { label: string };
}

/** What can be done on a line, the likeliest first. `name`: whom it is about. */
export function actsOn(about: About, name: string, today: Day): Act[] {
  switch (about.kind) {
    case "introduction":
      return [answered(name)];
    case "returned":
      return [asked(name, today), { id: "let-go", label: "Let it go", says: `Let the ask of ${name} go.` }];
    case "moment":
      return [
        ...(about.personId !== null && asksAt(about.moment) ? [asked(name, today)] : []),
        letGo(`Let this moment with ${name} go.`),
      ];
    case "reminder":
      return [
        ...(about.personId === null ? [] : [asked(name, today)]),
        { id: "not-now", label: "Not now", says: `Be reminded of ${name} again in a quarter.` },
      ];
    case "plan":
      return [
        ...(asksAt(about.moment) ? [asked(name, today)] : []),
        { id: "later", label: "Next week", says: `Move ${name} to next week.` },
        letGo(`Let the plan to ask ${name} go.`),
      ];
    case "suggestion":
      return [
        asked(name, today),
        {
          id: "not-this-one",
          label: "Not this one",
          says: `Have somebody else suggested instead of ${name}.`,
          choices: {
            label: "Why not?",
            options: WHY_REFUSED.map((id) => ({ id, label: WHY_REFUSED_WORDS[id] })),
          },
        },
      ];
    case "meeting":
      return [
        {
          id: "went",
          label: "How it went",
          says: `Write down how the meeting with ${name} went.`,
          choices: { label: "How did it go?", options: MEETING_ENDS.map(([id, label]) => ({ id, label })) },
        },
      ];
    case "duty":
      if (about.responds) return [answered(name)];
      return [
        {
          id: "done",
          label: "Done",
          says: `Write down that ${name} heard from you.`,
          choices: {
            label: "How?",
            options: HOW_BUTTONS.filter(([how]) => how !== "gift").map(([id, label]) => ({ id, label })),
          },
        },
        {
          id: "let-go",
          label: "Let it go",
          says: `Take this off your list without doing it. ${name} is not told.`,
          words: { label: "Why not? A few words for yourself", needed: true },
        },
      ];
    case "touch":
      return [
        {
          id: "touched",
          label: "Done",
          says: `Write down that ${name} heard from you.`,
          choices: { label: "How?", options: TOUCHES.map(([id, label]) => ({ id, label })) },
        },
        { id: "not-now", label: "Not now", says: `Have ${name} come up again in a month.` },
      ];
    case "week":
      return [
        {
          id: "tell",
          label: "Tell it",
          says: `Tell how the week from ${shortDay(about.week, today)} went.`,
          choices: {
            label: "What you logged is marked as kept. And the others?",
            options: atOnceChoices(about.own),
            first: "as-it-stands",
          },
          words: { label: "What did you learn? One line", needed: false },
        },
      ];
    case "partner":
      return [
        {
          id: "yes",
          label: "Yes",
          says: `Be partners with ${name} this quarter: you see each other’s promises.`,
        },
        { id: "no", label: "No", says: `Say no to ${name} as a partner.` },
      ];
    case "stop":
      return [{ id: "stop", label: "Stop these mails", says: "Send me no mail of the day any more." }];
    case "question":
      return [
        {
          id: "choose",
          label: "Answer",
          says: `Write down: ${about.text}`,
          choices: {
            label: "Which one?",
            options: about.choices.map(({ number, label }) => ({ id: String(number), label })),
          },
        },
      ];
    default:
      return [];
  }
}

const MEETING_ENDS: readonly [MeetingOutcome, string][] = [
  ["held", "We met"],
  ["no-show", "They did not come"],
  ["cancelled", "It was cancelled"],
];

const TOUCHES = [
  ["call", "I called"],
  ["handwritten-note", "A handwritten note"],
  ["message", "A message"],
  ["e-mail", "An e-mail"],
  ["visit", "A visit"],
  ["article", "An article shared"],
] as const;

export type HowChosen = Exclude<DutyHow, "gift">;

/** As the answer of a source stands among the choices; "silence": they have not said. */
const ANSWERS = ["named-someone", "will-think", "not-now", "no"] as const;
export type AnswerChosen = (typeof ANSWERS)[number] | "silence";

const ANSWER_LABELS: Record<AnswerChosen, string> = {
  "named-someone": "Named someone",
  "will-think": "Will think about it",
  "not-now": "Not now, ask again",
  no: "No",
  silence: "No answer yet",
};

function asked(name: string, today: Day): Act {
  return {
    id: "asked",
    label: "Asked",
    says: `Write down that you asked ${name} for an introduction today.`,
    choices: {
      label: `What did ${callName(name)} say?`,
      options: [...ANSWERS, "silence" as const].map((id) => ({ id, label: ANSWER_LABELS[id] })),
    },
    until: untilProposals(today).map(({ label, day }) => ({
      label: `${label}, ${shortDay(day, today)}`,
      day,
    })),
    words: { label: "In their words", needed: false },
    named: { label: "Whom did they name?" },
  };
}

function answered(name: string): Act {
  return { id: "answered", label: "I answered", says: `Write down that you answered ${name}.` };
}

function letGo(says: string): Act {
  return {
    id: "let-go",
    label: "Let it go",
    says,
    choices: { label: "Why?", options: WHY_NOT_ASKED.map((id) => ({ id, label: WHY_NOT_WORDS[id] })) },
  };
}

/** "Jale Merz: asked (will think)": what was done, for later. */
export function didText(act: Act, choice: string | null, name: string): string {
  const chosen = act.choices?.options.find(({ id }) => id === choice)?.label;
  const outcome = choice !== null && choice in OUTCOME_WORDS ? OUTCOME_WORDS[choice as "no"] : chosen;
  const label = act.label.startsWith("I ") ? act.label : lower(act.label);
  if (outcome === undefined) return `${name}: ${label}`;
  return act.id === "went" ? `${name}: ${lower(outcome)}` : `${name}: ${label} (${lower(outcome)})`;
}

function lower(text: string): string {
  return text.startsWith("I ") ? text : text.slice(0, 1).toLowerCase() + text.slice(1);
}
