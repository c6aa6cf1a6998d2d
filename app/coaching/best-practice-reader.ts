import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Moment } from "#asks/ask.ts";
import type { Cell } from "./best-practice.ts";

interface Span {
  from: Day;
  to: Day;
}

/** How the asks of these members went, by moment and by the business reason that the plan of the ask named. */
export interface AskCell extends Omit<Cell, "key" | "stratum"> {
  moment: Moment;
  reasonId: string | null;
}

export async function askCells(tx: Tx, memberIds: readonly string[], span: Span): Promise<AskCell[]> {
  // What came of an ask is found in a list that is made once, and only plans that were carried out are looked up.
  const { rows } = await sql<AskCell>`
    select a.moment, a.member_id as "memberId",
           case when a.plan_id is not null then (
             select p.reason_id from ask_plan p where p.workspace_id = ${tx.workspaceId} and p.id = a.plan_id) end as "reasonId",
           count(*)::int as asks, (count(*) filter (where a.id in (${brought(tx, span)})))::int as introductions
      from ask a
     where ${standing(tx, memberIds, span)}
     group by 1, 2, 3`.execute(tx.tables());
  return rows;
}

export interface WordsCell extends Cell {
  wordingId: string | null;
  moment: Moment;
}

/** How they went by the words that were said, each ask once: of one's own or of the team, or one that everybody begins with. */
export async function wordingCells(tx: Tx, memberIds: readonly string[], span: Span): Promise<WordsCell[]> {
  const { rows } = await sql<WordsCell>`
    select coalesce(u.wording_id::text, u.seed) as key, u.wording_id as "wordingId", a.member_id as "memberId", a.moment,
           a.member_id || ' ' || a.moment as stratum,
           count(distinct a.id)::int as asks, count(distinct b.ask_id)::int as introductions
      from ask a
      left join (select distinct ask_id from (${brought(tx, span)}) as came) as b on b.ask_id = a.id
      join ask_conversation c on c.workspace_id = a.workspace_id and c.ask_id = a.id and c.taken_back_at is null
      join wording_use u on u.workspace_id = c.workspace_id and u.conversation_id = c.id
     where ${standing(tx, memberIds, span)}
     group by u.wording_id, u.seed, a.member_id, a.moment`.execute(tx.tables());
  return rows;
}

export interface NamedReason {
  id: string;
  sentence: string;
  byName: string;
}

export async function reasonsNamed(tx: Tx, ids: readonly string[]): Promise<NamedReason[]> {
  const { rows } = await sql<NamedReason>`
    select r.id, r.sentence, m.name as "byName"
      from business_reason r join member m on m.workspace_id = r.workspace_id and m.id = r.by_id
     where r.workspace_id = ${tx.workspaceId} and r.id = any(${ids}::uuid[]) and r.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows;
}

export interface NamedWording {
  id: string;
  text: string;
  part: string;
  moment: Moment;
  language: string;
  teamId: string | null;
  teamName: string | null;
  memberId: string | null;
  memberName: string | null;
  memberTeamId: string | null;
  retired: boolean;
}

export async function wordingsNamed(tx: Tx, ids: readonly string[]): Promise<NamedWording[]> {
  const { rows } = await sql<NamedWording>`
    select w.id, w.text, w.part, w.moment, w.language, w.team_id as "teamId", t.name as "teamName", w.member_id as "memberId",
           m.name as "memberName", m.team_id as "memberTeamId", w.retired_on is not null as retired
      from wording w
      left join team t on t.workspace_id = w.workspace_id and t.id = w.team_id
      left join member m on m.workspace_id = w.workspace_id and m.id = w.member_id
     where w.workspace_id = ${tx.workspaceId} and w.id = any(${ids}::uuid[]) and w.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows;
}

function standing(tx: Tx, memberIds: readonly string[], { from, to }: Span): RawBuilder<unknown> {
  return sql`a.workspace_id = ${tx.workspaceId} and a.member_id = any(${memberIds}::uuid[]) and a.taken_back_at is null
    and a.day between ${from} and ${to}`;
}

/** The asks that an introduction which counts came of; none comes before its ask. */
function brought(tx: Tx, { from }: Span): RawBuilder<unknown> {
  return sql`
    select r.ask_id from referral r
     where r.workspace_id = ${tx.workspaceId} and r.ask_id is not null and r.taken_back_at is null and r.counts_from is not null
       and r.day >= ${from}`;
}
