import { sql } from "kysely";
import { sumOf, type AskSum, type Conversation } from "#asks/ask.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Check } from "#lib/storage/verify.ts";
import type { Day } from "#lib/kernel/days.ts";
import { counts, standingOf, type Level, type ReferralState, type Step } from "#referrals/referral.ts";

const BATCH = 2_000;
const MOST = 100;

/** What asks and introductions say of themselves, against what their conversations and steps make them by the rooms' own rules. */
export const standingChecks: readonly Check[] = [
  {
    name: "what each ask says of itself, against what was said in it",
    mistakes: (tx) => inBatches((after) => mistakenAsks(tx, after)),
  },
  {
    name: "levels and steps of introductions against where they stand",
    mistakes: (tx) => inBatches((after) => mistakenReferrals(tx, after)),
  },
];

interface Batch {
  mistakes: string[];
  last: string | undefined;
}

async function inBatches(read: (after: string) => Promise<Batch>): Promise<string[]> {
  const mistakes: string[] = [];
  let after: string | undefined = "00000000-0000-0000-0000-000000000000";
  while (after !== undefined && mistakes.length < MOST) {
    const batch: Batch = await read(after);
    mistakes.push(...batch.mistakes);
    after = batch.last;
  }
  return mistakes.slice(0, MOST);
}

/** Whom they were sent to is left out: a merge since may have given that person another id. */
type SaidOfItself = Omit<AskSum, "colleagueId">;

async function mistakenAsks(tx: Tx, after: string): Promise<Batch> {
  const { rows } = await sql<SaidOfItself & { id: string }>`
    select id, day, last_day as "lastDay", channel, moment, for_whom as "forWhom", target_person_id as "targetPersonId",
           target_account_id as "targetAccountId", outcome, until_day as "untilDay", settled_on as "settledOn",
           against, permit_id as "permitId"
      from ask where workspace_id = ${tx.workspaceId} and taken_back_at is null and id > ${after}
     order by id limit ${BATCH}`.execute(tx.tables());
  const { rows: said } = await sql<Conversation & { askId: string }>`
    select ask_id as "askId", id, day, asked, channel, moment, for_whom as "forWhom", target_person_id as "targetPersonId",
           target_account_id as "targetAccountId", outcome, until_day as "untilDay", colleague_id as "colleagueId",
           settled_on as "settledOn", against, permit_id as "permitId"
      from ask_conversation
     where workspace_id = ${tx.workspaceId} and taken_back_at is null
       and ask_id = any(${rows.map((row) => row.id)}::uuid[])`.execute(tx.tables());
  const byAsk = Map.groupBy(said, (each) => each.askId);
  const mistakes = rows.flatMap(({ id, ...itself }) => {
    const sum = sumOf(byAsk.get(id) ?? []);
    if (!sum) return [`ask ${id} stands without a conversation that asked`];
    const wrong = (Object.keys(itself) as (keyof SaidOfItself)[]).filter((key) => itself[key] !== sum[key]);
    return wrong.length > 0 ? [`ask ${id} is not what its conversations say: ${wrong.join(", ")}`] : [];
  });
  return { mistakes, last: rows.at(-1)?.id };
}

async function mistakenReferrals(tx: Tx, after: string): Promise<Batch> {
  const { rows } = await sql<{
    id: string;
    day: Day;
    countsFrom: Day | null;
    level: Level;
    state: ReferralState;
    stateDay: Day;
  }>`
    select id, day, counts_from as "countsFrom", level, state, state_day as "stateDay"
      from referral where workspace_id = ${tx.workspaceId} and taken_back_at is null and id > ${after}
     order by id limit ${BATCH}`.execute(tx.tables());
  const { rows: taken } = await sql<Step & { referralId: string }>`
    select referral_id as "referralId", id, state, day, because_id as "becauseId", at, by_id as "byId"
      from referral_step
     where workspace_id = ${tx.workspaceId} and taken_back_at is null
       and referral_id = any(${rows.map((row) => row.id)}::uuid[])`.execute(tx.tables());
  const byReferral = Map.groupBy(taken, (each) => each.referralId);
  const mistakes = rows.flatMap((row) => {
    const { state, day } = standingOf(row, byReferral.get(row.id) ?? []);
    if (counts(row.level) !== (row.countsFrom !== null))
      return [`introduction ${row.id} has level ${row.level} and counts from ${row.countsFrom ?? "no day"}`];
    return state === row.state && day === row.stateDay
      ? []
      : [
          `introduction ${row.id} is "${row.state}" since ${row.stateDay}; its steps say "${state}" since ${day}`,
        ];
  });
  return { mistakes, last: rows.at(-1)?.id };
}
