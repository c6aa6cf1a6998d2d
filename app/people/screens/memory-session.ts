import type { AcquaintanceKind } from "../acquaintance.ts";
import type { RememberedView } from "../standing-view.ts";
import { typedName } from "../typed-name.ts";

/** Names that one sets out to remember, and in how many minutes. */
const GOAL_NAMES = 100;
const GOAL_MINUTES = 20;

/** One name that was typed, and what became of it. `gesture` makes sure that it is written down once. */
export interface Typed {
  gesture: string;
  text: string;
  fullName: string;
  accountName: string | null;
  kind: AcquaintanceKind;
  state: "saving" | "saved" | "failed" | "twice" | "undoing";
  answer: RememberedView | null;
  /** Why it failed. */
  reason: string | null;
}

/** A line as it was typed, ready to be saved; null where there is no name in it. Typed before in this session: not saved again. */
export function typedLine(
  text: string,
  kind: AcquaintanceKind,
  gesture: string,
  before: readonly Typed[],
): Typed | null {
  const name = typedName(text);
  if (name === null) return null;
  const again = before.some(
    (each) =>
      each.state !== "undoing" &&
      sameText(each.fullName, name.fullName) &&
      sameText(each.accountName, name.accountName),
  );
  return {
    gesture,
    text: text.trim(),
    ...name,
    kind,
    state: again ? "twice" : "saving",
    answer: null,
    reason: null,
  };
}

/** How many new names the session has brought; those known already and those not saved yet do not count. */
export function newNames(typed: readonly Typed[]): number {
  return typed.filter((each) => each.state === "saved" && each.answer?.known === false).length;
}

/** "8 new names, 2 known already, 17 minutes left": calm, to the minute. */
export function paceText(typed: readonly Typed[], minutes: number | null): string {
  const known = typed.filter((each) => each.answer?.known === true).length;
  const count = newNames(typed);
  const parts = [
    `${count} of ${GOAL_NAMES} names`,
    ...(known > 0 ? [`${known} known already`] : []),
    ...(minutes === null ? [`${GOAL_MINUTES} minutes, from your first name on`] : [leftText(minutes)]),
  ];
  return parts.join(" · ");
}

function leftText(minutes: number): string {
  const left = GOAL_MINUTES - minutes;
  if (left <= 0) return "time is up: stop here, or go on";
  return `${left} ${left === 1 ? "minute" : "minutes"} left`;
}

function sameText(a: string | null, b: string | null): boolean {
  return (a ?? "").toLowerCase() === (b ?? "").toLowerCase();
}
