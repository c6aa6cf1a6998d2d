import { sql } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { leastIdSince } from "#lib/kernel/ids.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { factsOfEach, weeksFrom } from "#lib/storage/facts.ts";
import { creditsOf } from "#team/credit-actions.ts";
import type { Round, SpiffMeasure } from "./spiff.ts";
import { WITH_LEVELS } from "./spiff.ts";
import type { SpiffFact } from "./spiff-pay.ts";

/** A fact with what is needed to look at it more closely. */
export interface ReadFact extends SpiffFact {
  measure: SpiffMeasure;
  subjectId: string;
  /** The day on which it was written down; null: nobody asked. */
  writtenOn: Day | null;
}

type Span = Pick<Round, "from" | "to" | "start" | "end"> & { measure: SpiffMeasure; levels: boolean };

/** What rounds ask for, by measure: their days, and whether levels matter. */
export function spansOf(rounds: readonly Round[], { levels = false } = {}): Span[] {
  return rounds.map(({ core, version, from, to, start, end }) => ({
    measure: core.measure,
    from,
    to,
    start,
    end,
    levels: levels || version.levels !== null,
  }));
}

interface Only {
  /** Not said: of everybody. */
  memberIds?: readonly string[] | undefined;
  /** In which the days are told on which they were written down; not said: they are not. */
  timeZone?: string | undefined;
}

/**
 * The standing facts behind rounds, each once, read from the journal by the tally's own rule: of everybody or of some members.
 * Levels are those of now, where they matter.
 */
export async function factsFor(
  tx: Tx,
  spans: readonly Span[],
  firstDay: Weekday,
  only: Only = {},
): Promise<ReadFact[]> {
  const facts: ReadFact[] = [];
  for (const [measure, own] of Map.groupBy(spans, (span) => span.measure)) {
    const start = own.reduce((least, span) => (span.start < least ? span.start : least), own[0]!.start);
    const end = own.reduce((most, span) => (span.end > most ? span.end : most), own[0]!.end);
    const read =
      measure === "loops-closed"
        ? await loopsClosed(tx, { from: start, to: end }, only)
        : await counted(tx, measure, weeksFrom(start, end, firstDay), only);
    const levels = own.some((span) => span.levels) && (WITH_LEVELS as readonly string[]).includes(measure);
    facts.push(...(levels ? await withLevels(tx, read) : read));
  }
  return facts;
}

async function counted(
  tx: Tx,
  measure: SpiffMeasure,
  weeks: readonly Day[],
  { memberIds, timeZone }: Only,
): Promise<ReadFact[]> {
  const facts = await factsOfEach(tx, {
    measure,
    weeks,
    ...(memberIds && { memberIds }),
    ...(timeZone && { timeZone }),
  });
  return facts.map(({ id, memberId, teamId, day, subjectId, writtenOn }) => ({
    lineId: id,
    memberId,
    teamId,
    day,
    level: null,
    measure,
    subjectId,
    writtenOn,
  }));
}

/** Thanks and reports that sources got, whoever of us said them: they are the rep's whose introduction it was. */
async function loopsClosed(
  tx: Tx,
  { from, to }: { from: Day; to: Day },
  { memberIds, timeZone }: Only,
): Promise<ReadFact[]> {
  const members = memberIds ?? null;
  const { rows } = await sql<Omit<ReadFact, "teamId" | "level" | "measure">>`
    select j.id as "lineId", (j.detail ->> 'memberId')::uuid as "memberId", j.day, j.subject_id as "subjectId",
           (j.at at time zone ${timeZone ?? null})::date as "writtenOn"
      from journal j
     where j.workspace_id = ${tx.workspaceId} and j.verb in ('source.thanked', 'source.told') and j.subject_kind = 'duty'
       and j.undoes is null and j.day >= ${from} and j.day < ${addDays(to, 1)}
       and (${members}::uuid[] is null or (j.detail ->> 'memberId')::uuid = any(${members}::uuid[]))
       and not exists (select from journal u where u.workspace_id = j.workspace_id and u.undoes = j.id)`.execute(
    tx.tables(),
  );
  const credits = await creditsOf(tx, rows);
  return rows.map((row, at) => ({
    ...row,
    teamId: credits[at]?.teamId ?? null,
    level: null,
    measure: "loops-closed",
  }));
}

/** The level that was said last of each introduction. */
async function withLevels(tx: Tx, facts: readonly ReadFact[]): Promise<ReadFact[]> {
  const { rows } = await sql<{ subjectId: string; level: number }>`
    select distinct on (j.subject_id) j.subject_id as "subjectId", (j.detail ->> 'level')::int as level
      from journal j
     where j.workspace_id = ${tx.workspaceId} and j.subject_id = any(${facts.map(({ subjectId }) => subjectId)}::uuid[])
       and j.undoes is null and j.verb = any(${SAYING_LEVELS}::text[])
     order by j.subject_id, j.id desc`.execute(tx.tables());
  const levels = new Map(rows.map(({ subjectId, level }) => [subjectId, level]));
  return facts.map((fact) => ({ ...fact, level: levels.get(fact.subjectId) ?? null }));
}

const SAYING_LEVELS = [
  "referral.received",
  "referral.introduced",
  "referral.level-changed",
  "given.made",
  "given.introduced",
  "given.level-changed",
];

/**
 * Of these stretches, by their ids, the members whose facts may have changed since: a line was written about a day in them, or a
 * level was changed. Stretches in which nothing was are missing.
 */
export async function touchedSince(
  tx: Tx,
  stretches: readonly { id: string; measures: readonly string[]; from: Day; to: Day; since: Date }[],
): Promise<Map<string, Set<string>>> {
  const asked = stretches.map(({ since, ...rest }) => ({ ...rest, floor: leastIdSince(since) }));
  const { rows } = await sql<{ id: string; memberId: string }>`
    select s.id, touched.member_id as "memberId"
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
           as s (id uuid, measures text[], "from" date, "to" date, floor uuid)
     cross join lateral (
             select j.member_id from journal j
              where j.workspace_id = ${tx.workspaceId} and j.measure = any(s.measures) and j.day between s."from" and s."to"
                and j.id >= s.floor
             union
             select (coalesce(u.detail, j.detail) ->> 'memberId')::uuid
               from journal j left join journal u on u.workspace_id = j.workspace_id and u.id = j.undoes
              where j.workspace_id = ${tx.workspaceId} and j.verb in ('source.thanked', 'source.told', 'duty.taken-back')
                and j.day between s."from" and s."to" and j.id >= s.floor
             union
             select j.member_id
               from journal c
               join journal j on j.workspace_id = c.workspace_id and j.subject_id = c.subject_id and j.measure = any(s.measures)
                and j.day between s."from" and s."to"
              where c.workspace_id = ${tx.workspaceId} and c.verb in ('referral.level-changed', 'given.level-changed')
                and c.id >= s.floor) as touched
     where touched.member_id is not null`.execute(tx.tables());
  const members = new Map<string, Set<string>>();
  for (const { id, memberId } of rows) members.set(id, (members.get(id) ?? new Set()).add(memberId));
  return members;
}

export interface MemberLine {
  id: string;
  name: string;
  role: string;
  teamId: string | null;
  teamName: string | null;
}

/** Everybody who has not left before that day, by name, and those with these ids. */
export async function membersSince(
  tx: Tx,
  from: Day,
  timeZone: string,
  ids: readonly string[] = [],
): Promise<MemberLine[]> {
  const { rows } = await sql<MemberLine>`
    select m.id, m.name, m.role, m.team_id as "teamId", t.name as "teamName"
      from member m left join team t on t.workspace_id = m.workspace_id and t.id = m.team_id
     where m.workspace_id = ${tx.workspaceId}
       and (m.left_at is null or (m.left_at at time zone ${timeZone})::date >= ${from} or m.id = any(${ids}::uuid[]))
     order by lower(m.name), m.id`.execute(tx.tables());
  return rows;
}
