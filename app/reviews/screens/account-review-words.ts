import { dayText, whenText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { moneyText } from "#lib/web/words.ts";
import { OUTCOME_WORDS } from "#giving/given.ts";
import type { RoundStage } from "../account-review.ts";
import { isReached } from "../account-review.ts";
import { valueText } from "../account-review-recap.ts";
import type {
  AccountReviewView,
  AgendaView,
  CommitmentView,
  MeasureView,
  RoundView,
} from "../account-review-view.ts";

export const STAGE_WORDS: Record<RoundStage, string> = {
  planned: "planned",
  late: "late",
  due: "due",
  soon: "soon",
  later: "later",
};

/** "today at 14:00", "in 3 days". */
export function reviewWhen({ day, time }: Pick<AccountReviewView, "day" | "time">, today: Day): string {
  return [whenText(day, today), time].filter(Boolean).join(", ");
}

/** Why reviews are held with an account, and how the round stands. */
export function roundText(round: RoundView, today: Day): string {
  const last = round.last === null ? "None held so far" : `Last one ${whenText(round.last, today)}`;
  const why =
    round.promise === null
      ? `every ${round.days} days for tier ${round.tier ?? "none"}`
      : `promised to ${round.promise.personName}, ${dayText(round.promise.day, today)}`;
  return `${last}; ${why}.`;
}

/** "Mia Sommer, until 1 December". */
export function whoText(
  { memberName, personName, dueOn, doneOn }: CommitmentView,
  accountName: string,
  today: Day,
): string {
  const who = memberName ?? personName ?? accountName;
  return `${who}, ${doneOn === null ? `until ${dayText(dueOn, today)}` : `done ${dayText(doneOn, today)}`}`;
}

/** What came of an introduction, as they may read it. */
const RECEIVED_WORDS = {
  deal: "we work together now",
  meeting: "we met",
  waits: "we have not met yet",
} as const;

/** One line for each thing that we delivered, and for each introduction; it is printed for them. */
export function deliveredLines(
  { won, handedOver, given, received }: AgendaView["delivered"],
  today: Day,
): string[] {
  const lines = [
    ...won.map(({ name, day, amount }) => ({
      day,
      text: `Won: ${[name, amount && moneyText(amount)].filter(Boolean).join(", ")}`,
    })),
    ...handedOver.map(({ to, day, note }) => ({
      day,
      text: `Handed over to ${to}${note === null ? "" : `: ${note}`}`,
    })),
    ...given.map(({ whom, to, day, outcome }) => ({
      day,
      text: `We introduced ${whom} and ${to}: ${outcome === "waits" ? "we have not heard yet how it went" : OUTCOME_WORDS[outcome]}`,
    })),
    ...received.map(({ source, contact, day, became }) => ({
      day,
      text: `${source} introduced us to ${contact}: ${RECEIVED_WORDS[became ?? "waits"]}`,
    })),
  ];
  return lines
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ day, text }) => `${text} (${dayText(day, today)}).`);
}

/** "97.5 %, 91 % before; they want 98 %: not yet". */
export function measureText({ values, unit, target, better }: MeasureView): string {
  const last = values.at(-1);
  const before = values.at(-2);
  const reached = isReached(target, better, last?.value ?? null);
  const now = last === undefined ? "no value yet" : valueText(last.value, unit);
  const was = before === undefined ? "" : `, ${valueText(before.value, unit)} before`;
  const wanted =
    target === null ? "" : `; they want ${better === "less" ? "at most " : ""}${valueText(target, unit)}`;
  return `${now}${was}${wanted}${reached === null ? "" : reached ? ": reached" : ": not yet"}`;
}
