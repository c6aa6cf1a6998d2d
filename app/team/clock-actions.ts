import type { Actor } from "#lib/kernel/actor.ts";
import { notAllowed } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { findClocks, saveClocks } from "./clock-setting-store.ts";
import { checkClocks, DEFAULT_CLOCKS, type Clocks } from "./clocks.ts";
import { mayLead } from "./member.ts";

/** The clocks that introductions start here; in a new workspace they run from its first day. */
export async function clocksOf(tx: Tx): Promise<Clocks> {
  const { saved, openedOn } = await findClocks(tx);
  return saved ?? { ...DEFAULT_CLOCKS, since: openedOn };
}

/** What is not said stays. Throws Problem not-allowed, and invalid naming the field. */
export async function changeClocks(tx: Tx, actor: Actor, said: Partial<Clocks>): Promise<Clocks> {
  if (!mayLead(actor)) throw notAllowed("a leader sets the clocks");
  const before = await clocksOf(tx);
  const clocks = { ...before, ...said };
  checkClocks(clocks);
  await saveClocks(tx, clocks, actor);
  await writeJournal(tx, actor, [
    {
      verb: "workspace.clocks-set",
      subject: { kind: "workspace", id: tx.workspaceId },
      day: actor.today,
      detail: { before: { ...before }, after: { ...clocks } },
    },
  ]);
  return clocks;
}
