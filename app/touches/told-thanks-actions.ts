import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import type { Tx } from "#lib/storage/database.ts";
import { settleDuties } from "#loops/duty-actions.ts";
import { isOwed, MOST_AT_ONCE, type DutyHow } from "#loops/duty.ts";
import { openDutiesOf } from "#loops/owed-actions.ts";
import type { Channel } from "#people/channel.ts";
import { getPerson, samePersonIds } from "#people/person-actions.ts";
import { logTouchOnce } from "./touch-actions.ts";
import type { TOUCH_KINDS } from "./touch.ts";

export interface ToldThanks {
  personId: string;
  personName: string;
  /** The duties to thank that are done by it. */
  dutyIds: string[];
  /** For whom. */
  contactNames: string[];
  /** Where nothing was owed, the touch that it is; null where that was there already. */
  touchId: string | null;
}

const HOWS: Record<Channel, DutyHow> = {
  call: "call",
  "in-person": "in-person",
  video: "call",
  "e-mail": "email",
  message: "message",
};
const KINDS: Record<Channel, (typeof TOUCH_KINDS)[number]> = {
  call: "call",
  "in-person": "visit",
  video: "call",
  "e-mail": "e-mail",
  message: "message",
};
const THANKS: ReadonlySet<string> = new Set(["thank", "thank-close", "thank-chain"]);

/**
 * The actor thanked somebody: all thanks that they owe them are done by it, for introductions that had come by then; where nothing is
 * owed it is a touch. By voice where it is not said how. Throws Problem not-found, and invalid naming the field.
 */
export async function tellThanks(
  tx: Tx,
  actor: Actor,
  said: {
    personId: string;
    day?: Day | undefined;
    how?: Channel | null | undefined;
    note?: string | null | undefined;
  },
): Promise<ToldThanks> {
  const person = await getPerson(tx, said.personId);
  const day = factDay(said.day, actor.today);
  const how = said.how ?? "call";
  const same = new Set(await samePersonIds(tx, person.id));
  const owed = (await openDutiesOf(tx, actor, actor.member.id))
    .filter(
      (duty) => isOwed(duty) && THANKS.has(duty.kind) && same.has(duty.sourceId) && duty.countsFrom <= day,
    )
    .slice(0, MOST_AT_ONCE);
  const told = { personId: person.id, personName: person.fullName };
  if (owed.length === 0) {
    const wanted = { personId: person.id, kind: KINDS[how], day, words: said.note };
    const { touch, added } = await logTouchOnce(tx, actor, wanted);
    return { ...told, dutyIds: [], contactNames: [], touchId: added ? touch.id : null };
  }
  const dutyIds = owed.map(({ id }) => id);
  await settleDuties(tx, actor, { duties: dutyIds, how: HOWS[how], words: said.note, day });
  return {
    ...told,
    dutyIds,
    contactNames: [...new Set(owed.map(({ contactName }) => contactName))],
    touchId: null,
  };
}
