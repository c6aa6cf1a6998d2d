import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { fourthDay, weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { SuggestReason } from "./suggest-words.ts";
import { sameAs } from "./candidate-reader.ts";
import { REFUSED_WEEKS, type Place, type Shown, type WhyRefused, type Written } from "./suggest.ts";
import type { TodayTables } from "./today-tables.ts";

/** Before it is written down. */
export interface NewSuggestion {
  id: string;
  memberId: string;
  /** Kept. */
  personId: string;
  place: Place;
  nth: number;
  score: number;
  reasons: SuggestReason[];
  say: string;
}

export interface SuggestionRow extends NewSuggestion, Written {
  memberTeamId: string | null;
  week: Day;
  day: Day;
  refusedWhy: WhyRefused | null;
  refusedWords: string | null;
  personName: string;
  personTitle: string | null;
  accountId: string | null;
  accountName: string | null;
}

/** What stands in one rep's place for one person in one week is the same row, and it has the same id before it is written. */
export function suggestionId(
  tx: Pick<Tx, "workspaceId">,
  of: { memberId: string; week: Day; personId: string },
): string {
  const key = `${tx.workspaceId} ${of.memberId} ${fourthDay(of.week)} ${of.personId}`;
  const hex = createHash("sha256").update(key).digest("hex");
  // A UUID of version 8, RFC 9562: made of what it stands for.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** So that two requests in the same moment make one set. */
export async function holdSuggestions(tx: Tx, memberId: string): Promise<void> {
  const key = `suggestions ${memberId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx.tables());
}

/** All of that rep's week, refused ones too, in the order in which they were made. */
export async function suggestionsOfWeek(
  tx: Tx,
  of: { memberId: string; week: Day },
  firstDay: Weekday,
): Promise<SuggestionRow[]> {
  return rowsWhere(
    tx,
    sql`s.member_id = ${of.memberId} and s.mid_week between ${of.week} and ${addDays(of.week, 6)}
        and s.withdrawn_at is null`,
    firstDay,
  );
}

export async function findSuggestion(tx: Tx, id: string, firstDay: Weekday): Promise<SuggestionRow | null> {
  const [row] = await rowsWhere(tx, sql`s.id = ${id} and s.withdrawn_at is null`, firstDay);
  return row ?? null;
}

/** What keeps these persons (kept ids) from being suggested to this rep: what was lately, and who is suggested to a colleague now. */
export async function shownBefore(
  tx: Tx,
  of: { memberId: string; personIds: readonly string[]; week: Day },
  firstDay: Weekday,
): Promise<{ resting: Shown[]; withColleague: Set<string> }> {
  const longest = Math.max(...Object.values(REFUSED_WEEKS)) + 1;
  const { rows } = await sql<{
    personId: string;
    midWeek: Day;
    refusedWhy: WhyRefused | null;
    mine: boolean;
  }>`
    with ${sameAs(tx, of.personIds)}
    select same.kept_id as "personId", s.mid_week as "midWeek", s.refused_why as "refusedWhy", s.member_id = ${of.memberId} as mine
      from same
      join suggestion s on s.workspace_id = ${tx.workspaceId} and s.person_id = same.id and s.withdrawn_at is null
     where s.mid_week >= ${addDays(of.week, -7 * longest)}
       and (s.member_id = ${of.memberId} or s.refused_why = 'unhappy' or s.mid_week >= ${of.week})`.execute(
    tx.tables(),
  );
  const now = (row: { midWeek: Day; refusedWhy: WhyRefused | null; mine: boolean }) =>
    !row.mine && row.midWeek >= of.week && row.refusedWhy === null;
  return {
    resting: rows
      .filter((row) => !now(row) && (row.mine || row.refusedWhy === "unhappy"))
      .map(({ personId, midWeek, refusedWhy }) => ({
        personId,
        week: weekOf(midWeek, firstDay),
        refusedWhy,
      })),
    withColleague: new Set(rows.filter(now).map(({ personId }) => personId)),
  };
}

/** What this rep refused since that day, for learning. */
export async function refusedSince(
  tx: Tx,
  memberId: string,
  since: Day,
  firstDay: Weekday,
): Promise<Pick<Shown, "week" | "refusedWhy">[]> {
  const { rows } = await sql<{ midWeek: Day; refusedWhy: WhyRefused }>`
    select mid_week as "midWeek", refused_why as "refusedWhy" from suggestion
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and mid_week >= ${since} and withdrawn_at is null
       and refused_why is not null`.execute(tx.tables());
  return rows.map(({ midWeek, refusedWhy }) => ({ week: weekOf(midWeek, firstDay), refusedWhy }));
}

/** One that made way earlier stands again. */
export async function insertSuggestions(
  tx: Tx,
  suggestions: readonly NewSuggestion[],
  week: Day,
  by: Actor,
): Promise<void> {
  if (suggestions.length === 0) return;
  await sql`
    insert into suggestion (workspace_id, id, member_id, person_id, mid_week, place, nth, score, reasons, say, day, at, by_id)
    select ${tx.workspaceId}::uuid, id, "memberId", "personId", ${fourthDay(week)}::date, place, nth, score, reasons, say,
           ${by.today}::date, ${by.now}::timestamptz, ${by.member.id}::uuid
      from jsonb_to_recordset(${JSON.stringify(suggestions)}::jsonb) as made (
           id uuid, "memberId" uuid, "personId" uuid, place smallint, nth smallint, score real, reasons jsonb, say text)
        on conflict (workspace_id, id) do update
       set place = excluded.place, nth = excluded.nth, score = excluded.score, reasons = excluded.reasons, say = excluded.say,
           day = excluded.day, at = excluded.at, by_id = excluded.by_id, withdrawn_at = null`.execute(
    tx.tables(),
  );
}

/** Null takes the refusal back. */
export async function updateRefusal(
  tx: Tx,
  id: string,
  said: { why: WhyRefused; words: string | null } | null,
  by: Actor,
): Promise<void> {
  await tx
    .tables<TodayTables>()
    .updateTable("suggestion")
    .set({
      refused_on: said && by.today,
      refused_by: said && by.member.id,
      refused_why: said && said.why,
      refused_words: said && said.words,
    })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function withdrawSuggestions(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await sql`
    update suggestion set withdrawn_at = ${at}
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(tx.tables());
}

async function rowsWhere(tx: Tx, where: ReturnType<typeof sql>, firstDay: Weekday): Promise<SuggestionRow[]> {
  const { rows } = await sql<Omit<SuggestionRow, "week"> & { midWeek: Day }>`
    select s.id, s.member_id as "memberId", m.team_id as "memberTeamId", k.id as "personId", s.mid_week as "midWeek", s.place, s.nth,
           s.score, s.reasons, s.say, s.day, s.refused_on as "refusedOn", s.refused_why as "refusedWhy",
           s.refused_words as "refusedWords", k.full_name as "personName", k.title as "personTitle", a.id as "accountId",
           a.name as "accountName", k.removed_at is not null as gone,
           (select max(f.last_day)
              from (select k.id union all
                    select o.id from person o where o.workspace_id = k.workspace_id and o.merged_into = k.id) as same
              join ask f on f.workspace_id = k.workspace_id and f.source_id = same.id and f.taken_back_at is null
             where f.member_id = s.member_id and f.last_day >= s.day) as "askedOn",
           exists (
             select from (select k.id union all
                          select o.id from person o where o.workspace_id = k.workspace_id and o.merged_into = k.id) as same
               join ask_plan f on f.workspace_id = k.workspace_id and f.person_id = same.id and f.taken_back_at is null
                and f.let_go_on is null and f.member_id = s.member_id and f.mid_week >= s.mid_week
              where not exists (
                select from ask done where done.workspace_id = f.workspace_id and done.plan_id = f.id and done.taken_back_at is null)
           ) as planned
      from suggestion s
      join member m on m.workspace_id = s.workspace_id and m.id = s.member_id
      join person p on p.workspace_id = s.workspace_id and p.id = s.person_id
      join person k on k.workspace_id = p.workspace_id and k.id = p.kept_id
      left join account at on at.workspace_id = k.workspace_id and at.id = k.account_id
      left join account a on a.workspace_id = at.workspace_id and a.id = at.kept_id
     where s.workspace_id = ${tx.workspaceId} and ${where}
     order by s.nth, s.id`.execute(tx.tables());
  return rows.map(({ midWeek, ...row }) => ({ ...row, week: weekOf(midWeek, firstDay) }));
}
