import type { Day } from "#lib/kernel/days.ts";
import { leastIdOf, leastIdSince, newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Author } from "#lib/storage/journal.ts";
import { chainsOfReferrals, introductionsThatBrought } from "#referrals/chain-actions.ts";
import { creditsOf } from "./chain-credit.ts";
import { isAbout } from "./credit-dispute.ts";
import {
  bookedThrough,
  creditsToTakeBack,
  lateLines,
  linesOfDeals,
  linesToCredit,
  rulesSet,
  type CreditRow,
  type WonLine,
} from "./credit-reader.ts";
import { firstWritten, ruleAt, type CountedLine } from "./credit-rule.ts";
import { holdCredits, insertCredits, sayBooked } from "./credit-store.ts";
import { decidedLast } from "./dispute-reader.ts";

const A_STEP = 2_000;
const MOST_PENDING = 1_000;
const MOST_LOOKED = 20_000;

type By = Pick<Author, "now" | "member">;

/** From where on the next step looks. */
export type BookedUpTo = { day: Day; lineId: string };

/**
 * Writes what is not credited yet and takes back what does not stand any more, a step at a time: answers from where the next step goes
 * on, or null when it is done. Said again it changes nothing; two at once wait for each other.
 */
export async function bookCredits(
  tx: Tx,
  author: By,
  after?: BookedUpTo,
  aStep = A_STEP,
): Promise<BookedUpTo | null> {
  await holdCredits(tx);
  if (after === undefined) {
    for (;;) {
      const gone = await creditsToTakeBack(tx, {}, aStep);
      await insertCredits(tx, takenBack(gone, "taken-back", author.now), author);
      if (gone.length < aStep) break;
    }
  }
  const lines = await linesToCredit(tx, { after }, aStep);
  await insertCredits(tx, await creditedBy(tx, lines, author.now), author);
  const last = lines.at(-1);
  return lines.length < aStep || !last ? null : { day: last.day, lineId: last.lineId };
}

/** Everything up to then is written: what is asked for from now on looks only at what came later. */
export async function sayBookedThrough(tx: Tx, through: Date): Promise<void> {
  await sayBooked(tx, through);
}

/** Before another rule is set: what was won until now is written by the one that holds. */
export async function bookLate(tx: Tx, author: By): Promise<void> {
  await holdCredits(tx);
  await insertCredits(tx, (await pendingCredits(tx, author.now)).rows, author);
}

/** The same for one deal, before something is decided about it. */
export async function bookDeal(tx: Tx, author: By, dealId: string): Promise<void> {
  await holdCredits(tx);
  await insertCredits(tx, await pendingOfDeal(tx, author.now, dealId), author);
}

export interface Pending {
  /** Lines that `credit` will have by tomorrow: to be added to those that it has. */
  rows: CreditRow[];
  /** Whether there is more than is worked out on the way. */
  more: boolean;
}

/**
 * What was won, or taken back, since everything was booked, worked out by the same rule; `most` lines of the journal are looked at. Looking
 * back beyond what is booked is for lines that were committed late: that not all of a busy day before was looked at is no matter.
 */
export async function pendingCredits(tx: Tx, now: Date, most = MOST_LOOKED): Promise<Pending> {
  const through = (await bookedThrough(tx)) ?? new Date(0);
  const { looked, first, won, undone } = await lateLines(tx, leastIdSince(through), most);
  const isCut = looked === most && first !== null && first > leastIdOf(through);
  const gone = await creditsToTakeBack(tx, { lineIds: undone }, MOST_PENDING);
  const lines = await linesToCredit(tx, { lineIds: won }, MOST_PENDING);
  return {
    rows: [...takenBack(gone, "taken-back", now), ...(await creditedBy(tx, lines, now))],
    more: isCut || [gone, lines].some(({ length }) => length === MOST_PENDING),
  };
}

/** The same of one deal. */
export async function pendingOfDeal(tx: Tx, now: Date, dealId: string): Promise<CreditRow[]> {
  const gone = await creditsToTakeBack(tx, { dealId }, MOST_PENDING);
  const lines = await linesToCredit(tx, { dealId }, MOST_PENDING);
  return [...takenBack(gone, "taken-back", now), ...(await creditedBy(tx, lines, now))];
}

/** The sources of the chain that led to each of these deals, as it is known now, the first first; none where it is not known. */
export async function chainsThatLed(
  tx: Tx,
  deals: readonly Pick<WonLine, "referralId" | "personId">[],
): Promise<string[][]> {
  const brought = await introductionsThatBrought(
    tx,
    deals.flatMap(({ referralId, personId }) => (referralId === null && personId !== null ? [personId] : [])),
  );
  const introductions = deals.map(({ referralId, personId }) => referralId ?? brought.get(personId ?? ""));
  const chains = await chainsOfReferrals(
    tx,
    introductions.flatMap((id) => id ?? []),
  );
  return introductions.map((id) => chains.get(id ?? "") ?? []);
}

/** The mirror images of these credits. */
export function takenBack(
  rows: readonly CreditRow[],
  why: CreditRow["why"],
  now: Date,
  decisionId?: string,
): CreditRow[] {
  return rows.map((row) => ({
    ...row,
    id: newId(now),
    count: -1,
    minor: -row.minor,
    begunMinor: -row.begunMinor,
    undoes: row.id,
    why,
    ...(decisionId !== undefined && { decisionId }),
  }));
}

/** The credits of the line by which a deal is won, though others stand for it, as they are without what was decided last; `round` is theirs. */
export async function creditedAnew(
  tx: Tx,
  dealId: string,
  { now, round, why }: { now: Date; round: number; why: CreditRow["why"] },
): Promise<CreditRow[]> {
  const rows = await creditedBy(tx, await linesToCredit(tx, { dealId, credited: true }, 1), now);
  return rows.map((row) => ({ ...row, round, why }));
}

/**
 * The credits of lines that have none: as was decided, where that is about the deal as it is, or else by the rule that held when it was
 * won. Of those whose chain is not known: none.
 */
async function creditedBy(tx: Tx, lines: readonly WonLine[], now: Date): Promise<CreditRow[]> {
  if (lines.length === 0) return [];
  const rules = await rulesSet(tx);
  const chains = await chainsThatLed(tx, lines);
  const dealIds = [...new Set(lines.map(({ dealId }) => dealId))];
  const decisions = await decidedLast(tx, dealIds);
  // The house's own has always held.
  const counted = rules.length === 0 ? new Map<string, CountedLine[]>() : await linesOfDeals(tx, dealIds);
  return lines.flatMap((line, at) => {
    const chain = chains[at]!;
    const last = decisions.get(line.dealId);
    const decided = last !== undefined && isAbout(last, line) ? last : null;
    const rule = ruleAt(
      rules,
      firstWritten({ day: line.day, at: line.writtenAt }, counted.get(line.dealId) ?? []),
    );
    const credits =
      decided !== null && "shares" in decided
        ? decided.shares
        : creditsOf(line.minor, chain, decided === null ? rule : { version: 0, shape: decided.shape });
    return credits.map(({ sourceId, minor }, place) => ({
      id: newId(now),
      dealId: line.dealId,
      lineId: line.lineId,
      round: 0,
      place,
      sourceId,
      count: 1 as const,
      minor,
      begunMinor: place === 0 ? line.minor : 0,
      currency: line.currency,
      memberId: line.memberId,
      teamId: line.teamId,
      day: line.day,
      ruleNumber: decided === null ? rule.version : null,
      decisionId: decided?.id ?? null,
      undoes: null,
      why: decided === null ? ("won" as const) : ("decided" as const),
    }));
  });
}
