import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { mayLead } from "#team/member.ts";
import { kindsSaid, saveKind } from "./rhythm-store.ts";
import { checkWeight, kindsOf, nameOfKind, type KindOfTouch } from "./touch.ts";

/** Every kind of contact as it weighs here, the trade's first. */
export async function touchKinds(tx: Tx): Promise<KindOfTouch[]> {
  return kindsOf(await kindsSaid(tx));
}

/** One more kind of the workspace's own. Throws Problem not-allowed, and invalid naming the field. */
export async function addTouchKind(
  tx: Tx,
  actor: Actor,
  wanted: { name: string; weight: number },
): Promise<KindOfTouch> {
  if (!mayLead(actor)) throw notAllowed("a leader says what kinds of touch there are");
  const name = nameOfKind(wanted.name, await touchKinds(tx));
  checkWeight(wanted.weight);
  return save(tx, actor, { id: newId(actor.now), name, weight: wanted.weight, own: true, ended: false });
}

export interface KindChange {
  weight?: number | undefined;
  /** Of the workspace's own kinds alone. */
  name?: string | undefined;
  ended?: boolean | undefined;
}

/**
 * What is not said stays. Clocks go by a new weight at once; what was counted stays counted. Throws Problem not-found, not-allowed,
 * and invalid naming the field.
 */
export async function changeTouchKind(
  tx: Tx,
  actor: Actor,
  id: string,
  said: KindChange,
): Promise<KindOfTouch> {
  if (!mayLead(actor)) throw notAllowed("a leader says how a kind of touch weighs");
  const kinds = await touchKinds(tx);
  const before = kinds.find((each) => each.id === id);
  if (before === undefined) throw notFound("kind of touch");
  if (!before.own && said.name !== undefined)
    throw invalid("the trade's words stay; add a kind of your own", "name");
  if (!before.own && said.ended === true)
    throw invalid("a kind of the trade stays; give it the weight 0", "ended");
  const { weight = before.weight, ended = before.ended } = said;
  checkWeight(weight);
  const others = kinds.filter((each) => each.id !== id);
  const wanted = said.name ?? before.name;
  const name = before.own && !ended ? nameOfKind(wanted, others) : before.name;
  return save(tx, actor, { id, name, weight, own: before.own, ended });
}

async function save(
  tx: Tx,
  actor: Actor,
  { id, name, weight, own, ended }: Omit<KindOfTouch, "logged">,
): Promise<KindOfTouch> {
  const row = { kind: id, name: own ? name : null, weight, endedOn: ended ? actor.today : null };
  await saveKind(tx, row, actor);
  await writeJournal(tx, actor, [
    {
      verb: "workspace.touch-kind-set",
      subject: { kind: "workspace", id: tx.workspaceId },
      day: actor.today,
      detail: { kind: id, name, weight, ended },
    },
  ]);
  return (await touchKinds(tx)).find((each) => each.id === id) as KindOfTouch;
}
