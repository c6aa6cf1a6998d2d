import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import {
  higherLevels,
  lastDaysOf,
  mayBeLate,
  LOOKED_BACK_DAYS,
  raisedAtTheEnd,
  raisedBack,
  writtenLate,
  type Look,
  type Share,
} from "./spiff-look.ts";
import {
  circlesOf,
  colleaguesAmong,
  lagsBetween,
  levelsBetween,
  raisedBetween,
  writtenSince,
  type Lag,
} from "./spiff-look-reader.ts";
import { monthAt, readBooks, type SpiffBooks } from "./spiff-month-actions.ts";
import type { PayoutRow } from "./spiff-payout-store.ts";
import { countsIn } from "./spiff-pay.ts";
import { factsFor, membersSince, spansOf, type MemberLine, type ReadFact } from "./spiff-reader.ts";
import { maySeeStatement, type Round } from "./spiff.ts";

export interface MemberLooks {
  member: MemberLine;
  looks: Look[];
}

const NOTHING = { n: 0, within: null };
const NOBODY: Share = { high: 0, of: 0 };
const HIGH = [3, 4, 5];
const ALL_LEVELS = [1, 2, 3, 4, 5];

/** What is worth a look together in a month, by member: of those whose statements the actor may see. Throws Problem not-found. */
export async function looksOf(tx: Tx, actor: Actor, day: Day): Promise<MemberLooks[]> {
  const books = await readBooks(tx, actor);
  const { payout, month } = monthAt(books, day);
  const rounds = payout ? (books.signed.get(payout.id) ?? []) : month.rounds;
  const { calendar, timeZone } = actor.workspace;
  const { start, end } = payout ?? month;
  const corrected = payout || month.due ? await correctedFacts(tx, books, payout, timeZone) : NO_FACTS;
  if (rounds.length === 0 && corrected.facts.length === 0) return [];
  const from = rounds.reduce((least, round) => (round.from < least ? round.from : least), start);
  const { firstDay } = payout?.calendar ?? calendar;
  const before = { from: addDays(from, -LOOKED_BACK_DAYS), to: addDays(from, -1) };
  const introducing = rounds.filter(isIntroducing);
  const [introduced] = introducing;
  const levels = introduced?.version.levels ?? HIGH;
  const [read, levelsBefore, members] = await Promise.all([
    factsFor(tx, spansOf(rounds, { levels: true }), firstDay, { timeZone }),
    introduced ? levelsBetween(tx, levels, before) : new Map<string, Share>(),
    membersSince(
      tx,
      from,
      timeZone,
      corrected.facts.map(({ memberId }) => memberId),
    ),
  ]);
  const seen = members.filter(({ id, teamId }) => maySeeStatement(actor, { memberId: id, teamId }));
  const own = read.filter((fact) => rounds.some((round) => isIn(round, fact)));
  const facts = [...own, ...corrected.facts.filter(({ lineId }) => corrected.written.has(lineId))];
  const measures = [...new Set([...rounds, ...corrected.rounds].map(({ core }) => core.measure as string))];
  const referralIds = [...own, ...corrected.facts].flatMap(({ measure, subjectId }) =>
    measure === "referrals-received" ? subjectId : [],
  );
  const paidLevels = levelsPaid([...introducing, ...corrected.rounds.filter(isIntroducing)]);
  const [raised, circles, colleagues] =
    introduced || referralIds.length > 0
      ? await Promise.all([
          raisedBetween(tx, lastDays(introducing, { start, end }), referralIds, timeZone),
          circlesOf(tx, referralIds),
          colleaguesAmong(tx, referralIds),
        ])
      : [[], [], []];
  const byMember = Map.groupBy(facts, ({ memberId }) => memberId);
  const lagsNow = new Map([...byMember].map(([memberId, all]) => [memberId, all.map(lagOf)]));
  const late = seen.filter(({ id }) => mayBeLate(lagsNow.get(id) ?? []));
  const usual = await lagsBetween(
    tx,
    {
      memberIds: late.map(({ id }) => id),
      teamIds: [...new Set(late.flatMap(({ teamId }) => teamId ?? []))],
    },
    measures,
    before,
    timeZone,
  );
  const shares = sharesNow(read, introduced, levels);
  const ofTeam = sharesOfTeams(members, shares);
  return seen
    .map((member) => {
      const mine = <T extends { memberId: string }>(all: readonly T[]) =>
        all.filter(({ memberId }) => memberId === member.id).map(({ memberId: _of, ...rest }) => rest);
      const looks = [
        writtenLate(
          lagsNow.get(member.id) ?? [],
          usualOf(usual, { memberId: member.id }),
          usualOf(usual, { teamId: member.teamId }),
        ),
        higherLevels(
          shares.get(member.id) ?? NOBODY,
          levelsBefore.get(member.id) ?? NOBODY,
          without(ofTeam.get(member.teamId) ?? NOBODY, shares.get(member.id) ?? NOBODY),
        ),
        raisedAtTheEnd(mine(raised)),
        raisedBack(mine(raised), paidLevels),
        ...mine(circles),
        ...mine(colleagues),
      ].filter((look) => look !== null);
      return { member, looks };
    })
    .filter(({ looks }) => looks.length > 0);
}

interface Corrected {
  facts: ReadFact[];
  /** Of these lines it was the line that came later, of the others the level that was said. */
  written: Set<string>;
  rounds: Round[];
}

const NO_FACTS: Corrected = { facts: [], written: new Set(), rounds: [] };

/**
 * What was said of months that were signed by then since the last of them was, and counts there: the statements of this month pay it.
 * `payout`: of that signed month, null: of the one that is due.
 */
async function correctedFacts(
  tx: Tx,
  { payouts, signed }: SpiffBooks,
  payout: PayoutRow | null,
  timeZone: string,
): Promise<Corrected> {
  const before = payout === null ? payouts : payouts.slice(0, payouts.indexOf(payout));
  const last = before.at(-1);
  const rounds = before.flatMap(({ id }) => signed.get(id) ?? []);
  if (!last || rounds.length === 0) return NO_FACTS;
  const lines = await writtenSince(
    tx,
    [...new Set(rounds.map(({ core }) => core.measure as string))],
    spanOf(rounds),
    { since: last.at, until: payout?.at ?? null },
  );
  if (lines.length === 0) return NO_FACTS;
  const ids = new Set(lines.map(({ lineId }) => lineId));
  const about = rounds.filter(({ from, to }) => lines.some(({ day }) => from <= day && day <= to));
  const memberIds = [...new Set(lines.map(({ memberId }) => memberId))];
  const { firstDay } = last.calendar;
  const read = await factsFor(tx, spansOf(about, { levels: true }), firstDay, { memberIds, timeZone });
  return {
    facts: read.filter((fact) => ids.has(fact.lineId) && about.some((round) => isIn(round, fact))),
    written: new Set(lines.filter(({ relevelled }) => !relevelled).map(({ lineId }) => lineId)),
    rounds: about,
  };
}

function spanOf(rounds: readonly Round[]): { from: Day; to: Day } {
  const from = rounds.reduce((least, round) => (round.from < least ? round.from : least), rounds[0]!.from);
  const to = rounds.reduce((most, round) => (round.to > most ? round.to : most), rounds[0]!.to);
  return { from, to };
}

function isIntroducing({ core }: Round): boolean {
  return core.measure === "referrals-received";
}

function levelsPaid(rounds: readonly Round[]): number[] {
  return [...new Set(rounds.flatMap(({ version }) => version.levels ?? ALL_LEVELS))];
}

function isIn(round: Round, fact: ReadFact): boolean {
  return fact.measure === round.core.measure && countsIn(round, fact);
}

/** Of all introductions of the rounds' days, whatever their level. */
function sharesNow(
  facts: readonly ReadFact[],
  round: Round | undefined,
  levels: readonly number[],
): Map<string, Share> {
  const shares = new Map<string, Share>();
  if (!round) return shares;
  for (const { measure, memberId, day, level } of facts) {
    if (measure !== round.core.measure || day < round.from || day > round.to) continue;
    const share = shares.get(memberId) ?? { high: 0, of: 0 };
    const high = share.high + (level !== null && levels.includes(level) ? 1 : 0);
    shares.set(memberId, { high, of: share.of + 1 });
  }
  return shares;
}

/** Those in no team are together as well. */
function sharesOfTeams(
  members: readonly MemberLine[],
  shares: ReadonlyMap<string, Share>,
): Map<string | null, Share> {
  const teams = new Map<string | null, Share>();
  for (const { id, teamId } of members) {
    const { high, of } = teams.get(teamId) ?? NOBODY;
    const own = shares.get(id) ?? NOBODY;
    teams.set(teamId, { high: high + own.high, of: of + own.of });
  }
  return teams;
}

function without(all: Share, own: Share): Share {
  return { high: all.high - own.high, of: all.of - own.of };
}

/** Days until it was written down. */
function lagOf({ day, writtenOn }: ReadFact): number {
  return daysBetween(day, writtenOn ?? day);
}

function usualOf(lags: readonly Lag[], { memberId, teamId }: { memberId?: string; teamId?: string | null }) {
  if (memberId !== undefined) return lags.find((lag) => lag.memberId === memberId) ?? NOTHING;
  return lags.find((lag) => lag.memberId === null && teamId !== null && lag.teamId === teamId) ?? NOTHING;
}

/** Without such a round the month's own. */
function lastDays(
  rounds: readonly Round[],
  { start, end }: { start: Day; end: Day },
): { from: Day; to: Day } {
  const to = rounds.length === 0 ? end : spanOf(rounds).to;
  const from = addDays(to, 1 - lastDaysOf(rounds[0]?.core.period ?? "month"));
  return { from: from < start ? start : from, to };
}
