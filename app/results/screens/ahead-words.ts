import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { capital, counted, hundredthsText, inWords, numberText } from "#lib/web/words.ts";
import type { HeldView, SaidFactView, SayingView } from "../ahead-view.ts";
import type { FunnelFactView } from "../funnel-view.ts";
import type { Plan, Projection, TooEarly } from "../projection.ts";
import type { Range } from "../range.ts";
import type { Step } from "../step.ts";
import { STEP_NOUNS } from "../step-words.ts";

export const STEPS: readonly Step[] = ["introductions", "meetings", "deals"];

/** "9 to 16", "3" */
export function rangeText({ low, high }: Pick<Range, "low" | "high">): string {
  return low === high ? numberText(low) : `${numberText(low)} to ${numberText(high)}`;
}

/** "9 to 16 introductions", "1 new client" */
export function nounText(step: Step, range: Pick<Range, "low" | "high">): string {
  const { one, many } = STEP_NOUNS[step];
  return `${rangeText(range)} ${range.low === 1 && range.high === 1 ? one : many}`;
}

const STRETCH: Record<number, string> = { 4: "such months", 13: "such quarters", 26: "such half-years" };

/** "By 21 February: 9 to 16 introductions, 4 to 9 first meetings, 1 to 4 new clients; in eight of ten such quarters." */
export function aheadText(projection: Projection, by: Day, today: Day, weeks: number): string {
  if (projection.kind === "too-early") return earlyText(projection);
  const said = STEPS.map((step) => nounText(step, projection.steps[step].at(-1)!)).join(", ");
  return `By ${dayText(by, today)}: ${said}; in eight of ten ${STRETCH[weeks] ?? "such times"}.`;
}

const TRIES: Record<Step, string> = {
  introductions: "asks",
  meetings: "introductions",
  deals: "people met",
};

const TAKES: Record<Step, string> = {
  introductions: "an ask brings an introduction",
  meetings: "an introduction leads to a meeting",
  deals: "somebody you met becomes a client",
};

export function earlyText({ step, n, why }: TooEarly, of = "what comes"): string {
  if (why === "how-long")
    return `Too early to say ${of}: how long it takes until ${TAKES[step]} is not known yet. It will be once most have had that time, and some weeks more.`;
  return `Too early to say ${of}: it takes twenty ${TRIES[step]} to reckon with, and there ${n === 1 ? "is" : "are"} ${n === 0 ? "none" : inWords(n)} so far.`;
}

/** What more asks would change; `alone`: of one person, who is not everybody. */
export function moreText(now: Projection, then: Projection, more: number, alone: boolean): string | null {
  if (now.kind === "too-early" || then.kind === "too-early" || more === 0) return null;
  const gain = (step: Step) => Math.max(0, then.steps[step].at(-1)!.middle - now.steps[step].at(-1)!.middle);
  const [introductions, clients] = [gain("introductions"), gain("deals")];
  const asks = `${inWords(more)} more ask${more === 1 ? "" : "s"} ${aWeek(alone)}`;
  if (introductions === 0) return `With ${asks} hardly anything more comes in this time.`;
  return `With ${asks}: about ${introductions} more ${introductions === 1 ? "introduction" : "introductions"} and ${clients === 0 ? "hardly any" : `about ${clients}`} more ${clients === 1 ? "client" : "clients"} in this time; what they bring later comes on top.`;
}

/** "3 clients by 21 February take 12 to 25 introductions: 4 to 9 asks a week from everybody. With six it works out about every other time, with nine about nine times of ten." */
export function planText(plan: Plan, clients: number, by: Day, today: Day, alone: boolean): string {
  if (plan.kind === "too-early") return earlyText(plan);
  const { asks, introductions } = plan;
  const want = `${clients === 1 ? "One client" : `${clients} clients`} by ${dayText(by, today)}`;
  if (asks.middle === null)
    return `${want}: asking alone does not bring that in this time, however much is asked. Give it more weeks, or fewer clients.`;
  if (asks.high === 0) return `${want}: what is in hand brings that, as far as it can be said.`;
  const least = asks.low ?? 0;
  const weekly =
    asks.high === null
      ? `${least} asks or more`
      : `${rangeText({ low: least, high: asks.high })} ${asks.high === 1 ? "ask" : "asks"}`;
  const introduced =
    introductions.low === null
      ? ""
      : ` ${clients === 1 ? "takes" : "take"} ${introductionsText(introductions.low, introductions.high)}`;
  return `${want}${introduced}: ${weekly} ${aWeek(alone)}. ${oddsText(asks.middle, asks.high)}`;
}

/** Of one person a share of everybody's would be read as that of the whole team. */
export function aWeek(alone: boolean): string {
  return alone ? "a week" : "a week from everybody";
}

function introductionsText(low: number, high: number | null): string {
  return high === null ? `${low} introductions or more` : nounText("introductions", { low, high });
}

/** What the middle and the upper end of a plan mean. */
function oddsText(middle: number, high: number | null): string {
  const often = middle === 0 ? "Without a new ask it works out" : `With ${inWords(middle)} it works out`;
  if (middle === high) return `${often} about nine times of ten.`;
  return `${often} about every other time${high === null ? "" : `, with ${inWords(high)} about nine times of ten`}.`;
}

type Horizon = HeldView["horizons"][number];

/** "Our ranges of four weeks have held 41 of 52 times (66 to 88 %); they are meant to hold eight of ten." */
export function heldText({ weeks, held, of, rate, verdict }: Horizon): string {
  if (of === 0) return `No range of ${inWords(weeks)} weeks is over yet.`;
  const said = `Our ranges of ${inWords(weeks)} weeks have held ${held} of ${of} times`;
  if (rate.kind === "too-early") return `${said}; too early to judge them by.`;
  const interval = `(${hundredthsText(rate)} %)`;
  const judged = {
    fits: "they are meant to hold eight of ten",
    narrow: "they promise too much: eight of ten were meant",
    wide: "they say less than they could: eight of ten were meant",
    "too-early": "",
  }[verdict];
  return `${said} ${interval}; ${judged}.`;
}

/** "31 of 39 worked back from what was known then, 2 of 3 said in the week itself" */
export function howText({ said, workedBack }: Horizon): string {
  const parts = [
    ...(said.of > 0 ? [`${said.held} of ${said.of} said then`] : []),
    ...(workedBack.of > 0
      ? [`${workedBack.held} of ${workedBack.of} worked back later, from what was known then`]
      : []),
  ];
  return parts.join("; ");
}

/** What came in the weeks of a range, and where it leads: "Met 3 Nov, introduced by Jale Merz · Mia Sommer" */
export function cameWords(
  step: Step,
  { id, day, personName, sourceName, memberName }: FunnelFactView,
  today: Day,
): { title: string; below: string; to: string } {
  const by = sourceName === null ? "" : `${step === "introductions" ? "" : ", introduced"} by ${sourceName}`;
  return {
    title: personName ?? "Somebody who was erased",
    below: `${CAME[step]} ${shortDay(day, today)}${by} · ${memberName}`,
    to: `/referrals/${id}`,
  };
}

const CAME: Record<Step, string> = { introductions: "Introduced", meetings: "Met", deals: "Client" };

/** "8 of 10 on 4 May · introduced Veit Reimers 10 Jun · Mia Sommer" */
export function saidWords(
  { day, score, personId, personName, accountName, memberName, introducedOn, introducedName }: SaidFactView,
  today: Day,
): { title: string; below: string; to: string } {
  const did =
    introducedOn === null
      ? "introduced nobody within half a year"
      : `introduced ${introducedName ?? "somebody"} ${shortDay(introducedOn, today)}`;
  return {
    title: accountName === null ? personName : `${personName}, ${accountName}`,
    below: `${score} of 10 on ${shortDay(day, today)} · ${did} · ${memberName}`,
    to: `/people/${personId}`,
  };
}

export function sayingText({ groups, young }: Pick<SayingView, "groups" | "young">): string {
  const would = groups.find(({ said }) => said === "would");
  const waiting =
    young > 0
      ? ` ${capital(inWords(young))} more ${young === 1 ? "has" : "have"} not had half a year yet.`
      : "";
  if (would === undefined || would.of === 0)
    return `Nobody who said they would recommend us has had half a year to do it.${waiting}`;
  const cards = counted(would.of, "report card on which a client", "report cards on which clients");
  const followed = would.did === 0 ? "none" : inWords(would.did);
  return `Of ${cards} said they would recommend us, ${followed} ${would.did > 1 ? "were" : "was"} followed by an introduction of theirs within half a year.${waiting}`;
}
