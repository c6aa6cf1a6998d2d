import { forgetJobs, queueJob } from "#lib/jobs/queue.ts";
import type { JobKind } from "#lib/jobs/worker.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { NightWork } from "#team/nightly-jobs.ts";
import {
  COMPARISON,
  FUNNEL,
  HELD,
  IN_HAND,
  ORIGINS,
  type OvernightQuestion,
  PAST,
  SAYING,
  STANDS_HOURS,
} from "./overnight-actions.ts";
import { hasFacts } from "./overnight-reader.ts";
import { forgetAnswers, keepAnswer } from "./overnight-store.ts";
import type { Looker } from "./results-actions.ts";

const KIND = "answer-overnight";
const KEPT_DAYS = 7;

/** Asks and deals from which on the slowest of the questions take longer than a page may; see docs/benchmarks.md. */
const LARGE = 50_000;

// oxlint-disable-next-line typescript/no-explicit-any -- each is reckoned with what it asks itself
const QUESTIONS: readonly OvernightQuestion<any, object>[] = [
  ORIGINS,
  COMPARISON,
  FUNNEL,
  PAST,
  HELD,
  SAYING,
  IN_HAND,
];

type Night = Pick<Looker, "today" | "workspace">;
type Payload = { question: string; asked: object; night: Night };
type Answer = { question: string; asked: string; answer: object };

/** One answer a job: each is short, and nobody waits for it. */
export const answerOvernight: JobKind<Payload, Answer | null> = {
  kind: KIND,
  beforehand: ({ database, workspaceId, payload, now }) =>
    database.read(workspaceId, (tx) => reckonOne(tx, payload, now)),
  async run({ tx, brought, now }) {
    if (brought !== null) await keepAnswer(tx, { ...brought, at: now });
  },
};

export const answersNightly: NightWork = answersIn(LARGE);

/** `large`: from how many asks and deals on. */
export function answersIn(large: number): NightWork {
  return async (tx, { now, today, workspace }) => {
    await forgetJobs(tx, KIND, daysBefore(now, KEPT_DAYS));
    await forgetAnswers(tx, daysBefore(now, STANDS_HOURS / 24));
    if (!(await hasFacts(tx, large))) return;
    const night: Night = { today, workspace };
    for (const { name, usual } of QUESTIONS)
      for (const asked of usual({ ...night, now })) {
        const payload: Payload = { question: name, asked, night };
        await queueJob(tx, { kind: KIND, payload, askedBy: null, now });
      }
  };
}

async function reckonOne(
  tx: Tx,
  { question: name, asked, night }: Payload,
  now: Date,
): Promise<Answer | null> {
  const question = QUESTIONS.find((each) => each.name === name);
  if (question === undefined) return null;
  const looker = { ...night, now };
  return {
    question: name,
    asked: question.write(looker, asked),
    answer: await question.reckon(tx, looker, asked),
  };
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
