import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Money } from "#lib/kernel/money.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import { REPORTED, type OriginFacts, type Reported } from "./origin.ts";
import { factCondition, placeIn, type Scope } from "./origins-reader.ts";

/** One meeting or deal behind a number. */
export interface OriginFact {
  id: string;
  kind: "meeting" | "deal";
  day: Day;
  origin: Reported;
  name: string | null;
  accountName: string | null;
  memberName: string;
  outcome: string;
  amount: Money | null;
}

export interface WantedOriginFacts {
  what: OriginFacts;
  /** Not said: of all. */
  origins?: readonly Reported[] | undefined;
  currency?: string | undefined;
}

/** As many as the number says, the latest first, a page at a time. */
export async function originFacts(
  tx: Tx,
  scope: Scope,
  { what, origins = REPORTED, currency }: WantedOriginFacts,
  cursor: string | undefined,
  limit: number,
): Promise<Page<OriginFact>> {
  const isMeeting = what === "meetings-held";
  const day = isMeeting
    ? sql`d.outcome_day`
    : what === "opened" || what === "open"
      ? sql`d.opened_on`
      : sql`d.closed_on`;
  const after = cursor === undefined ? null : decodeDayCursor(cursor);
  const w = tx.workspaceId;
  const { rows } = await sql<
    Omit<OriginFact, "kind" | "origin" | "amount"> & {
      place: number;
      minor: number | null;
      currency: string | null;
    }
  >`
    select f.id, f.day, f.place, f.outcome, f.minor, f.currency, m.name as "memberName", coalesce(f.name, p.full_name) as name, a.name as "accountName"
      from (select d.id, ${day} as day, ${placeIn(REPORTED.map((origin) => [origin]))} as place, d.outcome, d.member_id, d.account_id, d.person_id,
                   ${isMeeting ? sql`null::bigint as minor, null::text as currency, null::text as name` : sql`d.amount_minor as minor, d.currency, d.name`}
              from ${isMeeting ? sql`meeting` : sql`deal`} d
             where ${factCondition(tx, what, scope)} and ${placeIn([origins])} = 0
                   ${currency === undefined || isMeeting ? sql`` : sql`and d.currency = ${currency}`}
                   ${after === null ? sql`` : sql`and (${day}, d.id) < (${after[0]}::date, ${after[1]}::uuid)`}
             order by 2 desc, 1 desc
             limit ${limit + 1}) as f
      join member m on m.workspace_id = ${w} and m.id = f.member_id
      left join account at on at.workspace_id = ${w} and at.id = f.account_id
      left join account a on a.workspace_id = ${w} and a.id = at.kept_id
      left join person pt on pt.workspace_id = ${w} and pt.id = f.person_id
      left join person p on p.workspace_id = ${w} and p.id = pt.kept_id
     order by f.day desc, f.id desc`.execute(tx.tables());
  const items = rows.slice(0, limit).map(({ place, minor, currency: in_, ...row }): OriginFact => ({
    ...row,
    kind: isMeeting ? "meeting" : "deal",
    origin: REPORTED[place]!,
    amount: minor === null || in_ === null ? null : { minor, currency: in_ },
  }));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}
