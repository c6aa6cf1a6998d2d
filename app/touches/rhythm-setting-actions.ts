import type { Actor } from "#lib/kernel/actor.ts";
import { notAllowed } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { mayLead } from "#team/member.ts";
import { checkRhythm, DEFAULT_RHYTHMS, type Group, type Rhythm, type Rhythms } from "./rhythm.ts";
import { rhythmsSaid, saveRhythm } from "./rhythm-store.ts";

export async function rhythmsHere(tx: Tx): Promise<Rhythms> {
  const said = await rhythmsSaid(tx);
  const set = said.map(({ group, ...rhythm }) => [group, rhythm] as const);
  return { ...DEFAULT_RHYTHMS, ...Object.fromEntries(set) };
}

/** What is not said stays; clocks go by it at once. Throws Problem not-allowed, and invalid naming the field. */
export async function changeRhythm(
  tx: Tx,
  actor: Actor,
  group: Group,
  said: { [K in keyof Rhythm]?: Rhythm[K] | undefined },
): Promise<Rhythms> {
  if (!mayLead(actor)) throw notAllowed("a leader sets the rhythms");
  const before = (await rhythmsHere(tx))[group];
  const {
    days = before.days,
    reviewDays = before.reviewDays,
    cardDays = before.cardDays,
    getsLetters = before.getsLetters,
  } = said;
  const after: Rhythm = { days, reviewDays, cardDays, getsLetters };
  checkRhythm(group, after);
  await saveRhythm(tx, group, after, actor);
  await writeJournal(tx, actor, [
    {
      verb: "workspace.rhythm-set",
      subject: { kind: "workspace", id: tx.workspaceId },
      day: actor.today,
      detail: { group, before, after },
    },
  ]);
  return rhythmsHere(tx);
}
