import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { capital, counted, inWords, moneyText, numberText } from "#lib/web/words.ts";
import { earlyText, rangeText } from "./ahead-words.ts";
import { shortBy, type Attained, type Planned } from "../month-end.ts";
import type { MonthEndView, RepPlansView, StillToComeView } from "../month-end-view.ts";
import { PLANNED_WORDS } from "../planned-words.ts";

/** "Three deals closed of five; two short." While the month runs nothing is short yet: "two to go". */
export function attainedText(measure: Planned, attained: Attained, runs: boolean): string {
  const { one, many } = PLANNED_WORDS[measure];
  const { count, goal } = attained;
  const done = capital(counted(count, one, many));
  if (goal === null) return `${done}; no goal is set.`;
  const short = shortBy(attained)!;
  const of = `${done} of ${goalText(goal)}`;
  if (short === 0) return `${of}: reached.`;
  return `${of}; ${goalText(short)} ${runs ? "to go" : "short"}.`;
}

/** "two", "1.5" */
function goalText(number: number): string {
  return Number.isInteger(number) ? inWords(number) : numberText(number);
}

/** Said of a month that runs: what is written stands for a part of it. */
export function runsText(
  { month, weeksOver }: Pick<MonthEndView, "month" | "weeksOver">,
  today: Day,
): string {
  const over =
    weeksOver === 0
      ? "Its first week runs"
      : `${capital(inWords(weeksOver))} of its ${inWords(month.weeks)} weeks ${weeksOver === 1 ? "is" : "are"} over`;
  return `${over}; it goes on until ${dayText(month.end, today)}, and its goals are those of the whole month.`;
}

/** "Six orders: four from new clients and two upgrades. New: €120,000; upgrades: €30,000." */
export function ordersText({ orders, kinds }: MonthEndView["orders"]): string {
  if (orders === 0) return "No deal was won in this month.";
  const { new: fresh, upgrade } = kinds;
  const said = (kind: typeof fresh) => kind.money.map(moneyText).join(" and ");
  const amounts = [
    ...(fresh.money.length > 0 ? [`new: ${said(fresh)}`] : []),
    ...(upgrade.money.length > 0 ? [`upgrades: ${said(upgrade)}`] : []),
  ].join("; ");
  const many = capital(counted(orders, "deal won", "deals won"));
  const parts = [
    ...(fresh.orders > 0 ? [`${inWords(fresh.orders)} new`] : []),
    ...(upgrade.orders > 0
      ? [
          counted(
            upgrade.orders,
            "upgrade of a client who had bought before",
            "upgrades of clients who had bought before",
          ),
        ]
      : []),
  ].join(" and ");
  return `${many}: ${parts}.${amounts === "" ? "" : ` ${capital(amounts)}.`}`;
}

/** "Two of ten reps have received the introductions of their goal. Each is held to their own goals, by name." */
export function repsText(
  found: Pick<RepPlansView, "items" | "nextCursor"> | undefined,
  runs: boolean,
): string {
  const all = "Each is held to their own goals, this month and in the year to date, by name.";
  const set = (found?.items ?? []).flatMap(({ plan }) => {
    const attained = plan["referrals-received"].month;
    return attained.goal === null ? [] : [shortBy(attained) === 0];
  });
  // Of the first of many the sum would say nothing.
  if (found === undefined || found.nextCursor !== null || set.length === 0) return all;
  const reached = set.filter(Boolean).length;
  const who = `${reached === 0 ? "None" : capital(inWords(reached))} of ${counted(set.length, "rep", "reps")}`;
  return `${who} ${reached === 1 || reached === 0 ? "has" : "have"} received the introductions of their goal${runs ? " so far" : ""}. ${all}`;
}

type InHand = StillToComeView["byMonth"];

/** "With no new ask, what is in hand brings 0 to 2 more deals by 29 November, and 1 to 4 by 3 January." */
export function stillText(
  { month, quarter, byMonth, byQuarter }: Omit<StillToComeView, "open">,
  today: Day,
): string {
  if (byMonth.kind === "too-early" || byQuarter.kind === "too-early") {
    const early =
      byMonth.kind === "too-early" ? byMonth : (byQuarter as Extract<InHand, { kind: "too-early" }>);
    return earlyText(early, "what the introductions in hand can still bring");
  }
  const by = ({ deals, until }: Extract<InHand, { kind: "in-hand" }>) =>
    `${deals.high === 0 ? "no" : rangeText(deals)} more ${deals.high === 1 ? "deal" : "deals"} by ${dayText(until, today)}`;
  const soon = month.end >= today ? by(byMonth) : null;
  const later = quarter.end === month.end ? null : by(byQuarter);
  const said = [soon, later].filter((each) => each !== null).join(", and ");
  return `With no new ask, the asks and introductions in hand bring ${said}, in 8 of 10 such times.`;
}

/** "Nine asks may still bring an introduction, four introductions a meeting, and three people met may still become clients." */
export function openText({ introductions, meetings, deals }: NonNullable<StillToComeView["open"]>): string {
  if (introductions.many + meetings.many + deals.many === 0)
    return "Nothing is open that could still come: it takes new asks.";
  const asks = counted(introductions.many, "ask", "asks");
  const introduced = counted(meetings.many, "introduction", "introductions");
  const met = counted(deals.many, "person met", "people met");
  return `${capital(asks)} may still bring an introduction, ${introduced} a meeting, and ${met} may still become ${deals.many === 1 ? "a client" : "clients"}.`;
}

/** "3 of 5", "3" */
export function ofGoal({ count, goal }: Attained): string {
  const said = numberText(count);
  return goal === null ? said : `${said} of ${numberText(goal)}`;
}
