import { sql, type RawBuilder } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Counted, PromiseKind, Told } from "./promise.ts";
import { changedPersons } from "./week-facts-reader.ts";
import { promisedOf, type PromiseLine } from "./week-store.ts";

/** A planned week as far as it says what was kept. */
export interface PlannedWeek {
  memberId: string;
  week: Day;
  told: boolean;
  promises: PromiseLine[];
}

type Plan = [id: string, memberId: string, midWeek: Day, told: boolean];

/** [kind, measure or duty, person, number, referral, told] */
type Line = [PromiseKind, string | null, string | null, number | null, string | null, Told["how"] | null];

/**
 * The planned weeks of a whole company from one to another. Each table is gone through once in the order of its index, and what is
 * found in it comes as one value: several times as quick as row by row.
 */
export async function plannedWeeks(
  tx: Tx,
  memberIds: readonly string[],
  { from, to }: { from: Day; to: Day },
  firstDay: Weekday,
): Promise<PlannedWeek[]> {
  const standing = sql`
    select p.id, p.member_id, p.mid_week from week_plan p
     where p.workspace_id = ${tx.workspaceId} and p.member_id = any(${memberIds}::uuid[]) and p.taken_back_at is null
       and p.mid_week between ${from} and ${addDays(to, 6)}`;
  const plans = await plansOf(tx, standing);
  const lines = await linesOf(tx, standing);
  const persons = await changedPersons(
    tx,
    [...lines.values()].flatMap((own) => own.flatMap(([, , personId]) => personId ?? [])),
  );
  const days = new Set(plans.map(([, , midWeek]) => midWeek));
  const weeks = new Map([...days].map((day) => [day, weekOf(day, firstDay)]));
  return plans.map(([id, memberId, midWeek, told]) => ({
    memberId,
    week: weeks.get(midWeek) as Day,
    told,
    promises: (lines.get(id) ?? []).map(([kind, what, who, count, referralId, how]) => {
      const person = who === null ? undefined : persons.get(who);
      return {
        promised: promisedOf({
          kind,
          personId: person?.keptId ?? who,
          measure: kind === "count" ? (what as Counted) : null,
          count,
          dutyId: kind === "duty" ? what : null,
          // Nobody reads them here.
          words: "",
        }),
        isNobody: person?.isNobody ?? false,
        referralId,
        told: how === null ? null : { how },
      };
    }),
  }));
}

async function plansOf(tx: Tx, standing: RawBuilder<unknown>): Promise<Plan[]> {
  const { rows } = await sql<{ plans: Plan[] | null }>`
    with plan as materialized (${standing}), told as materialized (
      select c.plan_id from check_in c
       where c.workspace_id = ${tx.workspaceId} and c.plan_id = any(array(select id from plan)) and c.taken_back_at is null)
    select json_agg(json_build_array(id, member_id, mid_week, id in (select plan_id from told))) as plans from plan`.execute(
    tx.tables(),
  );
  return rows[0]?.plans ?? [];
}

async function linesOf(tx: Tx, standing: RawBuilder<unknown>): Promise<Map<string, Line[]>> {
  const { rows } = await sql<{ all: [planId: string, lines: Line[]][] | null }>`
    select json_agg(json_build_array(plan_id, lines)) as all
      from (select l.plan_id,
                   json_agg(json_build_array(l.kind, coalesce(l.measure, l.duty_id), l.person_id, l.count, l.referral_id, l.told)) as lines
              from week_promise l
             where l.workspace_id = ${tx.workspaceId} and l.plan_id = any(array(select id from (${standing}) as plan))
               and l.taken_back_at is null
             group by l.plan_id) as of_plan`.execute(tx.tables());
  return new Map(rows[0]?.all);
}
