import type { Channel } from "./channel.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { invalid, notAllowed } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getMember } from "#team/member-actions.ts";
import { getHeldPerson } from "./person-actions.ts";
import { protectionOf } from "./protection-actions.ts";
import { hasWishes, maySetApprover, type SourcePreference } from "./protection.ts";
import { holdersOf, tell } from "./said-actions.ts";
import { insertPreference } from "./word-store.ts";

const LONGEST_NOTE = 2000;

export interface SaidPreference {
  channel: Channel | null;
  mostPerQuarter: number | null;
  bestWeekday: Weekday | null;
  approverId: string | null;
  note: string | null;
}

/** How they like to be asked, all of it at once. Throws Problem not-found, invalid, and not-allowed for another approver. */
export async function setPreference(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: SaidPreference,
): Promise<SourcePreference | null> {
  const person = await getHeldPerson(tx, anyId);
  const { preference: before } = await protectionOf(tx, [person.id], actor.today);
  if (said.approverId !== (before?.approver?.id ?? null)) {
    if (!maySetApprover(actor, await holdersOf(tx, person)))
      throw notAllowed("who must agree first is for a manager, a leader or the relationship holder to say");
    if (said.approverId !== null && (await getMember(tx, actor, said.approverId)).state === "left")
      throw invalid("they have left: choose somebody who is here", "approverId");
  }
  const note = cleanText(said.note, LONGEST_NOTE, "note");
  const { approverId, ...wishes } = said;
  const approver = approverId === null ? null : { id: approverId, name: "" };
  if (before === null && !hasWishes({ ...wishes, note, approver })) return null;
  const id = newId(actor.now);
  await insertPreference(tx, {
    ...wishes,
    note,
    approver,
    id,
    personId: person.id,
    day: actor.today,
    byId: actor.member.id,
    at: actor.now,
  });
  await tell(tx, actor, person, { verb: "preference.set", kind: "preference", id, day: actor.today });
  return (await protectionOf(tx, [person.id], actor.today)).preference;
}
