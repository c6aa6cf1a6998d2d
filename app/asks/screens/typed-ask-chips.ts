import { CHANNEL_WORDS } from "#people/channel.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Chip, ChipChoice } from "#lib/web/page.ts";
import { capital } from "#lib/web/words.ts";
import { dayText, shortDay, whenText } from "#lib/kernel/day-words.ts";
import type { KnownPerson } from "#people/name-match.ts";
import type { Outcome } from "../ask.ts";
import type { Corrections, Named, TypedAsk, TypedField } from "../typed-ask.ts";
import { untilProposals } from "../until.ts";
import { MOMENT_WORDS, optionsOf } from "./ask-words.ts";
import { OUTCOME_WORDS } from "../answer-words.ts";

interface ChipHands {
  today: Day;
  recent: readonly KnownPerson[];
  correct: <F extends keyof Corrections>(field: F, value: Corrections[F]) => void;
  /** Look further for people of this name. */
  look: (name: string) => void;
  add: (fullName: string) => void;
}

/** What Enter does, in words: "Write down: asked Anna Albers, will think, by phone, today". */
export function sentenceOf(ask: TypedAsk, today: Day): string {
  const whom = ask.source?.who?.fullName ?? (ask.source?.said || "…");
  const meet = ask.target?.who?.fullName ?? ask.target?.said ?? ask.forWhom;
  const parts = [
    `asked ${whom}${meet ? ` for ${meet}` : ""}`,
    outcomeText(ask.outcome),
    CHANNEL_WORDS[ask.channel ?? "call"],
    whenText(ask.day ?? today, today),
  ];
  return `Write down: ${parts.join(", ")}`;
}

/** A chip for each thing that was understood, or is assumed where nothing was said. */
export function chipsOf(ask: TypedAsk, hands: ChipHands): Chip[] {
  return [
    sourceChip(ask, hands),
    ...targetChip(ask, hands),
    ...accountChip(ask, hands),
    outcomeChip(ask, hands),
    ...untilChip(ask, hands),
    ...colleagueChip(ask, hands),
    {
      id: "channel",
      label: "How",
      value: CHANNEL_WORDS[ask.channel ?? "call"],
      tone: toneOf(ask, "channel", ask.channel !== null),
      choices: optionsOf(CHANNEL_WORDS).map(({ value, label }) => ({
        id: value,
        label,
        run: () => hands.correct("channel", value),
      })),
    },
    {
      id: "moment",
      label: "Moment",
      value: MOMENT_WORDS[ask.moment ?? "anytime"],
      tone: toneOf(ask, "moment", ask.moment !== null),
      choices: optionsOf(MOMENT_WORDS).map(({ value, label }) => ({
        id: value,
        label,
        run: () => hands.correct("moment", value),
      })),
    },
    dayChip(ask, hands),
  ];
}

const MOST_SHOWN = 8;

function sourceChip(ask: TypedAsk, hands: ChipHands): Chip {
  const { source } = ask;
  const people = source && source.said !== "" ? source.candidates.map(({ who }) => who) : hands.recent;
  const add = source === null ? [] : [addChoice(source.said, hands)];
  return {
    id: "source",
    label: "Asked",
    value: nameText(source) ?? "whom?",
    tone: source?.who ? toneOf(ask, "source", true) : "open",
    choices: [
      ...people
        .slice(0, MOST_SHOWN)
        .map((person) => personChoice(person, () => hands.correct("source", person))),
      ...add,
    ],
    onOpen: () => source && hands.look(source.said),
  };
}

function targetChip(ask: TypedAsk, hands: ChipHands): Chip[] {
  const { target, forWhom } = ask;
  if (target === null && forWhom === null) return [];
  return [
    {
      id: "target",
      label: "To meet",
      value: target === null ? (forWhom ?? "") : (nameText(target) ?? ""),
      tone: toneOf(ask, "target", true),
      choices: [
        ...ask.targets
          .slice(0, MOST_SHOWN)
          .map((person) => personChoice(person, () => hands.correct("target", person))),
        {
          id: "words",
          label: `“${target?.said ?? forWhom ?? ""}”, in these words`,
          hint: "Nobody among our people yet",
          run: () => hands.correct("target", null),
        },
      ],
      onOpen: () => target !== null && hands.look(target.said),
    },
  ];
}

function accountChip(ask: TypedAsk, hands: ChipHands): Chip[] {
  const { account } = ask;
  if (account === null) return [];
  return [
    {
      id: "account",
      label: "At",
      value: account.who?.name ?? `${account.said}?`,
      tone: toneOf(ask, "account", true),
      choices: [
        ...account.candidates.slice(0, MOST_SHOWN).map(({ who }) => ({
          id: who.id,
          label: who.name,
          run: () => hands.correct("account", who),
        })),
        { id: "none", label: "No company", run: () => hands.correct("account", null) },
      ],
    },
  ];
}

function outcomeChip(ask: TypedAsk, hands: ChipHands): Chip {
  return {
    id: "outcome",
    label: "Said",
    value: outcomeText(ask.outcome),
    tone: toneOf(ask, "outcome", ask.outcome !== null),
    choices: [
      ...optionsOf(OUTCOME_WORDS).map(({ value, label }) => ({
        id: value,
        label,
        run: () => hands.correct("outcome", value),
      })),
      { id: "silence", label: "No answer yet", run: () => hands.correct("outcome", null) },
    ],
  };
}

function untilChip(ask: TypedAsk, hands: ChipHands): Chip[] {
  if (ask.outcome !== "not-now" && ask.untilDay === null) return [];
  return [
    {
      id: "untilDay",
      label: "Ask again",
      value: ask.untilDay === null ? "when?" : dayText(ask.untilDay, hands.today),
      tone: toneOf(ask, "untilDay", true),
      choices: [
        ...untilProposals(hands.today).map(({ label, day }) => ({
          id: day,
          label,
          hint: shortDay(day, hands.today),
          run: () => hands.correct("untilDay", day),
        })),
        ...(ask.outcome === "not-now"
          ? []
          : [{ id: "none", label: "No day", run: () => hands.correct("untilDay", null) }]),
      ],
    },
  ];
}

function colleagueChip(ask: TypedAsk, hands: ChipHands): Chip[] {
  if (ask.outcome !== "sent-to-colleague") return [];
  const { colleague } = ask;
  const isOther = ({ id }: KnownPerson) => id !== ask.source?.who?.id;
  const meant = colleague?.candidates.map(({ who }) => who).filter(isOther) ?? [];
  const people = meant.length > 0 ? meant : hands.recent.filter(isOther);
  return [
    {
      id: "colleague",
      label: "To",
      value: nameText(colleague) ?? "whom?",
      tone: colleague === null ? "open" : toneOf(ask, "colleague", true),
      choices: people
        .slice(0, MOST_SHOWN)
        .map((person) => personChoice(person, () => hands.correct("colleague", person))),
      onOpen: () => colleague !== null && hands.look(colleague.said),
    },
  ];
}

function dayChip(ask: TypedAsk, hands: ChipHands): Chip {
  const { today } = hands;
  const days = Array.from({ length: 8 }, (_, back) => addDays(today, -back));
  return {
    id: "day",
    label: "Day",
    value: whenText(ask.day ?? today, today),
    tone: toneOf(ask, "day", ask.day !== null),
    choices: days.map((day) => ({
      id: day,
      label: capital(whenText(day, today)),
      hint: shortDay(day, today),
      run: () => hands.correct("day", day),
    })),
  };
}

function toneOf(ask: TypedAsk, field: TypedField, said: boolean): Chip["tone"] {
  if (ask.problems.some((problem) => problem.field === field)) return "open";
  return said ? "said" : "assumed";
}

function personChoice(person: KnownPerson, run: () => void): ChipChoice {
  return { id: person.id, label: person.fullName, hint: person.accountName ?? undefined, run };
}

function addChoice(fullName: string, { add }: ChipHands): ChipChoice {
  return { id: "new", label: `Add “${fullName}” as a new person`, run: () => add(fullName) };
}

/** A name that was only guessed from what was typed stands with its question mark. */
function nameText(name: Named<KnownPerson> | null): string | null {
  if (name === null) return null;
  return name.who === null ? `${name.said}?` : name.who.fullName;
}

function outcomeText(outcome: Outcome | null): string {
  return outcome === null ? "no answer yet" : OUTCOME_WORDS[outcome];
}
