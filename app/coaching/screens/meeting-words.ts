import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { howText } from "#asks/screens/ask-words.ts";
import { capital, counted, inWords, moneyText } from "#lib/web/words.ts";
import type { PromisesOfView, SalesMeetingView, ToldAskView } from "../sales-meeting-view.ts";
import type { Than } from "../own-past.ts";
import type { Part } from "../sales-meeting.ts";
import { THAN_WORDS } from "./coaching-words.ts";

/** What a part is called where its sentence is too long. */
export const PART_NAMES: Record<Part, string> = {
  promises: "Promises kept",
  scoreboard: "Scoreboard",
  "best-ask": "Best ask",
  introductions: "Introductions",
  loops: "Loops closed",
  chain: "Chain of the week",
  wins: "Wins",
  recognition: "Praise",
  skill: "Two minutes together",
  next: "Week ahead",
};

/** The sentence that a part opens with. */
export function partTitle(part: Part, pack: SalesMeetingView): string {
  return TITLES[part](pack);
}

/** "The week of Mon 9 Nov", "This week so far" */
export function meetingWeek({ week, ended }: Pick<SalesMeetingView, "week" | "ended">, today: Day): string {
  return ended ? `The week of ${shortDay(week, today)}` : "This week so far";
}

/** The page's heading. */
export function meetingHeading(pack: SalesMeetingView): string {
  if (isEmptyWeek(pack)) return `Nothing is written down of ${pack.team.name}’s week`;
  const of = pack.promises.kept + pack.promises.missed + pack.promises.open;
  return of === 0 ? scoreboardTitle(pack) : promisesTitle(pack);
}

/** Nothing was promised, done or promised since. */
export function isEmptyWeek({ promises, scoreboard, loops, recognition, next }: SalesMeetingView): boolean {
  return (
    promises.kept + promises.missed + promises.open === 0 &&
    scoreboard.kpis.every(({ count }) => count === 0) &&
    loops.told.length + loops.thanked === 0 &&
    recognition.praise.length + recognition.milestones.length === 0 &&
    next.people.every(({ lines }) => lines.length === 0)
  );
}

const TITLES: Record<Part, (pack: SalesMeetingView) => string> = {
  promises: promisesTitle,
  scoreboard: scoreboardTitle,
  "best-ask": ({ bestAsk }) =>
    bestAsk === null ? "No ask to tell of" : `${bestAsk.member.name} asked ${bestAsk.source.name}`,
  introductions: ({ introductions }) => {
    if (introductions.length === 0) return "No introduction came in this week";
    const sources = new Set(introductions.map(({ source }) => source?.id)).size;
    return capital(
      `${counted(introductions.length, "introduction", "introductions")} from ${counted(sources, "source", "sources")}`,
    );
  },
  loops: ({ loops }) => {
    const told = new Set(loops.told.map(({ source }) => source.id)).size;
    if (told === 0 && loops.thanked > 0)
      return capital(`${counted(loops.thanked, "thank-you", "thank-yous")} to sources`);
    return told === 0
      ? "No source heard what came of an introduction"
      : capital(`${counted(told, "source", "sources")} ${told === 1 ? "knows" : "know"} what came of it`);
  },
  chain: ({ chain }) => {
    const [first, last] = [chain?.people[0], chain?.people.at(-1)];
    if (chain === null || first === undefined || last === undefined) return "No chain grew";
    return `From ${first.name} to ${last.name} in ${inWords(chain.people.length - 1)} steps`;
  },
  wins: ({ wins }) => {
    const all = wins.flatMap(({ money }) => money ?? []);
    const [one] = all;
    const worth =
      one !== undefined && all.every(({ currency }) => currency === one.currency)
        ? `, ${moneyText({ currency: one.currency, minor: all.reduce((sum, { minor }) => sum + minor, 0) })}`
        : "";
    return capital(`${counted(wins.length, "deal", "deals")} won through introductions${worth}`);
  },
  recognition: ({ recognition: { praise, milestones } }) => {
    const praised = new Set(praise.map(({ to }) => to.id)).size;
    const parts = [
      ...(praised === 0 ? [] : [`${counted(praised, "person", "people")} praised`]),
      ...(milestones.length === 0 ? [] : [counted(milestones.length, "milestone", "milestones")]),
    ];
    return capital(parts.join(", and ") || "nobody was praised");
  },
  skill: ({ drill }) => drill?.skillName ?? "Nothing to rehearse",
  next: ({ next }) => {
    const lines = next.people.reduce((sum, each) => sum + each.lines.length, 0);
    if (lines === 0) return "What do you promise for the week ahead?";
    return capital(`${counted(lines, "promise", "promises")} for the week ahead`);
  },
};

function promisesTitle({ ended, promises: { kept, missed, open } }: SalesMeetingView): string {
  const of = kept + missed + open;
  if (of === 0) return ended ? "Nobody had promised anything" : "Nobody has promised anything yet";
  if (!ended && kept < of)
    return capital(
      `${counted(of, "promise", "promises")}, ${kept === 0 ? "none" : inWords(kept)} kept so far`,
    );
  if (kept === of) return of === 1 ? "One promise, kept" : `All ${inWords(of)} promises kept`;
  return `${capital(kept === 0 ? "none" : inWords(kept))} of ${counted(of, "promise", "promises")} kept`;
}

function scoreboardTitle({ scoreboard: { kpis } }: SalesMeetingView): string {
  const count = (kpi: string) => kpis.find((each) => each.kpi === kpi)?.count ?? 0;
  const asked = count("people-asked");
  const came = count("referrals-received");
  const people = asked === 0 ? "Nobody asked" : capital(`${counted(asked, "person", "people")} asked`);
  return `${people}, ${counted(came, "introduction", "introductions")}`;
}

/** "3 of 4 kept", "all 3 kept"; while the week runs "3 promised", "1 of 3 kept so far" */
export function keptOf({ kept, of }: PromisesOfView, ended: boolean): string {
  if (kept === of) return of === 1 ? "kept" : `all ${of} kept`;
  if (!ended) return kept === 0 ? `${of} promised` : `${kept} of ${of} kept so far`;
  return `${kept} of ${of} kept`;
}

/** Why this skill. */
export function whyDrill({ why }: NonNullable<SalesMeetingView["drill"]>): string {
  if (why.kind === "chosen") return "Chosen for this week.";
  if (why.kind === "holds") return why.says;
  if (why.kind === "due") return `Due again for ${why.of} of ${why.people}, more than anything else.`;
  return `${why.of} of ${why.people} have never rehearsed it.`;
}

/** How two minutes go. */
export const DRILL_STEPS: readonly string[] = [
  "In pairs: one asks, the other says the first line.",
  "After two minutes whoever listened says yes or no to each point, nothing else.",
];

export function heldText({ held }: Pick<SalesMeetingView, "held">, today: Day): string {
  return held === null ? "not held yet" : `held on ${dayText(held.on, today)}`;
}

/** "by phone, when we had delivered, on Tue 10 Nov. It brought Bo Krug (level 3)." */
export function askSoft(ask: ToldAskView, today: Day): string {
  const whom = ask.forWhom ?? ask.targetName;
  const brought = ask.brought.map(({ contact, level }) => `${contact?.name ?? "somebody"} (level ${level})`);
  return [
    `${capital(howText(ask.channel, ask.moment))}, ${shortDay(ask.day, today)}.`,
    ...(whom === null ? [] : [`For ${whom}.`]),
    ...(brought.length === 0 ? [] : [`It brought ${brought.join(", ")}.`]),
  ].join(" ");
}

/** "as usual, 4.2", "fewer than usual, 14.2"; "too early to say" */
export function besidePastText({ than, average }: { than: Than; average: number | null }): string {
  if (average === null || than === "too-early") return THAN_WORDS[than];
  return `${THAN_WORDS[than]}, ${average.toLocaleString("en-GB", { maximumFractionDigits: 1 })}`;
}

const LONGEST_QUOTE = 320;

/** As much of somebody's words as a room reads while it listens. */
export function shortWords(words: string): string {
  if (words.length <= LONGEST_QUOTE) return words;
  return `${words.slice(0, words.lastIndexOf(" ", LONGEST_QUOTE)).replace(/[\s,;.]+$/, "")} …`;
}
