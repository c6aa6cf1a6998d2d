import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { listMeetings, type MeetingRow } from "./meeting-store.ts";
import type { MeetingView } from "./meeting-view.ts";

/** Meetings of a member whose day has come and of which nobody said how they went. */
export async function dueMeetingsOf(
  tx: Tx,
  actor: Actor,
  memberId: string,
  limit: number,
): Promise<MeetingView[]> {
  const { items } = await listMeetings(tx, { memberId, stage: "due" }, actor.today, undefined, limit);
  return items.map(meetingOf);
}

export function meetingOf(row: MeetingRow): MeetingView {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
