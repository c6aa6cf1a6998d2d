import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { BarrierMeasure } from "./barrier.ts";
import {
  askCondition,
  BY_INTRODUCTION,
  cold,
  dealCondition,
  OWN_REFERRAL,
  planCondition,
  reasons,
  weekOfDay,
  type Stretch,
} from "./barrier-reader.ts";

/** One fact behind a measure. */
export interface BarrierFact {
  id: string;
  day: Day | null;
  memberId: string | null;
  memberName: string | null;
  /** What it is: a plan, a moment, a promise, a touch, a meeting, an ask, a deal, a rep, a statement, an area. */
  kind: string;
  /** To which page it leads: the person's, the deal's, the meeting's. */
  subjectId: string | null;
  /** Whom it was about, or what it is called. */
  name: string | null;
  /** A reason, a channel, an origin. */
  note: string | null;
  /** Whether it is one of the count, and not only of what it is counted of. */
  counts: boolean;
  /** Of a rep: in so many weeks of so many. */
  count: number | null;
  of: number | null;
}

export type EventMeasure = Extract<
  BarrierMeasure,
  "planned-not-asked" | "lost-nerve" | "outreach-by-asking" | "asked-by-voice" | "deals-from-introductions"
>;

/** The facts of an event that count, or those that do not, the latest first. Of outreach only what was cold: who was asked is the scorecard's. */
export async function eventFacts(
  tx: Tx,
  measure: EventMeasure,
  stretch: Stretch & { today: Day },
  counts: boolean,
  cursor: string | undefined,
  limit: number,
): Promise<Page<BarrierFact>> {
  const after = cursor === undefined ? null : decodeDayCursor(cursor);
  const { rows } = await sql<Omit<BarrierFact, "count" | "of"> & { id: string; day: Day }>`
    select e.id, e.day, e.member_id as "memberId", m.name as "memberName", e.kind, e.subject_id as "subjectId",
           coalesce(e.name, k.full_name) as name, e.note, e.counts
      from (${EVENTS[measure](tx, stretch)}) as e
      join member m on m.workspace_id = ${tx.workspaceId} and m.id = e.member_id
      left join person h on h.workspace_id = ${tx.workspaceId} and h.id = e.person_id
      left join person k on k.workspace_id = ${tx.workspaceId} and k.id = h.kept_id
     where e.counts = ${counts}
       ${after === null ? sql`` : sql`and (e.day, e.id) < (${after[0]}::date, ${after[1]}::uuid)`}
     order by e.day desc, e.id desc
     limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit).map((row) => ({ ...row, count: null, of: null }));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

const EVENTS: Record<EventMeasure, (tx: Tx, stretch: Stretch & { today: Day }) => RawBuilder<unknown>> = {
  "planned-not-asked": (tx, stretch) => sql`
    select p.id, (${stretch.weeks}::date[])[${weekOfDay(stretch, sql`p.mid_week`)} + 1] as day, p.member_id, 'plan' as kind, p.person_id as subject_id, p.person_id, null as name,
           p.why_not as note, a.id is null as counts
      from ask_plan p
      left join ask a on a.workspace_id = p.workspace_id and a.plan_id = p.id and a.taken_back_at is null
     where ${planCondition(tx, stretch, stretch.today)}`,
  "lost-nerve": (tx, stretch) => sql`
    select id, day, member_id, kind, person_id as subject_id, person_id, null as name, why as note, why = 'lost-nerve' as counts
      from (${reasons(tx, stretch)}) as reason`,
  "outreach-by-asking": (tx, stretch) => sql`
    select distinct on (at, member_id, person_id)
           id, day, member_id, kind, person_id as subject_id, person_id, null as name, null as note, false as counts
      from (select contact.*, ${weekOfDay(stretch, sql`day`)} as at from (${cold(tx, stretch)}) as contact) as in_week
     order by at, member_id, person_id, day, id`,
  "asked-by-voice": (tx, stretch) => sql`
    select c.id, c.day, a.member_id, 'ask' as kind, a.id as subject_id, a.source_id as person_id, null as name,
           c.channel as note, c.channel in ('call', 'in-person', 'video') as counts
      from ask_conversation c
      join ask a on a.workspace_id = c.workspace_id and a.id = c.ask_id
     where ${askCondition(tx, stretch)}`,
  "deals-from-introductions": (tx, stretch) => sql`
    select d.id, d.opened_on as day, d.member_id, 'deal' as kind, d.id as subject_id, null::uuid as person_id, d.name,
           d.origin as note, ${BY_INTRODUCTION} as counts
      from deal d ${OWN_REFERRAL}
     where ${dealCondition(tx, stretch)}`,
};
