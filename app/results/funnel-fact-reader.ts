import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { asked, cameIn, introduced, levelOf, metOn, ofEach, standing, type Known } from "./cohort-reader.ts";
import type { FunnelOf } from "./funnel.ts";
import type { Step } from "./step.ts";

export interface FunnelFact {
  /** Of the ask, or of the introduction. */
  id: string;
  kind: "ask" | "referral";
  /** What it is counted under began on: the ask, or where introductions are counted the introduction. */
  begunOn: Day;
  /** It was tried on: asked, introduced, met. */
  day: Day;
  /** The next step came on; null: it did not, yet. */
  cameOn: Day | null;
  memberName: string;
  /** Who was asked, or who was met. */
  personName: string | null;
  sourceName: string | null;
}

/** `since`: only what was tried on that day or later. */
export interface WantedTries extends Known {
  to: Day;
  of: FunnelOf;
  by: "ask" | "introduction";
  came: boolean;
  since?: Day | undefined;
}

/**
 * The tries behind a number, those that came or those that did not, the latest begun first, so that nothing outside of these days is read.
 * Of asks made in them and what came of those, or with `by` "introduction" of all introductions that count from them.
 */
export async function funnelFacts(
  tx: Tx,
  whose: Whose,
  wanted: WantedTries,
  cursor: string | undefined,
  limit: number,
): Promise<Page<FunnelFact>> {
  const { came, since } = wanted;
  const facts = sql`
    select * from (${tries(tx, whose, wanted)}) as try
     where came = ${came} ${since === undefined ? sql`` : sql`and day >= ${since}::date`}`;
  return pageOfFacts(tx, facts, sql`e.begun_on`, { cursor, limit });
}

/** Introductions, first meetings of them or first deals won that came from a day to `until`, the latest first; `begun`: of introductions from then on. */
export async function cameFacts(
  tx: Tx,
  whose: Whose,
  wanted: Known & { step: Step; begun: Day },
  cursor: string | undefined,
  limit: number,
): Promise<Page<FunnelFact>> {
  const facts = sql`
    select r.id, 'referral' as kind, r.counts_from as begun_on, each.day, null::date as came_on, r.member_id, r.contact_id as person_id, r.source_id
      from (${cameIn(tx, whose, wanted)}) as each
      join referral r on r.workspace_id = ${tx.workspaceId} and r.id = each.id`;
  return pageOfFacts(tx, facts, sql`e.day`, { cursor, limit });
}

/** `facts`: id, kind, begun_on, day, came_on, member_id, person_id, source_id; the latest first by `on`. */
async function pageOfFacts(
  tx: Tx,
  facts: RawBuilder<unknown>,
  on: RawBuilder<unknown>,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<Page<FunnelFact>> {
  const after = cursor === undefined ? null : decodeDayCursor(cursor);
  const { rows } = await sql<FunnelFact & { on: Day }>`
    with page as materialized (
      select *, ${on} as "on" from (${facts}) as e
       where ${after === null ? sql`true` : sql`(${on}, e.id) < (${after[0]}::date, ${after[1]}::uuid)`}
       order by ${on} desc, e.id desc
       limit ${limit + 1}
    )
    select e."on", e.id, e.kind, e.begun_on as "begunOn", e.day, e.came_on as "cameOn", m.name as "memberName", pk.full_name as "personName", sk.full_name as "sourceName"
      from page as e
      join member m on m.workspace_id = ${tx.workspaceId} and m.id = e.member_id
      left join person p on p.workspace_id = ${tx.workspaceId} and p.id = e.person_id
      left join person pk on pk.workspace_id = ${tx.workspaceId} and pk.id = p.kept_id
      left join person s on s.workspace_id = ${tx.workspaceId} and s.id = e.source_id
      left join person sk on sk.workspace_id = ${tx.workspaceId} and sk.id = s.kept_id
     order by e."on" desc, e.id desc`.execute(tx.tables());
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ on: _on, ...fact }) => fact),
    nextCursor: rows.length > limit && last ? encodeCursor([last.on, last.id]) : null,
  };
}

function tries(tx: Tx, whose: Whose, wanted: WantedTries): RawBuilder<unknown> {
  const { of, from, to, until, by } = wanted;
  if (of === "introductions") return triedAsks(tx, whose, wanted);
  const { day, cameOn, came, more = sql`` } = triedOf(tx, of, until);
  const begun =
    by === "introduction"
      ? sql`(${introduced(tx, whose, { from, until: to })}) as begun join referral r on ${standing(tx)} and r.id = begun.id`
      : sql`(${asked(tx, whose, { from, until: to })}) as begun
            join referral r on ${standing(tx)} and r.ask_id = begun.id and r.counts_from <= ${until}`;
  return sql`
    select r.id, 'referral' as kind, begun.day as begun_on, ${day} as day, ${cameOn} as came_on, ${came} as came, r.member_id,
           r.contact_id as person_id, r.source_id
      from ${begun} ${ofEach(tx, until, sql`r.id`)} ${more}
     where ${day} is not null`;
}

function triedAsks(tx: Tx, whose: Whose, { from, to, until }: WantedTries): RawBuilder<unknown> {
  return sql`
    select a.id, 'ask' as kind, a.day as begun_on, a.day, first.day as came_on, first.day is not null as came, a.member_id, k.source_id as person_id,
           null::uuid as source_id
      from (${asked(tx, whose, { from, until: to })}) as a
      join ask k on k.workspace_id = ${tx.workspaceId} and k.id = a.id
      left join lateral (select min(f.counts_from) as day from referral f
                          where f.workspace_id = ${tx.workspaceId} and f.ask_id = a.id and f.taken_back_at is null
                            and f.counts_from <= ${until}) as first on true`;
}

/** Of an introduction `r` with `met` and `won`: when the step was tried, null when it was not, and what came of it. */
function triedOf(tx: Tx, of: Exclude<FunnelOf, "introductions">, until: Day) {
  if (of === "meetings") return { day: sql`r.counts_from`, cameOn: metOn, came: sql`${metOn} is not null` };
  if (of === "deals") return { day: metOn, cameOn: sql`won.day`, came: sql`won.day is not null` };
  const more = sql`join lateral (${levelOf(tx, until)}) as level on level.decides is not null`;
  return { day: sql`met.day`, cameOn: sql`null::date`, came: sql`level.decides`, more };
}
