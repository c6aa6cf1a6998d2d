import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { nextWeek } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { promiseText } from "#commitments/promise-words.ts";
import { tallied, type PromiseState, type Tallied } from "#commitments/promise.ts";
import { weeksOf, type PromiseNow, type WeekNow } from "#commitments/week-reader-actions.ts";
import { dutiesWhere } from "#loops/owed-actions.ts";
import type { PracticeLanguage } from "#practice/library/practice-languages.ts";
import { linesWithNames } from "#people/timeline-actions.ts";
import { sourcesUpTheChain } from "#referrals/chain-actions.ts";
import type { NamedFact } from "#scorecard/fact-reader.ts";
import {
  listFacts,
  membersOfTeam,
  scorecardOf,
  type RepRow,
  type ScorecardRow,
} from "#scorecard/scorecard-actions.ts";
import { KPI_FIELDS } from "#scorecard/scorecard.ts";
import { KPIS, type Kpi } from "#team/measure.ts";
import { milestonesOf } from "./milestone-actions.ts";
import type { Milestone } from "./milestone.ts";
import { besideOwnPast, WEEKS_BEFORE, type OwnPast } from "./own-past.ts";
import { praiseOf, toldToAll, type Fact as ToldFact } from "./praise-actions.ts";
import type { PraiseRow } from "./praise-store.ts";
import { toldAsks, type ToldAskWithWords } from "./sales-meeting-ask-actions.ts";
import { drillOf, type Drill } from "./sales-meeting-drill-actions.ts";
import {
  asksBehind,
  awayOn,
  dealsThrough,
  membersIn,
  wordsToSources,
  type Named,
  type TeamMember,
  type WordToSource,
} from "./sales-meeting-reader.ts";
import { findMeeting, lastMinutes, type SalesMeetingRow } from "./sales-meeting-store.ts";
import {
  bestOf,
  chainOfWeek,
  DEFAULT_MINUTES,
  mayArrangeMeeting,
  partsShown,
  PARTS,
  type GrownChain,
  type Minutes,
  type Part,
} from "./sales-meeting.ts";

/** More of one number than a team brings about in a week. */
const MOST_FACTS = 2_000;

/** A promise as the room hears it: what somebody said in words of their own is theirs to say. */
export interface ToldPromise {
  state: PromiseState;
  text: string | null;
}

export interface MembersPromises {
  member: Named;
  away: boolean;
  /** Kept ones alone of a week that is told of: what was not kept has its number, and nobody is named for it by the screen. */
  lines: ToldPromise[];
  tally: Tallied;
}

/** One number of the team's week, beside its goal, the week before, and its own past. */
export interface TeamKpi {
  kpi: Kpi;
  count: number;
  goal: number | null;
  before: number | null;
  past: OwnPast;
}

export interface Introduced {
  referralId: string;
  source: Named | null;
  contact: Named | null;
  accountName: string | null;
  level: number;
  member: Named;
  asked: boolean;
  day: Day;
}

export interface Win {
  dealId: string;
  name: string;
  accountName: string | null;
  member: Named;
  money: NamedFact["money"];
  source: Named | null;
  day: Day;
}

export interface SalesMeetingPack {
  team: Named;
  week: Day;
  ended: boolean;
  mayArrange: boolean;
  held: { on: Day; by: Named } | null;
  minutes: Minutes;
  /** What was settled by hand; null: as the rules propose. */
  chosen: Pick<SalesMeetingRow, "bestAskId" | "skill" | "scenario">;
  parts: Part[];
  members: TeamMember[];
  /** Who is not here today, for whoever leads them: they read it at its address. */
  awayToday: Named[];
  promises: { people: MembersPromises[]; tally: Tallied };
  scoreboard: { kpis: TeamKpi[]; weeksBefore: number; reps: (RepRow & { away: boolean })[] };
  bestAsk: ToldAskWithWords | null;
  asks: ToldAskWithWords[];
  introductions: Introduced[];
  loops: { told: WordToSource[]; thanked: number; late: number };
  chain: (GrownChain & { member: Named }) | null;
  wins: Win[];
  recognition: {
    /** Without what is told to few: everybody in the room reads along, whoever opened it. */
    praise: (PraiseRow & { fact: ToldFact | null })[];
    milestones: (Milestone & { name: string; fact: ToldFact | null })[];
  };
  drill: Drill | null;
  next: { week: Day; people: MembersPromises[] };
}

/** A team's week as its meeting tells it, from what is written down: the number of queries does not grow with the team. */
export async function packOf(
  tx: Tx,
  actor: Actor,
  { team, week, language }: { team: Named; week: Day; language: PracticeLanguage },
): Promise<SalesMeetingPack> {
  const to = addDays(week, 6);
  const row = await findMeeting(tx, team.id, week);
  const minutes = row?.minutes ?? (await lastMinutes(tx, team.id, week)) ?? DEFAULT_MINUTES;
  const members = await membersIn(tx, team.id, week);
  const later = await membersIn(tx, team.id, nextWeek(week));
  const ids = members.map(({ id }) => id);
  const facts = (measure: string) =>
    listFacts(tx, actor, { teamId: team.id, measure, from: week, to }, undefined, MOST_FACTS).then(
      ({ items }) => items,
    );
  const introduced = await facts("referrals-received");
  const asked = await facts("people-asked");
  const won = await facts("deals-closed");
  const behind = await asksBehind(
    tx,
    introduced.map(({ subject }) => subject.id),
  );
  const asks = await toldAsks(tx, actor, { introduced, asked, behind, to });
  const promised = await weeksOf(tx, actor, ids, { from: week, to: week });
  const chosen = {
    bestAskId: row?.bestAskId ?? null,
    skill: row?.skill ?? null,
    scenario: row?.scenario ?? null,
  };
  const mayArrange = mayArrangeMeeting(actor, team.id);
  const today = mayArrange ? await awayOn(tx, ids, actor.today) : new Set<string>();
  const wins = await winsOf(tx, won);
  const pack = {
    team,
    week,
    ended: actor.today > to,
    mayArrange,
    held: row?.heldOn && row.heldBy ? { on: row.heldOn, by: row.heldBy } : null,
    minutes,
    chosen,
    members,
    awayToday: members.filter(({ id }) => today.has(id)),
    promises: promisesTold(members, promised, ({ state }) => state === "kept"),
    scoreboard: await scoreboardOf(tx, actor, {
      teamId: team.id,
      week,
      members,
      promised,
      ended: actor.today > to,
    }),
    bestAsk: bestOf(asks, chosen.bestAskId),
    asks,
    introductions: introductionsOf(introduced, behind),
    loops: await loopsOf(tx, actor, ids, { from: week, to }),
    chain: await grownChain(tx, introduced, wins),
    wins,
    recognition: await recognitionOf(tx, actor, members, { from: week, to }),
    drill: await drillOf(tx, actor, { memberIds: ids, week, language, chosen }),
    next: {
      week: nextWeek(week),
      people: promisesTold(
        later,
        await weeksOf(
          tx,
          actor,
          later.map(({ id }) => id),
          { from: nextWeek(week), to: nextWeek(week) },
        ),
        () => true,
      ).people,
    },
  };
  return { ...pack, parts: partsShown(filledOf(pack), minutes) };
}

function filledOf(pack: Omit<SalesMeetingPack, "parts">): ReadonlySet<Part> {
  const has: Record<Part, boolean> = {
    promises: true,
    scoreboard: true,
    "best-ask": pack.bestAsk !== null,
    introductions: true,
    loops: pack.loops.told.length + pack.loops.thanked + pack.loops.late > 0,
    chain: pack.chain !== null,
    wins: pack.wins.length > 0,
    recognition: pack.recognition.praise.length + pack.recognition.milestones.length > 0,
    skill: pack.drill !== null,
    next: true,
  };
  return new Set(PARTS.filter((part) => has[part]));
}

function promisesTold(
  members: readonly TeamMember[],
  weeks: readonly WeekNow[],
  isTold: (promise: PromiseNow) => boolean,
): SalesMeetingPack["promises"] {
  const ofMember = new Map(weeks.map((week) => [week.memberId, week]));
  const people = members.flatMap((member) => {
    const week = ofMember.get(member.id);
    if (week === undefined) return [];
    return [
      {
        member: { id: member.id, name: member.name },
        away: week.away,
        lines: week.promises.filter(isTold).map((each) => ({ state: each.state, text: textOf(each) })),
        tally: week.tally,
      },
    ];
  });
  const states = weeks.flatMap(({ promises }) => promises.map(({ state }) => state));
  return { people, tally: tallied(states) };
}

function textOf({ promised, personName, duty }: PromiseNow): string | null {
  if (promised.kind === "own") return null;
  return promiseText({
    kind: promised.kind,
    personName,
    measure: promised.kind === "count" ? promised.measure : null,
    count: "count" in promised ? promised.count : null,
    words: null,
    duty,
  });
}

async function scoreboardOf(
  tx: Tx,
  actor: Actor,
  {
    teamId,
    week,
    members,
    promised,
    ended,
  }: {
    teamId: string;
    week: Day;
    members: readonly TeamMember[];
    promised: readonly WeekNow[];
    ended: boolean;
  },
): Promise<SalesMeetingPack["scoreboard"]> {
  const from = addDays(week, -7 * WEEKS_BEFORE);
  const { rows } = await scorecardOf(tx, actor, { teamId, by: "week", from, to: week });
  const now = rows.at(-1) as ScorecardRow;
  const past = sinceFirst(rows.slice(0, -1));
  const { members: reps } = await membersOfTeam(tx, actor, { teamId, by: "week", day: week });
  const wasIn = new Set(members.filter(({ role }) => role === "rep").map(({ id }) => id));
  const away = new Set(promised.filter((each) => each.away).map(({ memberId }) => memberId));
  return {
    weeksBefore: past.length,
    kpis: KPIS.map((kpi) => {
      const field = KPI_FIELDS[kpi];
      const count = (row: ScorecardRow) => row[field].count;
      const before = { count: past.reduce((sum, row) => sum + count(row), 0), weeks: past.length };
      return {
        kpi,
        count: count(now),
        goal: now[field].goal,
        before: past.at(-1) === undefined ? null : count(past.at(-1) as ScorecardRow),
        past: ended ? besideOwnPast({ count: count(now), weeks: 1 }, before) : NOT_COMPARED,
      };
    }),
    reps: reps
      .filter((rep) => wasIn.has(rep.id) || KPIS.some((kpi) => rep[KPI_FIELDS[kpi]].count > 0))
      .map((rep) => ({ ...rep, away: away.has(rep.id) })),
  };
}

/** A week that is not over is no week beside whole ones. */
const NOT_COMPARED: OwnPast = { average: null, weeks: 0, than: "too-early" };

/** Weeks before the team counted anything say nothing of it. */
function sinceFirst(rows: readonly ScorecardRow[]): ScorecardRow[] {
  const first = rows.findIndex((row) => KPIS.some((kpi) => row[KPI_FIELDS[kpi]].count > 0));
  return first < 0 ? [] : rows.slice(first);
}

function introductionsOf(
  introduced: readonly NamedFact[],
  behind: readonly { referralId: string; askId: string | null }[],
): Introduced[] {
  const asked = new Set(behind.filter(({ askId }) => askId !== null).map(({ referralId }) => referralId));
  return introduced
    .map(({ subject, source, person, account, level, member, day }) => ({
      referralId: subject.id,
      source,
      contact: person,
      accountName: account?.name ?? null,
      level: level ?? 0,
      member: { id: member.id, name: member.name },
      asked: asked.has(subject.id),
      day,
    }))
    .toSorted(
      (a, b) =>
        (a.source?.name ?? "").localeCompare(b.source?.name ?? "") ||
        b.level - a.level ||
        (a.day < b.day ? -1 : 1),
    );
}

async function loopsOf(
  tx: Tx,
  actor: Actor,
  memberIds: readonly string[],
  span: { from: Day; to: Day },
): Promise<SalesMeetingPack["loops"]> {
  const words = await wordsToSources(tx, memberIds, span);
  const told = new Map<string, WordToSource>();
  // Told of the end is said in place of told on the way.
  for (const word of words)
    if (word.kind === "report" || word.kind === "report-close")
      told.set(`${word.memberId} ${word.referralId}`, word);
  const owed = memberIds.length === 0 ? [] : await dutiesWhere(tx, actor, { memberIds, owing: true });
  return {
    told: [...told.values()],
    thanked: words.filter(({ kind }) => kind.startsWith("thank")).length,
    late: owed.filter(({ state }) => state === "late").length,
  };
}

type WinThrough = Win & { referralId: string | null; contact: Named | null; level: number };

async function winsOf(tx: Tx, won: readonly NamedFact[]): Promise<WinThrough[]> {
  const deals = new Map(
    (
      await dealsThrough(
        tx,
        won.map(({ subject }) => subject.id),
      )
    ).map((deal) => [deal.dealId, deal]),
  );
  return won.flatMap(({ subject, member, account, money, day }) => {
    const deal = deals.get(subject.id);
    if (deal === undefined) return [];
    const { referralId, source, contact, name, level } = deal;
    return [
      {
        dealId: subject.id,
        name,
        accountName: account?.name ?? null,
        member: { id: member.id, name: member.name },
        money,
        source,
        day,
        referralId,
        contact,
        level: level ?? 0,
      },
    ];
  });
}

/** Of lines that grew by an introduction in the week, or ended in a deal in it, the one to tell. */
async function grownChain(
  tx: Tx,
  introduced: readonly NamedFact[],
  wins: readonly WinThrough[],
): Promise<SalesMeetingPack["chain"]> {
  const won = wins.flatMap((win) =>
    win.referralId !== null && win.source !== null && win.contact !== null
      ? [{ ...win, referralId: win.referralId, source: win.source, contact: win.contact, won: true }]
      : [],
  );
  const closed = new Set(won.map(({ referralId }) => referralId));
  const came = introduced.flatMap(({ subject, source, person, member, day, level }) =>
    source !== null && person !== null && !closed.has(subject.id)
      ? [{ referralId: subject.id, source, contact: person, member, day, level: level ?? 0, won: false }]
      : [],
  );
  const ends = [...won, ...came];
  const above = await sourcesUpTheChain(
    tx,
    ends.map(({ referralId }) => referralId),
  );
  return chainOfWeek(
    ends.map(({ referralId, source, contact, member, day, level, won: isWon }) => ({
      referralId,
      people: [...(above.get(referralId) ?? []).toReversed(), source, contact].map(({ id, name }) => ({
        id,
        name,
      })),
      member: { id: member.id, name: member.name },
      day,
      level,
      won: isWon,
    })),
  );
}

async function recognitionOf(
  tx: Tx,
  actor: Actor,
  members: readonly TeamMember[],
  span: { from: Day; to: Day },
): Promise<SalesMeetingPack["recognition"]> {
  const names = new Map(members.map(({ id, name }) => [id, name]));
  if (members.length === 0) return { praise: [], milestones: [] };
  const praise = (await praiseOf(tx, actor, span)).filter(({ to }) => names.has(to.id));
  const milestones = await milestonesOf(tx, actor, { memberIds: [...names.keys()], ...span });
  const facts = await linesWithNames(
    tx,
    [...praise, ...milestones].map(({ factId }) => factId),
  );
  const around = (factId: string): ToldFact | null => {
    const line = facts.lines.get(factId);
    return line !== undefined && toldToAll(line) ? { line, names: facts.names } : null;
  };
  return {
    praise: praise.map((each) => ({ ...each, fact: around(each.factId) })),
    milestones: milestones.map((each) => ({
      ...each,
      name: names.get(each.memberId) ?? "",
      fact: around(each.factId),
    })),
  };
}
