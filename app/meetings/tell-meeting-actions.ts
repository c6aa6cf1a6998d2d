import type { Actor } from "#lib/kernel/actor.ts";
import { daysBetween, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { samePersonIds } from "#people/person-actions.ts";
import { recordMeetingOutcome, scheduleMeeting } from "./meeting-actions.ts";
import { listMeetings, type MeetingRow } from "./meeting-store.ts";
import type { MeetingOutcome } from "./meeting.ts";

export interface ToldMeeting {
  personId: string;
  /** Null: the meeting that is open, or today. */
  day: Day | null;
  time?: string | null | undefined;
  /** Null: it is still to take place. */
  outcome: MeetingOutcome | null;
  note?: string | null | undefined;
}

const MOST_LOOKED_AT = 20;
/** A meeting of longer ago is not meant where no day is said. */
const MEANT_WITHIN_DAYS = 14;

/**
 * Somebody was met, or will be: an appointment of the actor's that stands is settled by it (`settled`), else one is written down.
 * Throws as scheduling and settling do.
 */
export async function tellMeeting(
  tx: Tx,
  actor: Actor,
  { personId, day, time = null, outcome, note }: ToldMeeting,
): Promise<{ meeting: MeetingRow; settled: boolean }> {
  const open = outcome === null ? null : await openMeeting(tx, actor, { personId, day, outcome });
  if (open !== null && outcome !== null) {
    const said = note === undefined || note === null ? { outcome } : { outcome, note };
    return { meeting: await recordMeetingOutcome(tx, actor, open.id, said), settled: true };
  }
  const wanted = { personId, day: day ?? actor.today, time, note: note ?? null };
  const meeting = await scheduleMeeting(tx, actor, outcome === null ? wanted : { ...wanted, outcome });
  return { meeting, settled: false };
}

async function openMeeting(
  tx: Tx,
  actor: Actor,
  { personId, day, outcome }: { personId: string; day: Day | null; outcome: MeetingOutcome },
): Promise<MeetingRow | null> {
  const filter = { memberId: actor.member.id, personIds: await samePersonIds(tx, personId) };
  const read = async (stage: "due" | "ahead") =>
    (await listMeetings(tx, { ...filter, stage }, actor.today, undefined, MOST_LOOKED_AT)).items;
  const due = await read("due");
  // Only what is called off can be settled before its day.
  const ahead = outcome === "cancelled" ? await read("ahead") : [];
  const near = [...due, ...ahead].filter((each) =>
    day === null ? Math.abs(daysBetween(each.day, actor.today)) <= MEANT_WITHIN_DAYS : each.day === day,
  );
  const distance = (each: MeetingRow) => Math.abs(daysBetween(each.day, actor.today));
  return near.toSorted((one, other) => distance(one) - distance(other))[0] ?? null;
}
