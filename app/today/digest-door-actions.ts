import type { Actor } from "#lib/kernel/actor.ts";
import { refusedByLink } from "#lib/kernel/link-problem.ts";
import { conflict, Problem } from "#lib/kernel/problem.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { actorIfHere } from "#team/door-actions.ts";
import { lastSignedOut } from "#team/signed-out-actions.ts";
import { carryOut, undo, type Pressed } from "./digest-act-actions.ts";
import type { DigestLinks } from "./digest-link-server.ts";
import { findLine, findMail, holdLine, markDone, markUndone, type DigestLineRow } from "./digest-store.ts";
import { UNDO_HOURS } from "./digest.ts";
import { lineProblem } from "./line-problem.ts";

/** Where links of mails come in: no session, a token alone. */
export interface DigestDoor {
  database: Database;
  links: DigestLinks;
}

/** A line as its page shows it. */
export interface OpenedLine {
  line: DigestLineRow;
  actor: Actor;
  openUntil: Date;
  /** Null where nothing can be undone (any more). */
  undoUntil: Date | null;
}

/** Reads, and changes nothing. Throws a Problem that says why a link opens nothing. */
export async function lookAtLine(door: DigestDoor, token: string, now: Date): Promise<OpenedLine> {
  const { workspaceId, id } = linkIn(door.links, token);
  return door.database.read(workspaceId, async (tx) => opened(tx, await findLine(tx, id), now));
}

/** Does what was pressed; a line acts once, and pressed again it says what was done. */
export async function actOnLine(
  door: DigestDoor,
  token: string,
  pressed: Pressed,
  now: Date,
): Promise<OpenedLine> {
  const { workspaceId, id } = linkIn(door.links, token);
  return door.database.write(workspaceId, async (tx) => {
    const { line, actor } = await opened(tx, await holdLine(tx, id), now);
    if (line.doneAt === null) {
      const { about, shown } = line;
      const { effect, did } = await forVisitor(() =>
        carryOut(tx, actor, { about, name: shown.name }, pressed),
      );
      await markDone(tx, id, { did, effect }, now);
    }
    return opened(tx, await findLine(tx, id), now);
  });
}

/** Takes back what was done from a line, for a day; then it can be acted on again. */
export async function undoOnLine(door: DigestDoor, token: string, now: Date): Promise<OpenedLine> {
  const { workspaceId, id } = linkIn(door.links, token);
  return door.database.write(workspaceId, async (tx) => {
    const { line, actor, undoUntil } = await opened(tx, await holdLine(tx, id), now);
    if (line.doneAt !== null) {
      const { effect } = line;
      if (effect === null || undoUntil === null)
        throw refusedByLink("refused", conflict("this can be undone in Askwell only: a day has gone by"));
      await forVisitor(() => undo(tx, actor, effect));
      await markUndone(tx, id, now);
    }
    return opened(tx, await findLine(tx, id), now);
  });
}

function linkIn(links: DigestLinks, token: string): { workspaceId: string; id: string } {
  const link = links.read(token);
  if (link === null) throw lineProblem("forged");
  return link;
}

async function opened(tx: Tx, line: DigestLineRow | null, now: Date): Promise<OpenedLine> {
  const mail = line && (await findMail(tx, line.mailId));
  if (line === null || mail === null) throw lineProblem("expired");
  const actor = await memberOf(tx, mail.memberId, now);
  if (mail.openUntil <= now) throw lineProblem("expired");
  const signedOut = await lastSignedOut(tx, mail.memberId);
  if (signedOut !== null && signedOut >= mail.madeAt) throw lineProblem("signed-out");
  const until = line.doneAt && new Date(line.doneAt.getTime() + UNDO_HOURS * 3_600_000);
  const undoUntil = until !== null && until > now && line.effect !== null ? until : null;
  return { line, actor, openUntil: mail.openUntil, undoUntil };
}

async function memberOf(tx: Tx, memberId: string, now: Date): Promise<Actor> {
  const actor = await actorIfHere(tx, memberId, now);
  if (actor === null) throw lineProblem("left");
  return actor;
}

/** The rooms speak to a member on a screen; whoever holds a link gets the same sentence with what the page needs. */
async function forVisitor<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // A rule stands against it; what took place can be kept all the same.
    throw refusedByLink("refused", error, error.facts?.["rule"] === undefined ? {} : { rule: "yes" });
  }
}
