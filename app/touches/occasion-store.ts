import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { isId } from "#lib/kernel/ids.ts";
import { decodeCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import { invalid } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { OccasionFacts, OccasionKind, OfferAnswer } from "./occasion.ts";
import type { TouchTables } from "./touch-tables.ts";

export interface OccasionRow extends OccasionFacts {
  id: string;
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  /** People chosen, written to, still expected, and who came. */
  chosen: number;
  sent: number;
  coming: number;
  came: number;
  /** Of whom it is said that they came or stayed away. */
  noted: number;
  lastSent: Day | null;
}

/** Names and ids are those of who stands for merged ones. */
export interface OfferRow {
  id: string;
  occasionId: string;
  kind: OccasionKind;
  title: string;
  /** Of the event. */
  day: Day | null;
  time: string | null;
  personId: string;
  personName: string;
  personTitle: string | null;
  accountName: string | null;
  email: string | null;
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  words: string | null;
  /** Of an event: the day that its letter names, once somebody wrote or sent it. */
  toldDay: Day | null;
  sentOn: Day | null;
  answer: OfferAnswer | null;
  came: boolean | null;
  reaction: string | null;
  reactedOn: Day | null;
}

export async function insertOccasion(
  tx: Tx,
  said: OccasionFacts & { id: string; memberId: string },
  actor: Actor,
): Promise<void> {
  const { id, memberId, ...facts } = said;
  await tx
    .tables<TouchTables>()
    .insertInto("occasion")
    .values({
      ...facts,
      workspace_id: tx.workspaceId,
      id,
      member_id: memberId,
      by_id: actor.member.id,
      at: actor.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function updateOccasion(
  tx: Tx,
  id: string,
  to: Partial<OccasionFacts> | { taken_back_at: Date; taken_back_by: string },
): Promise<void> {
  await tx
    .tables<TouchTables>()
    .updateTable("occasion")
    .set(to)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Null also for one that was taken back. */
export async function findOccasion(tx: Tx, id: string): Promise<OccasionRow | null> {
  const { rows } = await sql<OccasionRow>`
    ${occasions()} where e.workspace_id = ${tx.workspaceId} and e.id = ${id} and e.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Locked until the commit: nobody is chosen while it is taken back. */
export async function lockOccasion(tx: Tx, id: string): Promise<void> {
  await sql`select from occasion where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(
    tx.tables(),
  );
}

/** The newest first. */
export async function listOccasions(
  tx: Tx,
  { kind }: { kind?: OccasionKind | undefined },
  cursor: string | undefined,
  limit: number,
): Promise<Page<OccasionRow>> {
  const where = [sql`e.workspace_id = ${tx.workspaceId}`, sql`e.taken_back_at is null`];
  if (kind) where.push(sql`e.kind = ${kind}`);
  if (cursor) {
    const [id] = decodeCursor(cursor, 1);
    if (!isId(id))
      throw invalid("This cursor does not belong to this list. Start again without one.", "cursor");
    where.push(sql`e.id < ${id}::uuid`);
  }
  const { rows } = await sql<OccasionRow>`
    ${occasions()} where ${sql.join(where, sql` and `)} order by e.id desc limit ${limit + 1}`.execute(
    tx.tables(),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

export async function insertOffer(
  tx: Tx,
  offer: { id: string; occasionId: string; personId: string; memberId: string },
  actor: Actor,
): Promise<void> {
  await tx
    .tables<TouchTables>()
    .insertInto("occasion_offer")
    .values({
      workspace_id: tx.workspaceId,
      id: offer.id,
      occasion_id: offer.occasionId,
      person_id: offer.personId,
      member_id: offer.memberId,
      words: null,
      told_day: null,
      chosen_on: actor.today,
      sent_on: null,
      sent_at: null,
      counts: false,
      answer: null,
      answered_on: null,
      came: null,
      reaction: null,
      reacted_on: null,
      by_id: actor.member.id,
      at: actor.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function updateOffer(
  tx: Tx,
  id: string,
  to: Partial<
    Pick<
      TouchTables["occasion_offer"],
      | "words"
      | "told_day"
      | "sent_on"
      | "sent_at"
      | "counts"
      | "answer"
      | "answered_on"
      | "came"
      | "reaction"
      | "reacted_on"
      | "taken_back_at"
      | "taken_back_by"
    >
  >,
): Promise<void> {
  await tx
    .tables<TouchTables>()
    .updateTable("occasion_offer")
    .set(to)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Locked until the commit. Null also for one that was taken back, or whose occasion was. */
export async function holdOffer(tx: Tx, id: string): Promise<OfferRow | null> {
  await sql`select from occasion_offer where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(
    tx.tables(),
  );
  const { rows } = await sql<OfferRow>`
    ${offers()} where o.workspace_id = ${tx.workspaceId} and o.id = ${id} and o.taken_back_at is null
       and e.taken_back_at is null`.execute(tx.tables());
  return rows[0] ?? null;
}

/** Of an occasion in the order in which they were chosen; of a person the latest first. */
export async function offersOf(
  tx: Tx,
  which: { occasionId: string } | { personIds: readonly string[]; limit: number },
): Promise<OfferRow[]> {
  const of =
    "occasionId" in which
      ? sql`o.occasion_id = ${which.occasionId} and o.taken_back_at is null order by o.id`
      : sql`o.person_id = any(${which.personIds}::uuid[]) and o.taken_back_at is null and e.taken_back_at is null
            order by o.id desc limit ${which.limit}`;
  const { rows } =
    await sql<OfferRow>`${offers()} where o.workspace_id = ${tx.workspaceId} and ${of}`.execute(tx.tables());
  return rows;
}

/** How many went to each of these persons since a day, of all reps together, by their kept ids. */
export async function sentSince(
  tx: Tx,
  personIds: readonly string[],
  since: Day,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select p.kept_id as id, count(*)::int as count
      from person p
      join occasion_offer o on o.workspace_id = p.workspace_id and o.person_id = p.id and o.taken_back_at is null
     where p.workspace_id = ${tx.workspaceId} and p.kept_id = any(${personIds}::uuid[]) and o.sent_on >= ${since}
     group by p.kept_id`.execute(tx.tables());
  return new Map(rows.map(({ id, count }) => [id, count]));
}

function occasions(): RawBuilder<unknown> {
  return sql`
    select e.id, e.kind, e.title, e.day, e.time, e.place, e.link, e.words, e.language, m.id as "memberId", m.name as "memberName",
           m.team_id as "memberTeamId", c.chosen, c.sent, c.coming, c.came, c.noted,
           c."lastSent"
      from occasion e
      join member m on m.workspace_id = e.workspace_id and m.id = e.member_id
      join lateral (
        select count(*)::int as chosen, count(o.sent_on)::int as sent,
               count(*) filter (where o.answer = 'coming' and o.came is null)::int as coming,
               count(*) filter (where o.came)::int as came, count(o.came)::int as noted, max(o.sent_on) as "lastSent"
          from occasion_offer o
         where o.workspace_id = e.workspace_id and o.occasion_id = e.id and o.taken_back_at is null
      ) as c on true`;
}

function offers(): RawBuilder<unknown> {
  return sql`
    select o.id, e.id as "occasionId", e.kind, e.title, e.day, e.time, p.id as "personId", p.full_name as "personName",
           p.title as "personTitle", a.name as "accountName", p.emails[1] as email, m.id as "memberId", m.name as "memberName",
           m.team_id as "memberTeamId", o.words, o.told_day as "toldDay", o.sent_on as "sentOn", o.answer, o.came, o.reaction, o.reacted_on as "reactedOn"
      from occasion_offer o
      join occasion e on e.workspace_id = o.workspace_id and e.id = o.occasion_id
      join member m on m.workspace_id = o.workspace_id and m.id = o.member_id
      join person p0 on p0.workspace_id = o.workspace_id and p0.id = o.person_id
      join person p on p.workspace_id = o.workspace_id and p.id = p0.kept_id
      left join account a0 on a0.workspace_id = p.workspace_id and a0.id = p.account_id
      left join account a on a.workspace_id = p.workspace_id and a.id = a0.kept_id`;
}
