import { sql } from "kysely";
import type { Counted } from "#commitments/promise.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { fourthDay } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { OneOnOneTables } from "./one-on-one-tables.ts";

/** What they agree on until they meet again. */
export interface Agreed {
  expects: number | null;
  topics: string | null;
  number: { measure: Counted; count: number } | null;
  skill: string | null;
  scenario: string | null;
  commitment: string | null;
}

export interface OneOnOneRow extends Agreed {
  id: string;
  memberId: string;
  coachId: string;
  coachName: string;
  /** Whose words beside the member's: read by these two, and by leaders. */
  preparedWith: string;
  plannedOn: Day | null;
  memberWords: string | null;
  coachWords: string | null;
  heldOn: Day | null;
  promiseIds: string[];
  /** A day inside the week in which the promises stand. */
  promisedMidWeek: Day | null;
  told: "kept" | "missed" | null;
  day: Day;
}

type Stored = Omit<OneOnOneRow, "number"> & { measure: Counted | null; count: number | null };

const COLUMNS = sql`
  o.id, o.member_id as "memberId", o.coach_id as "coachId", c.name as "coachName", o.prepared_with as "preparedWith",
  o.planned_on as "plannedOn",
  o.member_words as "memberWords", o.coach_words as "coachWords", o.expects, o.topics, o.measure, o.count, o.skill, o.scenario,
  o.commitment, o.held_on as "heldOn", o.promise_ids::text[] as "promiseIds", o.promised_mid_week as "promisedMidWeek", o.told, o.day`;
const FROM = sql`one_on_one o join member c on c.workspace_id = o.workspace_id and c.id = o.coach_id`;

/** Locks a member's coaching until the commit. */
export async function holdCoaching(tx: Tx, memberId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`coaching ${memberId}`}, 0))`.execute(
    tx.tables(),
  );
}

/** The one that a pair is preparing; null: nobody began. */
export async function nextOneOnOne(
  tx: Tx,
  { memberId, coachId }: { memberId: string; coachId: string },
): Promise<OneOnOneRow | null> {
  const { rows } = await sql<Stored>`
    select ${COLUMNS} from ${FROM}
     where o.workspace_id = ${tx.workspaceId} and o.member_id = ${memberId} and o.prepared_with = ${coachId}
       and o.held_on is null and o.taken_back_at is null`.execute(tx.tables());
  return rows[0] ? rowOf(rows[0]) : null;
}

/** Those that were held, the latest first. */
export async function heldOneOnOnes(tx: Tx, memberId: string, limit: number): Promise<OneOnOneRow[]> {
  const { rows } = await sql<Stored>`
    select ${COLUMNS} from ${FROM}
     where o.workspace_id = ${tx.workspaceId} and o.member_id = ${memberId} and o.held_on is not null and o.taken_back_at is null
     order by o.held_on desc, o.id desc limit ${limit}`.execute(tx.tables());
  return rows.map(rowOf);
}

/** Whether one stands that was held on this day. */
export async function isHeldOn(tx: Tx, memberId: string, day: Day): Promise<boolean> {
  const { rows } = await sql`
    select from one_on_one
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and held_on = ${day} and taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows.length > 0;
}

/** One that does not stand as held: it was taken back, or is a preparation again. */
export async function findNotHeld(tx: Tx, id: string): Promise<OneOnOneRow | null> {
  const { rows } = await sql<Stored>`
    select ${COLUMNS} from ${FROM}
     where o.workspace_id = ${tx.workspaceId} and o.id = ${id} and (o.held_on is null) = (o.taken_back_at is null)`.execute(
    tx.tables(),
  );
  return rows[0] ? rowOf(rows[0]) : null;
}

/** Whom they mean to ask, in their order; whoever was merged under whom they are kept. */
export async function meantIds(tx: Tx, oneOnOneId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.kept_id as id from one_on_one_person w
      join person p on p.workspace_id = w.workspace_id and p.id = w.person_id
     where w.workspace_id = ${tx.workspaceId} and w.one_on_one_id = ${oneOnOneId}
     order by w.place, p.kept_id`.execute(tx.tables());
  return [...new Set(rows.map(({ id }) => id))];
}

/** One that was held and stands. */
export async function findHeld(tx: Tx, id: string): Promise<OneOnOneRow | null> {
  const { rows } = await sql<Stored>`
    select ${COLUMNS} from ${FROM}
     where o.workspace_id = ${tx.workspaceId} and o.id = ${id} and o.held_on is not null and o.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ? rowOf(rows[0]) : null;
}

export async function insertOneOnOne(
  tx: Tx,
  one: { id: string; memberId: string; coachId: string; heldOn?: Day },
  by: Actor,
): Promise<void> {
  const { id, memberId, coachId, heldOn = null } = one;
  await tx
    .tables<OneOnOneTables>()
    .insertInto("one_on_one")
    .values({
      workspace_id: tx.workspaceId,
      id,
      member_id: memberId,
      coach_id: coachId,
      prepared_with: coachId,
      planned_on: null,
      member_words: null,
      coach_words: null,
      expects: null,
      topics: null,
      measure: null,
      count: null,
      skill: null,
      scenario: null,
      commitment: null,
      held_on: heldOn,
      held_at: heldOn === null ? null : by.now,
      promised_mid_week: null,
      told: null,
      told_on: null,
      told_by: null,
      day: by.today,
      by_id: by.member.id,
      at: by.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export type OneOnOneChange =
  | { agreed: Agreed }
  | { plannedOn: Day | null }
  | { memberWords: string | null }
  | { coachWords: string | null }
  | { held: { on: Day; coachId: string } | null }
  | { promised: { ids: readonly string[]; week: Day } | null }
  | { told: "kept" | "missed" | null }
  | { takenBack: boolean };

export async function updateOneOnOne(tx: Tx, id: string, to: OneOnOneChange, by: Actor): Promise<void> {
  await tx
    .tables<OneOnOneTables>()
    .updateTable("one_on_one")
    .set(columnsOf(to, by))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

function columnsOf(to: OneOnOneChange, by: Actor) {
  if ("agreed" in to) {
    const { number, ...rest } = to.agreed;
    return { ...rest, measure: number?.measure ?? null, count: number?.count ?? null };
  }
  if ("plannedOn" in to) return { planned_on: to.plannedOn };
  if ("memberWords" in to) return { member_words: to.memberWords };
  if ("coachWords" in to) return { coach_words: to.coachWords };
  if ("held" in to)
    return to.held === null
      ? { held_on: null, held_at: null, coach_id: sql<string>`prepared_with` }
      : { held_on: to.held.on, held_at: by.now, coach_id: to.held.coachId };
  if ("promised" in to)
    return {
      promise_ids: [...(to.promised?.ids ?? [])],
      promised_mid_week: to.promised === null ? null : fourthDay(to.promised.week),
    };
  if ("told" in to) {
    const said = to.told !== null;
    return { told: to.told, told_on: said ? by.today : null, told_by: said ? by.member.id : null };
  }
  return to.takenBack
    ? { taken_back_at: by.now, taken_back_by: by.member.id }
    : { taken_back_at: null, taken_back_by: null };
}

export async function replacePeople(tx: Tx, oneOnOneId: string, personIds: readonly string[]): Promise<void> {
  await tx
    .tables<OneOnOneTables>()
    .deleteFrom("one_on_one_person")
    .where("workspace_id", "=", tx.workspaceId)
    .where("one_on_one_id", "=", oneOnOneId)
    .execute();
  if (personIds.length === 0) return;
  await tx
    .tables<OneOnOneTables>()
    .insertInto("one_on_one_person")
    .values(
      personIds.map((personId, place) => ({
        workspace_id: tx.workspaceId,
        one_on_one_id: oneOnOneId,
        person_id: personId,
        place,
      })),
    )
    .execute();
}

/** What this member, and nobody else, noted of somebody's coaching; "" where nothing. */
export async function findNote(tx: Tx, memberId: string, aboutId: string): Promise<string> {
  const row = await tx
    .tables<OneOnOneTables>()
    .selectFrom("one_on_one_note")
    .select("words")
    .where("workspace_id", "=", tx.workspaceId)
    .where("member_id", "=", memberId)
    .where("about_id", "=", aboutId)
    .executeTakeFirst();
  return row?.words ?? "";
}

/** Null takes it away. */
export async function writeNote(tx: Tx, aboutId: string, words: string | null, by: Actor): Promise<void> {
  if (words === null) {
    await tx
      .tables<OneOnOneTables>()
      .deleteFrom("one_on_one_note")
      .where("workspace_id", "=", tx.workspaceId)
      .where("member_id", "=", by.member.id)
      .where("about_id", "=", aboutId)
      .execute();
    return;
  }
  await tx
    .tables<OneOnOneTables>()
    .insertInto("one_on_one_note")
    .values({ workspace_id: tx.workspaceId, member_id: by.member.id, about_id: aboutId, words, at: by.now })
    .onConflict((conflict) =>
      conflict.columns(["workspace_id", "member_id", "about_id"]).doUpdateSet({ words, at: by.now }),
    )
    .execute();
}

/** Of members who left before that moment: their own notes, and those about them. */
export async function deleteNotesOfLeavers(tx: Tx, before: Date): Promise<void> {
  await sql`
    delete from one_on_one_note n using member m
     where n.workspace_id = ${tx.workspaceId} and m.workspace_id = n.workspace_id and m.id in (n.member_id, n.about_id)
       and m.left_at < ${before}`.execute(tx.tables());
}

export async function insertRhythm(
  tx: Tx,
  rhythm: { id: string; memberId: string; coachId: string; everyWeeks: number },
  by: Actor,
): Promise<void> {
  await tx
    .tables<OneOnOneTables>()
    .insertInto("coaching_rhythm")
    .values({
      workspace_id: tx.workspaceId,
      id: rhythm.id,
      member_id: rhythm.memberId,
      coach_id: rhythm.coachId,
      every_weeks: rhythm.everyWeeks,
      day: by.today,
      by_id: by.member.id,
      at: by.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

function rowOf({ measure, count, ...row }: Stored): OneOnOneRow {
  return { ...row, number: measure === null || count === null ? null : { measure, count } };
}
