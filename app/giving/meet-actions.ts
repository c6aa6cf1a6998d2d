import type { Actor } from "#lib/kernel/actor.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { getPerson } from "#people/person-actions.ts";
import { protectionsOf } from "#people/protection-actions.ts";
import { mayChangeFor } from "#team/member.ts";
import { apartUntil, pairKey, type WhyApart } from "./apart.ts";
import { findApart, insertApart, takeBackApartRow, type ApartRow } from "./apart-store.ts";
import { openLines, pairsApart, poolOf, type PoolLine, type PoolRow } from "./meet-reader.ts";
import { whoShouldMeet, type Meetable, type Meeting } from "./meet.ts";
import { whoWantsToBeAsked } from "./wish-store.ts";

export const MOST_PROPOSED = 3;

export interface Proposal {
  /** Who gets the introduction, whose need it meets. */
  to: PoolRow & { askFirst: boolean };
  whom: PoolRow & { askFirst: boolean };
  reasons: string[];
}

/**
 * At most three pairs whom this rep might introduce to each other: the rep knows one of them at least, nobody stands in two,
 * nobody is among them who is not to be asked or whose company is unhappy. Reading writes nothing.
 */
export async function proposalsFor(tx: Tx, actor: Actor): Promise<Proposal[]> {
  const lines = await openLines(tx, actor.today);
  if (lines.length === 0) return [];
  const pool = await poolOf(tx, actor.member.id, {
    personIds: idsIn(lines, "personId"),
    accountIds: idsIn(lines, "accountId"),
  });
  const ids = pool.map(({ personId }) => personId);
  const protections = await protectionsOf(tx, ids, actor.today);
  const free = pool.filter(({ personId }) => {
    const protection = protections.get(personId);
    return !protection || (protection.doNotAsk === null && protection.issues.length === 0);
  });
  const apart = new Set(
    (await pairsApart(tx, ids, actor.today)).map(({ one, other }) => pairKey(one, other)),
  );
  const rows = new Map(free.map((row) => [row.personId, row]));
  const chosen = chooseFrom(
    whoShouldMeet(
      free.map((row) => meetable(row, lines)),
      apart,
    ),
    rows,
  );
  const asked = await whoWantsToBeAsked(
    tx,
    chosen.flatMap(({ one, other }) => [one.personId, other.personId]),
  );
  const seen = (person: Meetable) => {
    const row = rows.get(person.personId) as PoolRow;
    return { ...row, askFirst: asked.has(row.personId) };
  };
  return chosen.map(({ one, other, toId, reasons }) => {
    const [to, whom] = toId === one.personId ? [one, other] : [other, one];
    return { to: seen(to), whom: seen(whom), reasons };
  });
}

/** These two are not introduced to each other; said again it changes nothing. Throws Problem not-found, invalid. */
export async function keepApart(
  tx: Tx,
  actor: Actor,
  said: { oneId: string; otherId: string; why: WhyApart; words?: string | null },
): Promise<ApartRow> {
  await holdPeople(tx, [said.oneId, said.otherId]);
  const [one, other] = [await getPerson(tx, said.oneId), await getPerson(tx, said.otherId)];
  if (one.id === other.id) throw invalid("these are one and the same person", "otherId");
  const id = newId(actor.now);
  const day = factDay(null, actor.today);
  const { why } = said;
  const words = cleanText(said.words, 500, "words");
  const untilDay = apartUntil(why, day);
  await insertApart(tx, {
    id,
    oneId: one.id,
    otherId: other.id,
    why,
    words,
    day,
    untilDay,
    byId: actor.member.id,
    at: actor.now,
  });
  // On nobody's timeline: what one rep thinks of a pair is no fact about either.
  const detail = { oneId: one.id, otherId: other.id, why };
  await writeJournal(tx, actor, [
    { verb: "kept-apart.said", subject: { kind: "kept-apart", id }, day, detail },
  ]);
  return (await findApart(tx, id)) as ApartRow;
}

/** They may meet after all. Whoever said it, their manager and leaders. Throws Problem not-found, not-allowed. */
export async function takeBackApart(tx: Tx, actor: Actor, id: string): Promise<void> {
  const apart = await findApart(tx, id);
  if (!apart) throw notFound("pair");
  if (!mayChangeFor(actor, { memberId: apart.byId, teamId: apart.byTeamId }))
    throw notAllowed(`${apart.byName} said so: they, their manager or a leader can take it back`);
  await takeBackApartRow(tx, id, { at: actor.now, by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "kept-apart.taken-back");
}

function idsIn(lines: readonly PoolLine[], key: "personId" | "accountId"): string[] {
  return [...new Set(lines.map((line) => line[key]).filter((id) => id !== null))];
}

function meetable(row: PoolRow, lines: readonly PoolLine[]): Meetable {
  const own = lines.filter(
    ({ personId, accountId }) =>
      personId === row.personId || (accountId !== null && accountId === row.accountId),
  );
  const said = (what: PoolLine["what"]) => own.filter((each) => each.what === what).map(({ line }) => line);
  return {
    personId: row.personId,
    name: row.name,
    accountId: row.accountId,
    needs: said("need"),
    offers: said("offer"),
    trade: [row.title, row.industry].filter(Boolean).join(", "),
    city: row.city,
    country: row.country,
  };
}

/** The best first, nobody twice; where the rep knows somebody here, one of the two at least must be theirs. */
function chooseFrom(meetings: readonly Meeting[], rows: ReadonlyMap<string, PoolRow>): Meeting[] {
  const isMine = ({ personId }: Meetable) => rows.get(personId)?.mine === true;
  const knowsSomebody = [...rows.values()].some(({ mine }) => mine);
  const chosen: Meeting[] = [];
  for (const meeting of meetings) {
    const { one, other } = meeting;
    if (chosen.length === MOST_PROPOSED) break;
    if (knowsSomebody && !isMine(one) && !isMine(other)) continue;
    const faces = new Set(chosen.flatMap((each) => [each.one.personId, each.other.personId]));
    if (!faces.has(one.personId) && !faces.has(other.personId)) chosen.push(meeting);
  }
  return chosen;
}
