import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import {
  higherLevels,
  lastDaysOf,
  mayBeLate,
  LOOKED_BACK_DAYS,
  raisedAtTheEnd,
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
  type Lag,
} from "./spiff-look-reader.ts";
import { monthAt, readBooks } from "./spiff-month-actions.ts";
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

/** What is worth a look together in a month, by member: of those whose statements the actor may see. Throws Problem not-found. */
export async function looksOf(tx: Tx, actor: Actor, day: Day): Promise<MemberLooks[]> {
  const books = await readBooks(tx, actor);
  const { payout, month } = monthAt(books, day);
  const rounds = payout ? (books.signed.get(payout.id) ?? []) : month.rounds;
  const [first] = rounds;
  if (!first) return [];
  const { calendar, timeZone } = actor.workspace;
  const from = rounds.reduce((least, round) => (round.from < least ? round.from : least), first.from);
  const { firstDay } = payout?.calendar ?? calendar;
  const before = { from: addDays(from, -LOOKED_BACK_DAYS), to: addDays(from, -1) };
  const measures = [...new Set(rounds.map(({ core }) => core.measure as string))];
  const introduced = rounds.find(({ core }) => core.measure === "referrals-received");
  const levels = introduced?.version.levels ?? HIGH;
  const [read, levelsBefore, members] = await Promise.all([
    factsFor(tx, spansOf(rounds, { levels: true }), firstDay, { timeZone }),
    introduced ? levelsBetween(tx, levels, before) : new Map<string, Share>(),
    membersSince(tx, from, timeZone),
  ]);
  const seen = members.filter(({ id, teamId }) => maySeeStatement(actor, { memberId: id, teamId }));
  const facts = read.filter((fact) => rounds.some((round) => isIn(round, fact)));
  const referralIds = facts.flatMap(({ measure, subjectId }) =>
    measure === "referrals-received" ? subjectId : [],
  );
  const [raised, circles, colleagues] = introduced
    ? await Promise.all([
        raisedBetween(
          tx,
          lastDays(rounds.filter(({ core }) => core.measure === "referrals-received")),
          timeZone,
        ),
        circlesOf(tx, referralIds),
        colleaguesAmong(tx, referralIds),
      ])
    : [[], [], []];
  const byMember = Map.groupBy(facts, ({ memberId }) => memberId);
  const lagsNow = new Map([...byMember].map(([memberId, own]) => [memberId, own.map(lagOf)]));
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
        ...mine(circles),
        ...mine(colleagues),
      ].filter((look) => look !== null);
      return { member, looks };
    })
    .filter(({ looks }) => looks.length > 0);
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

function lastDays(rounds: readonly Round[]): { from: Day; to: Day } {
  const to = rounds.reduce((most, round) => (round.to > most ? round.to : most), rounds[0]!.to);
  return { from: addDays(to, 1 - lastDaysOf(rounds[0]!.core.period)), to };
}
