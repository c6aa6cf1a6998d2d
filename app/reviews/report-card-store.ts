import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { BuyingRole } from "#people/standing.ts";
import type { CardAnswer, CardLanguageCode, Occasion } from "./questionnaire.ts";
import type { WhyNoTalk } from "./report-card.ts";
import type { ReportTables } from "./report-tables.ts";

/** A card with the names a reader needs; persons and accounts are those that stand for merged ones. */
export interface CardRow {
  id: string;
  /** Null: they were erased. */
  personId: string | null;
  personName: string | null;
  personTitle: string | null;
  accountId: string | null;
  accountName: string | null;
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  memberLeft: boolean;
  templateId: string;
  occasion: Occasion;
  language: CardLanguageCode;
  day: Day;
  untilDay: Day;
  withdrawnAt: Date | null;
  handedInAt: Date | null;
  handedInOn: Day | null;
  score: number | null;
  /** Their part in buying now, or when they answered. */
  role: BuyingRole | null;
  issueId: string | null;
  /** Open, or settled on that day; null as well where it was taken back. */
  issue: { settledOn: Day | null } | null;
  /** The hours to look at a low number run from then. */
  lowSince: Date | null;
  lookedAt: Date | null;
  lookedBy: string | null;
  talkPassedAt: Date | null;
  talkWhy: WhyNoTalk | null;
  touchId: string | null;
  /** Who sees to it: the account's holder, the person's, or a leader. */
  ownerId: string;
  ownerName: string;
  ownerTeamId: string | null;
  /** False: nobody holds the relationship, and it is a leader's for want of somebody. */
  ownerHolds: boolean;
  /** Somebody asked them for an introduction since they answered. */
  askedSince: boolean;
  /** How many questions have an answer. */
  answered: number;
}

export interface CardFilter {
  personIds?: readonly string[];
  accountIds?: readonly string[];
  ownerId?: string;
  /** Of what was handed in. */
  handedIn?: { from: Day; to: Day };
  scores?: { least: number; most: number };
  /** "none": of whom nobody said one. */
  role?: BuyingRole | "none";
  /** A low number that nobody has seen to. */
  toLookAt?: boolean;
}

export async function insertCard(
  tx: Tx,
  card: {
    id: string;
    personId: string;
    accountId: string | null;
    templateId: string;
    occasion: Occasion;
    language: CardLanguageCode;
    untilDay: Day;
  },
  actor: Actor,
): Promise<void> {
  await sql`
    insert into report_card (workspace_id, id, person_id, account_id, member_id, template_id, occasion, language, day, until_day, at)
    values (${tx.workspaceId}, ${card.id}, ${card.personId}, ${card.accountId}, ${actor.member.id}, ${card.templateId},
            ${card.occasion}, ${card.language}, ${actor.today}, ${card.untilDay}, ${actor.now})`.execute(
    tx.tables(),
  );
}

export async function findCard(tx: Tx, id: string): Promise<CardRow | null> {
  const { rows } =
    await sql<CardRow>`${cards(tx)} where c.workspace_id = ${tx.workspaceId} and c.id = ${id}`.execute(
      tx.tables(),
    );
  return rows[0] ?? null;
}

/** The same, its row locked until the commit: two answers at once come one after the other. */
export async function holdCard(tx: Tx, id: string): Promise<CardRow | null> {
  await sql`select from report_card where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(
    tx.tables(),
  );
  return findCard(tx, id);
}

/** Those handed in by the day they were, the last first; of those of a person or an account the last sent. */
export async function listCards(
  tx: Tx,
  filter: CardFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<CardRow>> {
  const where = conditionsOf(tx, filter);
  if (cursor !== undefined) {
    const [id] = decodeCursor(cursor, 1);
    where.push(sql`c.id < ${String(id)}::uuid`);
  }
  const { rows } = await sql<CardRow>`
    ${cards(tx)} where ${sql.join(where, sql` and `)} order by c.id desc limit ${limit + 1}`.execute(
    tx.tables(),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

/** All that a filter finds; for what is counted. */
export async function everyCard(tx: Tx, filter: CardFilter): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    ${cards(tx)} where ${sql.join(conditionsOf(tx, filter), sql` and `)} order by c.handed_in_at, c.id`.execute(
    tx.tables(),
  );
  return rows;
}

export async function changeCard(
  tx: Tx,
  id: string,
  set: Partial<
    Pick<
      ReportTables["report_card"],
      | "withdrawn_at"
      | "withdrawn_by"
      | "handed_in_at"
      | "handed_in_on"
      | "score"
      | "role"
      | "issue_id"
      | "low_since"
      | "looked_at"
      | "looked_by"
      | "talk_passed_at"
      | "talk_passed_by"
      | "talk_why"
      | "touch_id"
      | "until_day"
    >
  >,
): Promise<void> {
  await tx
    .tables<ReportTables>()
    .updateTable("report_card")
    .set(set)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export interface AnswerRow extends CardAnswer {
  questionId: string;
  at: Date;
  rightWordId: string | null;
}

/** `rightWordId` of one that stands. */
export async function answersOf(tx: Tx, cardId: string): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select a.question_id as "questionId", a.score, a.choice, a.words, a.at, w.id as "rightWordId"
      from report_answer a
      left join right_word w on w.workspace_id = a.workspace_id and w.id = a.right_word_id and w.taken_back_at is null
     where a.workspace_id = ${tx.workspaceId} and a.card_id = ${cardId} order by a.question_id`.execute(
    tx.tables(),
  );
  return rows;
}

/** Why they gave their number, in their words, of those who said so. */
export async function reasonsOf(tx: Tx, cardIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; words: string }>`
    select c.id, a.words
      from report_card c
      join report_template t on t.workspace_id = c.workspace_id and t.id = c.template_id
      cross join lateral (select q ->> 'id' as id from jsonb_array_elements(t.questions) q where q ->> 'kind' = 'score') q
      join report_answer a on a.workspace_id = c.workspace_id and a.card_id = c.id and a.question_id = q.id
     where c.workspace_id = ${tx.workspaceId} and c.id = any(${cardIds}::uuid[]) and c.handed_in_at is not null
       and a.words is not null`.execute(tx.tables());
  return new Map(rows.map(({ id, words }) => [id, words]));
}

export async function putAnswer(
  tx: Tx,
  answer: CardAnswer & { cardId: string; questionId: string; personId: string; at: Date },
): Promise<void> {
  const { cardId, questionId, personId, score, choice, words, at } = answer;
  await sql`
    insert into report_answer (workspace_id, card_id, question_id, person_id, score, choice, words, at)
    values (${tx.workspaceId}, ${cardId}, ${questionId}, ${personId}, ${score}, ${choice}, ${words}, ${at})
    on conflict (workspace_id, card_id, question_id) do update set
      score = excluded.score, choice = excluded.choice, words = excluded.words, at = excluded.at`.execute(
    tx.tables(),
  );
}

export async function markRight(
  tx: Tx,
  { cardId, questionId }: { cardId: string; questionId: string },
  rightWordId: string | null,
): Promise<void> {
  await tx
    .tables<ReportTables>()
    .updateTable("report_answer")
    .set({ right_word_id: rightWordId })
    .where("workspace_id", "=", tx.workspaceId)
    .where("card_id", "=", cardId)
    .where("question_id", "=", questionId)
    .execute();
}

function conditionsOf(tx: Tx, filter: CardFilter): RawBuilder<unknown>[] {
  const { personIds, accountIds, ownerId, handedIn, scores, role, toLookAt } = filter;
  return [
    sql`c.workspace_id = ${tx.workspaceId}`,
    ...(personIds ? [sql`c.person_id = any(${personIds}::uuid[])`] : []),
    ...(accountIds ? [sql`c.account_id = any(${accountIds}::uuid[])`] : []),
    ...(ownerId ? [sql`o.id = ${ownerId}`] : []),
    ...(handedIn ? [sql`c.handed_in_on between ${handedIn.from}::date and ${handedIn.to}::date`] : []),
    ...(scores ? [sql`c.score between ${scores.least} and ${scores.most}`] : []),
    ...(role === undefined ? [] : [role === "none" ? sql`${ROLE} is null` : sql`${ROLE} = ${role}`]),
    ...(toLookAt
      ? [
          sql`c.score <= 6 and c.looked_at is null and f.id is not null and f.taken_back_at is null and f.settled_on is null`,
        ]
      : []),
  ];
}

const ROLE = sql`case when p.id is null then c.role else now_role.role end`;

function cards(tx: Tx): RawBuilder<unknown> {
  const w = tx.workspaceId;
  return sql`
    select c.id, p.id as "personId", p.full_name as "personName", p.title as "personTitle", a.id as "accountId", a.name as "accountName",
           c.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId", m.left_at is not null as "memberLeft",
           c.template_id as "templateId", c.occasion, c.language, c.day, c.until_day as "untilDay", c.withdrawn_at as "withdrawnAt",
           c.handed_in_at as "handedInAt", c.handed_in_on as "handedInOn", c.score, ${ROLE} as role,
           c.issue_id as "issueId",
           case when f.id is not null and f.taken_back_at is null then jsonb_build_object('settledOn', f.settled_on) end as issue,
           c.low_since as "lowSince", c.looked_at as "lookedAt", l.name as "lookedBy", c.talk_passed_at as "talkPassedAt", c.talk_why as "talkWhy",
           c.touch_id as "touchId", o.id as "ownerId", o.name as "ownerName", o.team_id as "ownerTeamId",
           coalesce(o.id in (a.holder_id, p.holder_id), false) as "ownerHolds",
           c.handed_in_at is not null and exists (
             select from person s
               join ask k on k.workspace_id = ${w} and k.source_id = s.id and k.taken_back_at is null
               join ask_conversation v on v.workspace_id = ${w} and v.ask_id = k.id and v.taken_back_at is null
              where s.workspace_id = ${w} and s.kept_id = p.id and v.day >= c.handed_in_on) as "askedSince",
           (select count(*)::int from report_answer x where x.workspace_id = ${w} and x.card_id = c.id
               and (x.score is not null or x.choice is not null or x.words is not null)) as answered
      from report_card c
      join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
      left join person p0 on p0.workspace_id = c.workspace_id and p0.id = c.person_id
      left join person p on p.workspace_id = c.workspace_id and p.id = p0.kept_id
      left join account a0 on a0.workspace_id = c.workspace_id and a0.id = c.account_id
      left join account a on a.workspace_id = c.workspace_id and a.id = a0.kept_id
      left join serious_issue f on f.workspace_id = c.workspace_id and f.id = c.issue_id
      left join member l on l.workspace_id = c.workspace_id and l.id = c.looked_by
      left join lateral (
        select r.role from person s
          join buying_role r on r.workspace_id = ${w} and r.person_id = s.id and r.taken_back_at is null
         where s.workspace_id = ${w} and s.kept_id = p.id order by r.id desc limit 1) as now_role on true
      join lateral (
        select o.id, o.name, o.team_id from member o
         where o.workspace_id = ${w} and o.left_at is null and (o.id in (a.holder_id, p.holder_id) or o.role = 'leader')
         order by o.id = a.holder_id desc nulls last, o.id = p.holder_id desc nulls last, o.id
         limit 1) as o on true`;
}
