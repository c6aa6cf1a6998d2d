import type { Tx } from "#lib/storage/database.ts";
import type { OvernightTables } from "./overnight-tables.ts";

export interface Reckoned {
  at: Date;
  answer: unknown;
}

/** In place of what was reckoned of the same before. `answer`: nothing that JSON does not bring back as it was. */
export async function keepAnswer(
  tx: Tx,
  { question, asked, at, answer }: Reckoned & { question: string; asked: string },
): Promise<void> {
  const row = { at, answer: JSON.stringify(answer) };
  await tx
    .tables<OvernightTables>()
    .insertInto("overnight_answer")
    .values({ workspace_id: tx.workspaceId, question, asked, ...row })
    .onConflict((conflict) => conflict.columns(["workspace_id", "question", "asked"]).doUpdateSet(row))
    .execute();
}

export async function findAnswer(
  tx: Tx,
  { question, asked, since }: { question: string; asked: string; since: Date },
): Promise<Reckoned | null> {
  const row = await tx
    .tables<OvernightTables>()
    .selectFrom("overnight_answer")
    .select(["at", "answer"])
    .where("workspace_id", "=", tx.workspaceId)
    .where("question", "=", question)
    .where("asked", "=", asked)
    .where("at", ">=", since)
    .executeTakeFirst();
  return row ?? null;
}

export async function forgetAnswers(tx: Tx, before: Date): Promise<void> {
  await tx
    .tables<OvernightTables>()
    .deleteFrom("overnight_answer")
    .where("workspace_id", "=", tx.workspaceId)
    .where("at", "<", before)
    .execute();
}
