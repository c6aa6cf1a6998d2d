import { sql } from "kysely";
import type { Money } from "#lib/kernel/money.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Fact } from "#lib/storage/facts.ts";

interface Named {
  id: string;
  name: string;
}

/** One fact behind a number, with the names that a person needs to recognise it. */
export interface NamedFact {
  id: string;
  measure: string;
  verb: string;
  day: Day;
  count: number;
  money: Money | null;
  /** Who did it; the team is the one they are in today, for the right to undo. */
  member: Named & { teamId: string | null };
  /** The team it counts for. */
  team: Named | null;
  subject: { kind: string; id: string };
  /** What: the deal's name, what the meeting was about, who outside was introduced. */
  what: string | null;
  /** Whom: asked, introduced, met, sold to. */
  person: Named | null;
  account: Named | null;
  /** Who made the introduction, where it is one; in one that we made, whom we introduced. */
  source: Named | null;
  level: number | null;
}

interface NameRow {
  id: string;
  memberName: string;
  memberTeam: string | null;
  teamName: string | null;
  what: string | null;
  personId: string | null;
  personName: string | null;
  accountId: string | null;
  accountName: string | null;
  sourceId: string | null;
  sourceName: string | null;
  level: number | null;
}

/** The same facts in the same order, named in one query; somebody who was merged goes by the name that was kept. */
export async function nameFacts(tx: Tx, facts: readonly Fact[]): Promise<NamedFact[]> {
  if (facts.length === 0) return [];
  const w = tx.workspaceId;
  const lines = JSON.stringify(
    facts.map((fact) => ({
      id: fact.id,
      kind: fact.subjectKind,
      subject: fact.subjectId,
      member: fact.memberId,
      team: fact.teamId,
    })),
  );
  // What each is about is settled before it is looked up: row-level security keeps a COALESCE from the index (`offset 0`).
  const { rows } = await sql<NameRow>`
    select f.id, coalesce(m.name, '') as "memberName", m.team_id as "memberTeam", t.name as "teamName", f.what, f.level,
           p.id as "personId", p.full_name as "personName", ac.id as "accountId", ac.name as "accountName",
           s.id as "sourceId", s.full_name as "sourceName"
      from (
        select l.id, l.member, l.team,
               coalesce(d.name, mt.about, tk.name, tc.kind, nullif(concat_ws(', ', g.whom_name, g.whom_does), '')) as what,
               coalesce(r.level, g.level) as level,
               coalesce(a.source_id, r.contact_id, mt.person_id, d.person_id, g.to_id, tc.person_id) as person_id,
               coalesce(r.source_id, g.whom_id) as source_id,
               coalesce(d.account_id, a.account_id, r.account_id, mt.account_id, g.to_account_id, tc.account_id) as account_id
          from jsonb_to_recordset(${lines}::jsonb) as l (id uuid, kind text, subject uuid, member uuid, team uuid)
          left join ask a on l.kind = 'ask' and a.workspace_id = ${w} and a.id = l.subject
          left join referral r on l.kind = 'referral' and r.workspace_id = ${w} and r.id = l.subject
          left join meeting mt on l.kind = 'meeting' and mt.workspace_id = ${w} and mt.id = l.subject
          left join deal d on l.kind = 'deal' and d.workspace_id = ${w} and d.id = l.subject
          left join given_referral g on l.kind = 'given-referral' and g.workspace_id = ${w} and g.id = l.subject
          left join touch tc on l.kind = 'touch' and tc.workspace_id = ${w} and tc.id = l.subject
          left join touch_kind tk on tk.workspace_id = ${w} and tk.kind = tc.kind
        offset 0) as f
      left join member m on m.workspace_id = ${w} and m.id = f.member
      left join team t on t.workspace_id = ${w} and t.id = f.team
      left join person p0 on p0.workspace_id = ${w} and p0.id = f.person_id
      left join person p on p.workspace_id = ${w} and p.id = p0.kept_id
      left join person s0 on s0.workspace_id = ${w} and s0.id = f.source_id
      left join person s on s.workspace_id = ${w} and s.id = s0.kept_id
      left join account ac0 on ac0.workspace_id = ${w} and ac0.id = f.account_id
      left join account ac on ac.workspace_id = ${w} and ac.id = ac0.kept_id`.execute(tx.tables());
  const names = new Map(rows.map((row) => [row.id, row]));
  return facts.map((fact) => named(fact, names.get(fact.id)));
}

function named(fact: Fact, row: NameRow | undefined): NamedFact {
  return {
    id: fact.id,
    measure: fact.measure,
    verb: fact.verb,
    day: fact.day,
    count: fact.count,
    money: fact.currency === null ? null : { minor: fact.minor, currency: fact.currency },
    member: { id: fact.memberId, name: row?.memberName ?? "", teamId: row?.memberTeam ?? null },
    team: fact.teamId === null ? null : { id: fact.teamId, name: row?.teamName ?? "" },
    subject: { kind: fact.subjectKind, id: fact.subjectId },
    what: row?.what ?? null,
    person: pair(row?.personId, row?.personName),
    account: pair(row?.accountId, row?.accountName),
    source: pair(row?.sourceId, row?.sourceName),
    level: row?.level ?? null,
  };
}

function pair(id: string | null | undefined, name: string | null | undefined): Named | null {
  return id ? { id, name: name ?? "" } : null;
}
