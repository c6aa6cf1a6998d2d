import { timingSafeEqual } from "node:crypto";
import { peerOf } from "#lib/http/peer.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { cleanName } from "./contact.ts";
import { actorOf } from "./door-actions.ts";
import { findInvitation, type InvitationRow, markAccepted } from "./invitation-store.ts";
import { readToken } from "./link-token.ts";
import { guarded } from "./lock-out-actions.ts";
import { hasNumbers, linkMember, restartStay } from "./member-store.ts";
import { checkPassword } from "./password.ts";
import { needSession } from "./session-actions.ts";
import { hashOfToken } from "./session-cookie-server.ts";
import { giveSeat, type Seat } from "./session-store.ts";
import type { SignIn } from "./sign-in-server.ts";
import { findUserByEmail, insertUser, type NewUser, type UserRow } from "./user-store.ts";

export interface Arrival {
  token: string;
  /** Joins with the account that is signed in. */
  asMe: boolean;
  name: string;
  password: string;
}

/** What the link says to whoever holds it. Throws Problem not-found for a link that opens nothing. */
export async function lookAtInvitation(
  signIn: SignIn,
  token: string,
  now: Date,
): Promise<{ invitation: InvitationRow; hasAccount: boolean }> {
  const link = readToken(token);
  if (!link) throw gone();
  const invitation = await signIn.database.read(link.workspaceId, (tx) => standing(tx, link, now));
  const hasAccount = (await findUserByEmail(signIn.database.outside(), invitation.email)) !== null;
  return { invitation, hasAccount };
}

/**
 * The invited person comes in: with a new account, with the one that has their address already (by its password), or with
 * the one that is signed in. Answers who it is and the seat to open.
 */
export async function arrive(
  signIn: SignIn,
  request: Request,
  arrival: Arrival,
  now: Date,
): Promise<{ userId: string; seat: Seat }> {
  const link = readToken(arrival.token);
  if (!link) throw gone();
  const { database } = signIn;
  const invitation = await database.read(link.workspaceId, (tx) => standing(tx, link, now));
  const who = await whoArrives(signIn, request, invitation, arrival, now);
  try {
    await database.write(link.workspaceId, async (tx) => {
      await standing(tx, link, now);
      if (!(await markAccepted(tx, link.id, now))) throw gone();
      if ("passwordHash" in who) await insertUser(tx, who, now);
      await seat(
        tx,
        invitation,
        who.id,
        arrival.name === "" ? invitation.name : cleanName(arrival.name),
        now,
      );
    });
  } catch (error) {
    throw problemOf(error);
  }
  const { memberId, workspaceName } = invitation;
  return { userId: who.id, seat: { workspaceId: link.workspaceId, memberId, workspaceName } };
}

async function whoArrives(
  signIn: SignIn,
  request: Request,
  invitation: InvitationRow,
  arrival: Arrival,
  now: Date,
): Promise<NewUser | { id: string }> {
  if (arrival.asMe) return { id: (await needSession(signIn, request, now)).userId };
  const { email } = invitation;
  const known = await findUserByEmail(signIn.database.outside(), email);
  if (known) {
    await guarded(signIn.database, { email, peer: peerOf(request) }, now, () =>
      provePassword(signIn, known, arrival.password),
    );
    return { id: known.id };
  }
  const name = cleanName(arrival.name === "" ? invitation.name : arrival.name);
  checkPassword(arrival.password, [email, name, invitation.workspaceName]);
  const { password } = await signIn.auth.$context;
  return {
    id: newId(now),
    name,
    email,
    passwordHash: await password.hash(arrival.password),
    verified: false,
  };
}

async function provePassword(signIn: SignIn, user: UserRow, given: string): Promise<void> {
  const { internalAdapter, password } = await signIn.auth.$context;
  const account = await internalAdapter.findCredentialAccount(user.id);
  const right = account?.password && (await password.verify({ hash: account.password, password: given }));
  if (!right) throw invalid(`this is not the password that ${user.email} has here already`, "password");
}

async function seat(
  tx: Tx,
  invitation: InvitationRow,
  userId: string,
  name: string,
  now: Date,
): Promise<void> {
  const { memberId, workspaceName } = invitation;
  // What counts for them already was earned in the time they were there.
  const begins = !(await hasNumbers(tx, memberId));
  await linkMember(tx, { memberId, userId, name }, begins ? now : null);
  const actor = await actorOf(tx, memberId, now);
  if (begins) await restartStay(tx, memberId, actor.today);
  await giveSeat(tx, { userId, workspaceId: tx.workspaceId, memberId, workspaceName }, now);
  await writeJournal(tx, actor, [
    { verb: "member.joined", subject: { kind: "member", id: memberId }, day: actor.today },
  ]);
}

async function standing(tx: Tx, link: { id: string; secret: string }, now: Date): Promise<InvitationRow> {
  const invitation = await findInvitation(tx, link.id);
  if (!invitation || invitation.expiresAt <= now) throw gone();
  const hash = Buffer.from(hashOfToken(link.secret));
  const { tokenHash, mailHash } = invitation;
  if (![tokenHash, mailHash].some((kept) => kept !== null && timingSafeEqual(Buffer.from(kept), hash)))
    throw gone();
  return invitation;
}

function gone(): Problem {
  return new Problem("not-found", "this invitation was used, withdrawn or has run out; ask for a new link");
}

/** Two that come at once, or somebody who is here already under another address. */
function problemOf(error: unknown): unknown {
  const { constraint } = error as { constraint?: string };
  if (constraint === "member_user")
    return conflict("you are a member of this workspace already; just sign in");
  if (constraint === "sign_in_user_email_key")
    return conflict("somebody just made an account with this address; sign in with it");
  return error;
}
