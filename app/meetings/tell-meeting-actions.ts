import type { Actor } from "#lib/kernel/actor.ts";
import { daysBetween, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { holdPerson, samePersonIds } from "#people/person-actions.ts";
import { changeMeeting, recordMeetingOutcome, scheduleMeeting } from "./meeting-actions.ts";
import { listMeetings, type MeetingRow } from "./meeting-store.ts";
import type { MeetingOutcome } from "./meeting.ts";
import { endedSince } from "./told-meeting-reader.ts";

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

/** What a telling told again within this means the same, where it names no day. */
const SAME_WITHIN_MS = 86_400_000;

/**
 * Somebody was met, or will be: an appointment of the actor's that stands is settled by it (`settled`); what stands so already is not
 * counted again, and further words are added to its note (`already`); else a meeting is written down. Throws as scheduling and
 * settling do.
 */
export async function tellMeeting(
  tx: Tx,
  actor: Actor,
  told: ToldMeeting,
): Promise<{ meeting: MeetingRow; settled: boolean; already: boolean }> {
  const { personId, day, time = null, outcome, note } = told;
  // Told twice at once, one comes after the other.
  await holdPerson(tx, personId);
  const standing = await standingMeeting(tx, actor, told);
  if (standing !== null)
    return { meeting: await withWords(tx, actor, standing, note), settled: false, already: true };
  const open = outcome === null ? null : await openMeeting(tx, actor, { personId, day, outcome });
  if (open !== null && outcome !== null) {
    const said = note === undefined || note === null ? { outcome } : { outcome, note };
    const meeting = await recordMeetingOutcome(tx, actor, open.id, said);
    return { meeting, settled: true, already: false };
  }
  const wanted = { personId, day: day ?? actor.today, time, note: note ?? null };
  const meeting = await scheduleMeeting(tx, actor, outcome === null ? wanted : { ...wanted, outcome });
  return { meeting, settled: false, already: false };
}

/** That day's, with the same end; two hours are two meetings. Where no day is said, today's, or the one told of last. */
async function standingMeeting(
  tx: Tx,
  actor: Actor,
  { personId, day, time, outcome }: ToldMeeting,
): Promise<MeetingRow | null> {
  const filter = { memberId: actor.member.id, personIds: await samePersonIds(tx, personId) };
  const read = async (stage: "due" | "ahead" | "ended") =>
    (await listMeetings(tx, { ...filter, stage }, actor.today, undefined, MOST_LOOKED_AT)).items;
  const stood = outcome === null ? [...(await read("due")), ...(await read("ahead"))] : await read("ended");
  const same = stood.filter(
    (each) => each.outcome === outcome && (!time || each.time === null || each.time === time),
  );
  const there = same.find((each) => each.day === (day ?? actor.today));
  if (there !== undefined || day !== null || outcome === null) return there ?? null;
  const since = new Date(actor.now.getTime() - SAME_WITHIN_MS);
  const last = await endedSince(
    tx,
    same.map(({ id }) => id),
    since,
  );
  return same.find(({ id }) => last.has(id)) ?? null;
}

async function withWords(
  tx: Tx,
  actor: Actor,
  meeting: MeetingRow,
  note: string | null | undefined,
): Promise<MeetingRow> {
  const words = note?.trim() ?? "";
  if (words === "" || meeting.note?.includes(words) === true) return meeting;
  return changeMeeting(tx, actor, meeting.id, { note: [meeting.note, words].filter(Boolean).join("\n") });
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
