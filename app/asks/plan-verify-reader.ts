import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Check } from "#lib/storage/verify.ts";
import { carriesOut } from "./plan.ts";

interface Fulfilled {
  askId: string;
  planId: string;
  ofAnother: boolean;
  ended: boolean;
  midWeek: Day;
  day: Day;
  at: string;
  said: { day: Day; at: string }[];
}

const MOST = 100;

/** What a plan says of itself comes of the ask that names it: both by the rules of plan.ts. */
export const planChecks: readonly Check[] = [
  {
    name: "plans against the asks that carried them out",
    mistakes: async (tx, { firstDay }) => {
      const { rows } = await sql<Fulfilled>`
        select a.id as "askId", p.id as "planId", a.member_id <> p.member_id as "ofAnother",
               p.let_go_on is not null or p.taken_back_at is not null as ended, p.mid_week as "midWeek", p.day, p.at::text as at,
               jsonb_agg(jsonb_build_object('day', c.day, 'at', c.said_at)) as said
          from ask a
          join ask_plan p on p.workspace_id = a.workspace_id and p.id = a.plan_id
          join ask_conversation c on c.workspace_id = a.workspace_id and c.ask_id = a.id and c.asked and c.taken_back_at is null
         where a.workspace_id = ${tx.workspaceId} and a.plan_id is not null and a.taken_back_at is null
         group by a.id, a.member_id, p.id, p.member_id, p.let_go_on, p.taken_back_at, p.mid_week, p.day, p.at`.execute(
        tx.tables(),
      );
      return rows.flatMap((row) => mistakesIn(row, weekOf(row.midWeek, firstDay))).slice(0, MOST);
    },
  },
];

function mistakesIn({ askId, planId, ofAnother, ended, day, at, said }: Fulfilled, week: Day): string[] {
  const which = `the plan ${planId} is carried out by the ask ${askId}`;
  if (ofAnother) return [`${which} of another member`];
  if (ended) return [`${which}, but it was let go or taken back`];
  const plan = { week, day, at: new Date(at) };
  const carries = said.some((each) => carriesOut({ day: each.day, at: new Date(each.at) }, plan));
  return carries ? [] : [`${which}, which was not made while it stood`];
}
