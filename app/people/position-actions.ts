import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PersonFacts } from "./person.ts";
import { deletePosition, insertPosition, listPositions, updatePosition } from "./position-store.ts";

/**
 * Keeps the history in step with a change made on the person: another title is a correction of the current position, another
 * account the end of it and the beginning of the next, today.
 */
export async function followAccount(
  tx: Tx,
  actor: Actor,
  personId: string,
  { before, after }: { before: PersonFacts; after: PersonFacts },
): Promise<void> {
  const current = (await listPositions(tx, [personId])).find((each) => each.untilDay === null);
  if (current && after.accountId === before.accountId) {
    if (current.title !== after.title) await updatePosition(tx, current.id, { title: after.title });
    return;
  }
  if (current) {
    const tookADay = current.fromDay === null || current.fromDay < actor.today;
    if (tookADay) await updatePosition(tx, current.id, { untilDay: actor.today });
    else await deletePosition(tx, current.id);
  }
  if (!after.accountId) return;
  const fromDay = before.accountId === null ? null : actor.today;
  const { accountId, title } = after;
  await insertPosition(tx, { id: newId(actor.now), personId, accountId, title, fromDay, untilDay: null });
}
