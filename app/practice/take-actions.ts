import type { Heard } from "#lib/audio/heard.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound, Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { SEGMENT_BYTES, type SealedFiles } from "#lib/storage/sealed-files.ts";
import { getMember } from "#team/member-actions.ts";
import type { Night } from "#team/nightly-jobs.ts";
import { askToScore, seeSession, type SeenSession } from "./session-actions.ts";
import { MOST_SCORERS } from "./session.ts";
import {
  addReceived,
  chooseNoMore,
  chooseViewers,
  endTakeRows,
  findTake,
  holdTake,
  insertTake,
  standingTakes,
  standingTakesOf,
  takesShownTo,
  tieTakeRows,
  viewersOf,
  type TakeRow,
  type Viewer,
} from "./take-store.ts";
import {
  ARRIVES_WITHIN_HOURS,
  MOST_SHARED,
  MOST_TAKE_BYTES,
  MOST_VIEWERS,
  TAKE_PIECE_BYTES,
  type TakeEnd,
} from "./take.ts";

export interface WantedTake {
  sessionId?: string | null | undefined;
  scenarioName: string;
  type: string;
  seconds: number;
  bytes: number;
  heard?: Heard | null | undefined;
  viewerIds: readonly string[];
  keepDays: number;
}

/** A take, and whom its member chose to see it. */
export interface SeenTake {
  take: TakeRow;
  viewers: Viewer[];
}

const HOUR_MS = 3_600_000;

/** Begins to share a take; its bytes come in pieces. Throws Problem invalid naming the field, too-large, conflict, not-found. */
export async function shareTake(
  tx: Tx,
  actor: Actor,
  files: SealedFiles,
  wanted: WantedTake,
): Promise<SeenTake> {
  if (wanted.bytes > MOST_TAKE_BYTES)
    throw new Problem(
      "too-large",
      `a take of at most ${MOST_TAKE_BYTES / 1e6} MB can be shared; this one has ${Math.ceil(wanted.bytes / 1e6)}. Record a shorter one`,
      "bytes",
    );
  const memberId = actor.member.id;
  const viewerIds = await viewersWanted(tx, actor, memberId, wanted.viewerIds);
  if ((await standingTakesOf(tx, memberId)).length >= MOST_SHARED)
    throw conflict(`you share ${MOST_SHARED} takes already; withdraw one first`);
  const sessionId = wanted.sessionId ?? null;
  if (sessionId !== null) await needOwnSession(tx, actor, sessionId);
  const id = newId(actor.now);
  const name = { workspaceId: tx.workspaceId, id };
  await insertTake(tx, {
    id,
    memberId,
    sessionId,
    scenarioName: wanted.scenarioName,
    type: wanted.type,
    seconds: wanted.seconds,
    bytes: wanted.bytes,
    heard: wanted.heard ?? null,
    wrappedKey: files.newKey(name),
    untilDay: addDays(actor.today, wanted.keepDays),
    sharedAt: actor.now,
  });
  await chooseViewers(tx, id, viewerIds, actor.now);
  if (sessionId !== null) await askToScore(tx, actor, sessionId, viewerIds);
  await tellTake(tx, actor, id, "practice-take.shared");
  return seeTake(tx, actor, id);
}

/**
 * The bytes that begin at `at`. What came before is not written again; what comes too early is a conflict that says where to go on.
 * Throws Problem not-found, invalid, conflict, unavailable.
 */
export async function receivePiece(
  tx: Tx,
  actor: Actor,
  files: SealedFiles,
  { id, at, bytes }: { id: string; at: number; bytes: Uint8Array },
): Promise<SeenTake> {
  const take = await holdTake(tx, id);
  if (take?.memberId !== actor.member.id) throw notFound("take");
  const key = standing(take);
  if (at < take.received) return seeTake(tx, actor, id);
  const gap = at > take.received;
  if (gap) throw new Problem("conflict", `go on at byte ${take.received}`, "at", { received: take.received });
  const left = take.bytes - at;
  const due = Math.min(TAKE_PIECE_BYTES, left);
  if (at % SEGMENT_BYTES !== 0 || bytes.length !== due)
    throw invalid(`${due} bytes were expected here, and ${bytes.length} came; send the piece again`, "at");
  if (due > 0) {
    await files.write({ workspaceId: tx.workspaceId, id }, key, at, bytes);
    await addReceived(tx, id, at + due, actor.now);
  }
  return seeTake(tx, actor, id);
}

/** For whoever is seen in it, ended or not, and for those they chose while it can be seen. Throws Problem not-found for all others. */
export async function seeTake(tx: Tx, actor: Actor, id: string): Promise<SeenTake> {
  const take = await findTake(tx, id);
  if (!take) throw notFound("take");
  const viewers = await viewersOf(tx, [id]);
  if (take.memberId === actor.member.id) return { take, viewers };
  const isChosen = viewers.some((viewer) => viewer.id === actor.member.id);
  const isWhole = take.received === take.bytes;
  if (!isChosen || !isWhole || take.ended !== null || take.untilDay < actor.today) throw notFound("take");
  return { take, viewers: [] };
}

/** What is to be played: a take that whoever asks may see, and its key. Throws Problem not-found. */
export async function openTake(tx: Tx, actor: Actor, id: string): Promise<{ take: TakeRow; key: Buffer }> {
  const { take } = await seeTake(tx, actor, id);
  if (take.wrappedKey === null || take.received < take.bytes || take.untilDay < actor.today)
    throw notFound("take");
  return { take, key: take.wrappedKey };
}

/** Those the actor shares, with whom. */
export async function myTakes(tx: Tx, actor: Actor): Promise<SeenTake[]> {
  const takes = await standingTakesOf(tx, actor.member.id);
  const viewers = await viewersOf(
    tx,
    takes.map(({ id }) => id),
  );
  return takes.map((take) => ({ take, viewers: viewers.filter(({ takeId }) => takeId === take.id) }));
}

/**
 * Takes of a session that were shared before it was scored: whoever may see them is asked to score it, too, as many as may. Those that
 * are shared no more, or are of another session, are left as they are.
 */
export async function tieTakes(
  tx: Tx,
  actor: Actor,
  held: SeenSession,
  takeIds: readonly string[],
): Promise<SeenSession> {
  if (takeIds.length === 0) return held;
  const own = await myTakes(tx, actor);
  const theirs = own.filter(({ take }) => takeIds.includes(take.id) && take.sessionId === null);
  const { id } = held.session;
  await tieTakeRows(
    tx,
    theirs.map(({ take }) => take.id),
    id,
  );
  const asked = new Set(held.waitsFor.map((each) => each.id));
  const viewerIds = new Set(theirs.flatMap(({ viewers }) => viewers.map((viewer) => viewer.id)));
  const fresh = [...viewerIds].filter((each) => !asked.has(each));
  const room = MOST_SCORERS - held.scores.length - asked.size;
  return askToScore(tx, actor, id, fresh.slice(0, Math.max(0, room)));
}

/** Those of colleagues that the actor may see. */
export async function takesForMe(tx: Tx, actor: Actor): Promise<SeenTake[]> {
  const takes = await takesShownTo(tx, actor.member.id, actor.today);
  return takes.map((take) => ({ take, viewers: [] }));
}

/** From now on these may see it, and nobody else. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function changeViewers(
  tx: Tx,
  actor: Actor,
  id: string,
  memberIds: readonly string[],
): Promise<SeenTake> {
  const take = await holdOwn(tx, actor, id);
  standing(take);
  const viewerIds = await viewersWanted(tx, actor, take.memberId, memberIds);
  await chooseViewers(tx, id, viewerIds, actor.now);
  if (take.sessionId !== null) await askToScore(tx, actor, take.sessionId, viewerIds);
  await tellTake(tx, actor, id, "practice-take.viewers-changed");
  return seeTake(tx, actor, id);
}

/** Nobody sees it any more: its file and its key are gone at once, and do not come back. Throws Problem not-found, not-allowed. */
export async function withdrawTake(tx: Tx, actor: Actor, files: SealedFiles, id: string): Promise<void> {
  const take = await holdOwn(tx, actor, id);
  if (take.ended !== null) return;
  await endTakes(tx, files, [id], "withdrawn", actor.now);
  await tellTake(tx, actor, id, "practice-take.withdrawn");
}

/** Somebody leaves: what they shared goes with them, and they see nobody's any more. */
export async function withdrawTakesOf(
  tx: Tx,
  actor: Actor,
  files: SealedFiles,
  memberId: string,
): Promise<void> {
  const takes = await standingTakesOf(tx, memberId);
  await endTakes(
    tx,
    files,
    takes.map(({ id }) => id),
    "withdrawn",
    actor.now,
  );
  await chooseNoMore(tx, memberId);
}

/** Ends what is past its day, never arrived or lost its file, and erases files that no take stands for, as a killed server leaves them. */
export async function sweepSharedTakes(
  tx: Tx,
  { now, today }: Pick<Night, "now" | "today">,
  files: SealedFiles,
): Promise<void> {
  const all = await standingTakes(tx);
  const giveUp = now.getTime() - ARRIVES_WITHIN_HOURS * HOUR_MS;
  const endOf = (take: (typeof all)[number]): TakeEnd | null => {
    if (take.untilDay < today) return "past-its-day";
    if (!take.isWhole) return take.receivedAt.getTime() < giveUp ? "never-arrived" : null;
    return files.has({ workspaceId: tx.workspaceId, id: take.id }) ? null : "lost";
  };
  for (const end of ["past-its-day", "never-arrived", "lost"] as const) {
    const ids = all.filter((take) => endOf(take) === end).map(({ id }) => id);
    if (ids.length > 0) await endTakes(tx, files, ids, end, now);
  }
  const stand = new Set(all.filter((take) => endOf(take) === null).map(({ id }) => id));
  for (const id of await files.idsOf(tx.workspaceId))
    if (!stand.has(id) && !(await findTake(tx, id))?.wrappedKey)
      files.remove({ workspaceId: tx.workspaceId, id });
}

async function endTakes(
  tx: Tx,
  files: SealedFiles,
  ids: readonly string[],
  end: TakeEnd,
  now: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await endTakeRows(tx, ids, end, now);
  // A file whose key is gone is noise; one that a killed server left is erased in the night.
  tx.afterCommit(() => {
    for (const id of ids) files.remove({ workspaceId: tx.workspaceId, id });
  });
}

async function viewersWanted(
  tx: Tx,
  actor: Actor,
  memberId: string,
  wanted: readonly string[],
): Promise<string[]> {
  const ids = [...new Set(wanted)];
  if (ids.length > MOST_VIEWERS) throw invalid(`choose ${MOST_VIEWERS} people at most`, "viewerIds");
  if (ids.includes(memberId))
    throw invalid("you see your own takes anyway; choose somebody else", "viewerIds");
  for (const id of ids)
    if ((await getMember(tx, actor, id)).state !== "here")
      throw invalid("choose somebody who works here", "viewerIds");
  return ids;
}

async function needOwnSession(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { session } = await seeSession(tx, actor, id);
  if (session.memberId !== actor.member.id) throw notFound("practice session");
}

async function holdOwn(tx: Tx, actor: Actor, id: string): Promise<TakeRow> {
  await seeTake(tx, actor, id);
  const take = await holdTake(tx, id);
  if (!take) throw notFound("take");
  if (take.memberId !== actor.member.id)
    throw notAllowed(`${take.memberName} is seen in this: only they say who else sees it`);
  return take;
}

/** Its key, while it is there. Throws Problem conflict. */
function standing(take: TakeRow): Buffer {
  if (take.wrappedKey === null)
    throw conflict("this take is not shared any more; share it anew from your device");
  return take.wrappedKey;
}

/** That it happened, for the record: on nobody's timeline. */
async function tellTake(tx: Tx, actor: Actor, id: string, verb: string): Promise<void> {
  await writeJournal(tx, actor, [{ verb, subject: { kind: "practice-take", id }, day: actor.today }]);
}
