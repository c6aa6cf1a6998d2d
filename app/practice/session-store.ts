import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PracticeLanguage } from "./library/practice-languages.ts";
import type { PracticeTables } from "./practice-tables.ts";
import type { Kept, RubricPoint } from "./rubric.ts";
import type { Score, Way } from "./session.ts";

export interface SessionRow {
  id: string;
  memberId: string;
  memberName: string;
  /** The scenario's key, and what it was called then. */
  scenario: string;
  scenarioName: string;
  /** The key of its rubric. */
  skill: string;
  points: RubricPoint[];
  language: PracticeLanguage;
  way: Way;
  day: Day;
  seconds: number;
  at: Date;
}

export type NewSession = Omit<SessionRow, "memberName" | "at">;

export interface ScoreRow extends Score {
  id: string;
  sessionId: string;
  scorerName: string | null;
  guest: string | null;
  askedAt: Date;
  scoredAt: Date | null;
  note: string | null;
}

export interface NewScore {
  sessionId: string;
  scorerId: string | null;
  guest: string | null;
  kept: Kept | null;
  note: string | null;
}

/** Answers whether there was none with its id before. */
export async function insertSession(tx: Tx, session: NewSession, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .tables<PracticeTables>()
    .insertInto("practice_session")
    .values({
      workspace_id: tx.workspaceId,
      id: session.id,
      member_id: session.memberId,
      scenario: session.scenario,
      scenario_name: session.scenarioName,
      skill: session.skill,
      points: sql`${JSON.stringify(session.points)}::jsonb`,
      language: session.language,
      way: session.way,
      day: session.day,
      seconds: session.seconds,
      at: now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .onConflict((row) => row.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function takeBackSessionRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  await tx
    .tables<PracticeTables>()
    .updateTable("practice_session")
    .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Null also for one that was taken back. */
export async function findSession(tx: Tx, id: string): Promise<SessionRow | null> {
  const { rows } = await sql<SessionRow>`${sessions()} and s.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The same with its row locked until the commit: who writes a score, and who takes the session back, wait for each other. */
export async function holdSession(tx: Tx, id: string): Promise<SessionRow | null> {
  const { rows } = await sql<SessionRow>`${sessions()} and s.id = ${id} for no key update of s`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Latest first, a page at a time. */
export async function listSessions(
  tx: Tx,
  memberId: string,
  cursor: string | undefined,
  limit: number,
): Promise<Page<SessionRow>> {
  const before = cursor === undefined ? null : decodeDayCursor(cursor);
  const { rows } = await sql<SessionRow>`
    ${sessions()} and s.member_id = ${memberId}
      ${before === null ? sql`` : sql`and (s.day, s.id) < (${before[0]}::date, ${before[1]}::uuid)`}
     order by s.day desc, s.id desc limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

/** Those that wait for this member's score, asked for at `since` or later, the first asked first. */
export async function sessionsToScore(tx: Tx, scorerId: string, since: Date): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    ${sessions()} and s.id in (
      select c.session_id from practice_score c
       where c.workspace_id = ${tx.workspaceId} and c.scorer_id = ${scorerId} and c.kept is null and c.asked_at >= ${since})
     order by s.at, s.id limit 50`.execute(tx.tables());
  return rows;
}

/** By when they were asked for. */
export async function scoresOf(tx: Tx, sessionIds: readonly string[]): Promise<ScoreRow[]> {
  const { rows } = await sql<ScoreRow>`
    select c.id, c.session_id as "sessionId", c.scorer_id as "scorerId", m.name as "scorerName", c.guest,
           c.asked_at as "askedAt", c.scored_at as "scoredAt", c.kept, c.note
      from practice_score c
      left join member m on m.workspace_id = c.workspace_id and m.id = c.scorer_id
     where c.workspace_id = ${tx.workspaceId} and c.session_id = any(${sessionIds}::uuid[])
     order by c.asked_at, c.id`.execute(tx.tables());
  return rows;
}

/** A member who was asked before is left as they are. */
export async function insertScores(tx: Tx, scores: readonly NewScore[], actor: Actor): Promise<void> {
  if (scores.length === 0) return;
  await tx
    .tables<PracticeTables>()
    .insertInto("practice_score")
    .values(
      scores.map(({ sessionId, scorerId, guest, kept, note }) => ({
        workspace_id: tx.workspaceId,
        id: newId(actor.now),
        session_id: sessionId,
        scorer_id: scorerId,
        guest,
        asked_at: actor.now,
        scored_at: kept === null ? null : actor.now,
        kept: jsonOf(kept),
        note,
        by_id: actor.member.id,
      })),
    )
    .onConflict((conflict) => conflict.columns(["workspace_id", "session_id", "scorer_id"]).doNothing())
    .execute();
}

/** Null takes it back: they are asked as before. */
export async function updateScore(
  tx: Tx,
  id: string,
  said: { kept: Kept; note: string | null } | null,
  actor: Actor,
): Promise<void> {
  await tx
    .tables<PracticeTables>()
    .updateTable("practice_score")
    .set({
      kept: jsonOf(said?.kept ?? null),
      note: said?.note ?? null,
      scored_at: said === null ? null : actor.now,
      by_id: actor.member.id,
    })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Asked no more; for whoever has not scored. */
export async function deleteUnscored(
  tx: Tx,
  which: { sessionId: string; scorerId: string } | { ofOrFor: string },
): Promise<void> {
  const those =
    "ofOrFor" in which
      ? sql`(scorer_id = ${which.ofOrFor} or session_id in (
               select id from practice_session where workspace_id = ${tx.workspaceId} and member_id = ${which.ofOrFor}))`
      : sql`session_id = ${which.sessionId} and scorer_id = ${which.scorerId}`;
  await sql`
    delete from practice_score where workspace_id = ${tx.workspaceId} and kept is null and ${those}`.execute(
    tx.tables(),
  );
}

/** What was written about this member's sessions, and by this member about others'; yes and no stay. */
export async function eraseWords(tx: Tx, memberId: string): Promise<void> {
  await sql`
    update practice_score set note = null, guest = null
     where workspace_id = ${tx.workspaceId} and num_nonnulls(note, guest) > 0
       and (scorer_id = ${memberId} or by_id = ${memberId} or session_id in (
             select id from practice_session where workspace_id = ${tx.workspaceId} and member_id = ${memberId}))`.execute(
    tx.tables(),
  );
}

function jsonOf(kept: Kept | null) {
  return kept === null ? null : sql<Kept>`${JSON.stringify(kept)}::jsonb`;
}

/** The sessions that stand; the caller goes on with "and …". */
function sessions(): RawBuilder<unknown> {
  return sql`
    select s.id, s.member_id as "memberId", m.name as "memberName", s.scenario, s.scenario_name as "scenarioName", s.skill,
           s.points, s.language, s.way, s.day, s.seconds, s.at
      from practice_session s
      join member m on m.workspace_id = s.workspace_id and m.id = s.member_id
     where s.workspace_id = current_workspace() and s.taken_back_at is null`;
}
