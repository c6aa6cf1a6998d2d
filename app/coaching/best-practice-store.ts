import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

export interface ProposalRow {
  id: string;
  wordingId: string;
  text: string;
  part: string;
  /** Whose library it is proposed for; null: everybody's. */
  teamId: string | null;
  teamName: string | null;
  why: string | null;
  day: Day;
  by: { id: string; name: string };
  /** Whose words they are now. */
  ownerId: string | null;
  ownerName: string | null;
  decision: "accepted" | "refused" | null;
  decidedOn: Day | null;
  decidedBy: string | null;
  decidedWhy: string | null;
  fromTeamId: string | null;
  fromMemberId: string | null;
}

/** Those that wait, and those that were decided since a day; the latest first. */
export async function listProposals(tx: Tx, since: Day): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`
    ${proposals(tx)} and (p.decision is null or p.decided_on >= ${since})
     order by p.day desc, p.id desc`.execute(tx.tables());
  return rows;
}

/** Its row locked until the commit; null when it is not there or was taken back. */
export async function holdProposal(tx: Tx, id: string): Promise<ProposalRow | null> {
  const { rows } = await sql<ProposalRow>`
    ${proposals(tx)} and p.id = ${id} for no key update of p`.execute(tx.tables());
  return rows[0] ?? null;
}

/** Whether the same words were accepted for another library after that. */
export async function wentFurther(
  tx: Tx,
  { id, wordingId }: Pick<ProposalRow, "id" | "wordingId">,
): Promise<boolean> {
  const { rows } = await sql`
    select from best_practice
     where workspace_id = ${tx.workspaceId} and wording_id = ${wordingId} and id > ${id} and taken_back_at is null
       and decision = 'accepted'`.execute(tx.tables());
  return rows.length > 0;
}

/** Answers whether it is new: words wait for one answer at a time. */
export async function insertProposal(
  tx: Tx,
  proposal: { id: string; wordingId: string; teamId: string | null; why: string | null },
  actor: Actor,
): Promise<boolean> {
  const { rows } = await sql`
    insert into best_practice (workspace_id, id, wording_id, team_id, why, day, by_id, at)
    values (${tx.workspaceId}, ${proposal.id}, ${proposal.wordingId}, ${proposal.teamId}, ${proposal.why}, ${actor.today},
            ${actor.member.id}, ${actor.now})
    on conflict (workspace_id, wording_id) where taken_back_at is null and decision is null do nothing returning id`.execute(
    tx.tables(),
  );
  return rows.length > 0;
}

export interface Decision {
  decision: "accepted" | "refused";
  why: string | null;
  from: { teamId: string | null; memberId: string | null } | null;
}

/** Null: it waits again. */
export async function updateDecision(
  tx: Tx,
  id: string,
  decided: Decision | null,
  actor: Actor,
): Promise<void> {
  await sql`
    update best_practice
       set decision = ${decided?.decision ?? null}, decided_why = ${decided?.why ?? null},
           decided_on = ${decided === null ? null : actor.today}, decided_by = ${decided === null ? null : actor.member.id},
           from_team_id = ${decided?.from?.teamId ?? null}, from_member_id = ${decided?.from?.memberId ?? null}
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}

export async function takeBackProposalRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  await sql`
    update best_practice set taken_back_at = ${actor.now}, taken_back_by = ${actor.member.id}
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}

function proposals(tx: Tx): RawBuilder<unknown> {
  return sql`
    select p.id, p.wording_id as "wordingId", w.text, w.part, p.team_id as "teamId", t.name as "teamName", p.why, p.day,
           jsonb_build_object('id', b.id, 'name', b.name) as by, o.id as "ownerId", o.name as "ownerName",
           p.decision, p.decided_on as "decidedOn", d.name as "decidedBy", p.decided_why as "decidedWhy",
           p.from_team_id as "fromTeamId", p.from_member_id as "fromMemberId"
      from best_practice p
      join wording w on w.workspace_id = p.workspace_id and w.id = p.wording_id
      join member b on b.workspace_id = p.workspace_id and b.id = p.by_id
      left join member o on o.workspace_id = w.workspace_id and o.id = w.member_id
      left join team t on t.workspace_id = p.workspace_id and t.id = p.team_id
      left join member d on d.workspace_id = p.workspace_id and d.id = p.decided_by
     where p.workspace_id = ${tx.workspaceId} and p.taken_back_at is null and w.taken_back_at is null`;
}
