import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notAllowed, Problem } from "#lib/kernel/problem.ts";
import { countOne } from "#lib/http/rate.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { flow } from "./flow-server.ts";
import { newLinkSecret } from "./invitation-actions.ts";
import { unlock } from "./lock-out-actions.ts";
import { mayLead } from "./member.ts";
import { getMember } from "./member-actions.ts";
import { checkPassword } from "./password.ts";
import { findReset, hasOtherSeats, insertReset } from "./reset-store.ts";
import { seatsOf } from "./session-store.ts";
import type { SignIn } from "./sign-in-server.ts";
import { findUserByEmail, needUser, type UserRow } from "./user-store.ts";

const LINK_HOURS = 24;
const MAIL_HOURS = 1;
const MAILS_AN_HOUR = 3;
const MAILS_FROM_ADDRESS = 50;

/**
 * A leader hands a member a link to choose a new password, good once and for a day. Not for somebody who also belongs to
 * another workspace: who leads here must not get in there. Throws Problem not-allowed and conflict.
 */
export async function makeResetLink(
  tx: Tx,
  actor: Actor,
  signIn: SignIn,
  memberId: string,
): Promise<{ link: string; expiresAt: Date }> {
  const member = await getMember(tx, actor, memberId);
  if (!mayLead(actor)) throw notAllowed("only a leader makes reset links");
  if (member.state === "left") throw conflict(`${member.name} has left; bring them back first`);
  if (member.userId === null) throw conflict(`${member.name} has never signed in; invite them instead`);
  if (await hasOtherSeats(tx, member.userId)) {
    throw notAllowed(
      `${member.name} belongs to another workspace too, so only they can reset it: by mail, from the sign-in page`,
    );
  }
  const made = await resetLink(tx, signIn, member.userId, LINK_HOURS, actor.now);
  await writeJournal(tx, actor, [
    { verb: "member.reset-link-made", subject: { kind: "member", id: memberId }, day: actor.today },
  ]);
  return made;
}

/**
 * Answers the same whether or not anybody has the address; three letters an hour are too few to tell it by the time they take.
 * The letter is a job's work.
 */
export async function requestReset(signIn: SignIn, email: string, peer: string, now: Date): Promise<void> {
  const flood = { of: `reset mail from ${peer}`, most: MAILS_FROM_ADDRESS, seconds: 3_600 };
  await countOne(
    signIn.database,
    flood,
    now,
    "too many letters were asked for from your network; wait an hour",
  );
  const key = email.trim().toLowerCase();
  const often = await countOne(
    signIn.database,
    { of: `reset mail ${key}`, most: MAILS_AN_HOUR, seconds: 3_600 },
    now,
  ).then(
    () => false,
    (error: unknown) => {
      if (error instanceof Problem && error.kind === "too-many") return true;
      throw error;
    },
  );
  const user = await findUserByEmail(signIn.database.outside(), key);
  const [seat] = user ? await seatsOf(signIn.database.outside(), user.id) : [];
  if (!user || !seat || often) return;
  await signIn.database.write(seat.workspaceId, async (tx) => {
    await queueJob(tx, { kind: "mail-reset", payload: { userId: user.id }, askedBy: seat.memberId, now });
  });
}

/** A link made within the job that mails it, so that no queue holds its secret. */
export function mailedResetLink(
  tx: Tx,
  signIn: SignIn,
  userId: string,
  now: Date,
): Promise<{ link: string; expiresAt: Date }> {
  return resetLink(tx, signIn, userId, MAIL_HOURS, now);
}

/** Whose password the link sets. Throws Problem not-found for one that was used or has run out. */
export async function lookAtReset(signIn: SignIn, token: string, now: Date): Promise<UserRow> {
  const userId = await findReset(signIn.database, token, now);
  if (userId === null)
    throw new Problem("not-found", "this link was used already or has run out; ask for a new one");
  return needUser(signIn.database.outside(), userId);
}

/** Sets the password, signs the user out everywhere, opens their locked address. Answers the user's id. */
export async function setPassword(
  signIn: SignIn,
  { token, password }: { token: string; password: string },
  now: Date,
): Promise<string> {
  const user = await lookAtReset(signIn, token, now);
  checkPassword(password, [user.email, user.name]);
  const body = { newPassword: password, token };
  await flow(() => signIn.auth.api.resetPassword({ body, returnHeaders: true }));
  await unlock(signIn.database, user.email);
  return user.id;
}

async function resetLink(
  tx: Tx,
  signIn: SignIn,
  userId: string,
  hours: number,
  now: Date,
): Promise<{ link: string; expiresAt: Date }> {
  const token = newLinkSecret();
  const expiresAt = new Date(now.getTime() + hours * 3_600_000);
  await insertReset(tx, { id: newId(now), token, userId, expiresAt }, now);
  return { link: `${signIn.url}/reset#${token}`, expiresAt };
}
