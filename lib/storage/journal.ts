import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Money } from "#lib/kernel/money.ts";
import { conflict } from "#lib/kernel/problem.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "./database.ts";
import { changeOfTally } from "./tally.ts";

export interface Subject {
  kind: string;
  id: string;
}

/** For whom a line counts: the member, and the team that member was in on the day of the fact. */
export interface Credit {
  memberId: string;
  teamId: string | null;
}

/** What a line counts towards. With `onceKey`, any number of lines of one member, week and key count as one. */
export interface Counted {
  measure: string;
  credit: Credit;
  count?: number;
  money?: Money | null;
  onceKey?: string;
}

/** One thing that happened, before it is written. */
export interface Happening {
  verb: string;
  subject: Subject;
  day: Day;
  /** Whose timelines it appears on, the subject's own included without saying. */
  concerns?: readonly (string | null | undefined)[];
  counts?: Counted;
  detail?: Record<string, unknown>;
}

export interface Written {
  actId: string;
  lineIds: string[];
}

interface Line {
  id: string;
  act_id: string;
  at: string;
  by_id: string | null;
  verb: string;
  subject_kind: string;
  subject_id: string;
  day: Day;
  week: Day;
  measure: string | null;
  member_id: string | null;
  team_id: string | null;
  count: number;
  minor: number;
  currency: string | null;
  once_key: string | null;
  undoes: string | null;
  detail: Record<string, unknown>;
  concerns: string[];
}

/** Who writes: an actor, or the system on a workspace's behalf. */
export type Author = Pick<Actor, "now" | "workspace"> & { member: Pick<Actor["member"], "id"> | null };

/**
 * Writes what happened and adds what counts to the tally, in one statement. Call it once in an action, as its last write:
 * it holds the tally's rows until the commit.
 */
export async function writeJournal(
  tx: Tx,
  author: Author,
  happenings: readonly Happening[],
  actId?: string,
): Promise<Written> {
  const act = actId ?? newId(author.now);
  const lines = happenings.map((each) => lineOf(author, act, each));
  await writeLines(tx, lines);
  return { actId: act, lineIds: lines.map((line) => line.id) };
}

/**
 * Takes facts back by counter-entries, each in the week of the line it undoes. Lines of these subjects that carry one of the
 * verbs and are still standing are undone; a second undo of the same line is a conflict.
 */
export async function writeCounterEntries(
  tx: Tx,
  author: Author,
  which: { subjectIds: readonly string[]; verbs?: readonly string[]; actId?: string },
  verb: string,
): Promise<Written> {
  const standing = await standingLines(tx, which);
  const act = newId(author.now);
  const lines = standing.map((line) => ({
    ...line,
    id: newId(author.now),
    act_id: act,
    at: author.now.toISOString(),
    by_id: author.member?.id ?? null,
    verb,
    week: weekOf(line.day, author.workspace.calendar.firstDay),
    count: -line.count,
    minor: -line.minor,
    undoes: line.id,
  }));
  await writeLines(tx, lines);
  return { actId: act, lineIds: lines.map((line) => line.id) };
}

function lineOf(author: Author, actId: string, happening: Happening): Line {
  const { counts } = happening;
  return {
    id: newId(author.now),
    act_id: actId,
    at: author.now.toISOString(),
    by_id: author.member?.id ?? null,
    verb: happening.verb,
    subject_kind: happening.subject.kind,
    subject_id: happening.subject.id,
    day: happening.day,
    week: weekOf(happening.day, author.workspace.calendar.firstDay),
    measure: counts?.measure ?? null,
    member_id: counts?.credit.memberId ?? null,
    team_id: counts?.credit.teamId ?? null,
    count: counts ? (counts.count ?? 1) : 0,
    minor: counts?.money?.minor ?? 0,
    currency: counts?.money?.currency ?? null,
    once_key: counts?.onceKey ?? null,
    undoes: null,
    detail: happening.detail ?? {},
    concerns: [...new Set([happening.subject.id, ...(happening.concerns ?? [])])].filter(
      (id) => typeof id === "string",
    ),
  };
}

async function writeLines(tx: Tx, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  await holdOnceKeys(tx, lines);
  try {
    await sql`
      with line as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as line (
          id uuid, act_id uuid, at timestamptz, by_id uuid, verb text, subject_kind text, subject_id uuid, day date, week date,
          measure text, member_id uuid, team_id uuid, count integer, minor bigint, currency text, once_key uuid, undoes uuid,
          detail jsonb, concerns uuid[])
      ), written as (
        insert into journal (workspace_id, id, act_id, at, by_id, verb, subject_kind, subject_id, day, measure, member_id, team_id,
                             count, minor, currency, once_key, undoes, detail, concerns)
        select ${tx.workspaceId}::uuid, id, act_id, at, by_id, verb, subject_kind, subject_id, day, measure, member_id, team_id,
               count, minor, currency, once_key, undoes, detail, concerns
          from line
      ), concerned as (
        insert into journal_concern (workspace_id, concern_id, day, line_id)
        select ${tx.workspaceId}::uuid, unnest(concerns), day, id from line
      ), ${changeOfTally(tx.workspaceId)}
      select 1`.execute(tx.tables());
  } catch (error) {
    if ((error as { constraint?: string }).constraint === "journal_undone_once") {
      throw conflict("this was taken back already");
    }
    throw error;
  }
}

/** Two writers of the same once-key must see each other's lines, so the second waits here, before its statement begins. */
async function holdOnceKeys(tx: Tx, lines: readonly Line[]): Promise<void> {
  const keys = [
    ...new Set(
      lines.flatMap((line) => (line.once_key ? [`${line.member_id} ${line.measure} ${line.once_key}`] : [])),
    ),
  ];
  if (keys.length === 0) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${keys.toSorted()}::text[]) as key`.execute(
    tx.tables(),
  );
}

async function standingLines(
  tx: Tx,
  which: { subjectIds: readonly string[]; verbs?: readonly string[]; actId?: string },
): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select j.id, j.subject_kind, j.subject_id, j.day, j.measure, j.member_id, j.team_id, j.count, j.minor, j.currency, j.once_key,
           j.detail, j.concerns
      from journal j
     where j.workspace_id = ${tx.workspaceId}
       and j.subject_id = any(${which.subjectIds}::uuid[])
       and j.undoes is null
       and (${which.verbs ?? null}::text[] is null or j.verb = any(${which.verbs ?? null}::text[]))
       and (${which.actId ?? null}::uuid is null or j.act_id = ${which.actId ?? null}::uuid)
       and not exists (select from journal u where u.workspace_id = j.workspace_id and u.undoes = j.id)
     order by j.id`.execute(tx.tables());
  return rows;
}
