import { randomBytes } from "node:crypto";
import type { Actor, Role } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Page } from "#lib/kernel/page.ts";
import { conflict, invalid, notAllowed, notFound, Problem } from "#lib/kernel/problem.ts";
import { queueJob } from "#lib/jobs/queue.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { cleanEmail, cleanName } from "./contact.ts";
import {
  findInvitation,
  insertInvitation,
  type InvitationRow,
  listInvitations,
  withdrawInvitations,
} from "./invitation-store.ts";
import { writeToken } from "./link-token.ts";
import { mayInvite, mayLead } from "./member.ts";
import { getMember } from "./member-actions.ts";
import { findByEmail, markLeft, type MemberRow, reviveMember } from "./member-store.ts";
import { hashOfToken } from "./session-cookie-server.ts";
import { daysAfter, type SignIn } from "./sign-in-server.ts";
import { needOpenTeam } from "./team-actions.ts";
import { insertMember } from "./workspace-store.ts";

export interface WantedMember {
  name: string;
  email: string;
  role: Role;
  teamId: string | null;
}

/** How an invitation goes out. */
export interface Post {
  signIn: SignIn;
  /** Whether this installation can send mail. */
  mail: boolean;
}

export interface Invited {
  memberId: string;
  invitationId: string;
  /** Shown this once: the database keeps only a hash of its secret. */
  link: string;
  expiresAt: Date;
  /** The job that sends it by mail, when that was asked for. */
  mailJobId: string | null;
}

const INVITATION_DAYS = 7;

/**
 * A new member, who comes in by the link. Somebody whose earlier invitation came to nothing is invited anew. Throws Problem
 * not-allowed, invalid, and conflict when the address belongs to a member.
 */
export async function inviteMember(
  tx: Tx,
  actor: Actor,
  post: Post,
  wanted: WantedMember & { byMail: boolean },
): Promise<Invited> {
  if (!mayInvite(actor, wanted)) {
    throw notAllowed("a manager invites reps into a team they manage; ask a leader for anybody else");
  }
  const member = { ...wanted, name: cleanName(wanted.name), email: cleanEmail(wanted.email) };
  if (wanted.teamId !== null) await needOpenTeam(tx, wanted.teamId);
  const before = await findByEmail(tx, member.email, actor.today);
  if (before) refuseKnown(before);
  const id = before?.id ?? newId(actor.now);
  try {
    if (before) await reviveMember(tx, id, member, actor.today, actor.now);
    else await insertMember(tx, { ...member, id, userId: null }, actor.today, actor.now);
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== "member_email") throw error;
    throw conflict("somebody invited this address in the same moment");
  }
  return sendOut(
    tx,
    actor,
    post,
    { id, name: member.name },
    { byMail: wanted.byMail, detail: { role: member.role } },
  );
}

/** A new link for somebody who has not come in yet; the ones before open nothing from now on. */
export async function inviteAgain(
  tx: Tx,
  actor: Actor,
  post: Post,
  wanted: { memberId: string; byMail: boolean },
): Promise<Invited> {
  const member = await getMember(tx, actor, wanted.memberId);
  if (!mayInvite(actor, member)) throw notAllowed("whoever may invite them may also make a new link");
  if (member.state === "left") throw conflict(`${member.name} has left; bring them back first`);
  if (member.userId !== null)
    throw conflict(`${member.name} signs in already; make them a reset link instead`);
  return sendOut(tx, actor, post, member, { byMail: wanted.byMail, detail: { again: true } });
}

/** Nobody can come in by the link any more, and who never came is a member no more. Throws Problem not-found and not-allowed. */
export async function withdrawInvitation(tx: Tx, actor: Actor, id: string): Promise<void> {
  const invitation = await findInvitation(tx, id);
  if (!invitation) throw notFound("invitation");
  if (!mayInvite(actor, invitation))
    throw notAllowed("whoever may invite them may also withdraw the invitation");
  await markLeft(tx, invitation.memberId, actor.member.id, actor.today, actor.now);
  await withdrawInvitations(tx, invitation.memberId, actor.now);
  await writeJournal(tx, actor, [
    { verb: "member.uninvited", subject: { kind: "member", id: invitation.memberId }, day: actor.today },
  ]);
}

/** Those that the actor may write and withdraw, the newest first. */
export async function invitationsFor(
  tx: Tx,
  actor: Actor,
  memberId: string | null,
  cursor: string | undefined,
  limit: number,
): Promise<Page<InvitationRow>> {
  return listInvitations(tx, { forTeams: mayLead(actor) ? null : actor.leads, memberId }, cursor, limit);
}

/** The secret stands behind the #, which browsers send to no server and no log. */
export function invitationLink(url: string, workspaceId: string, id: string, secret: string): string {
  return `${url}/invitation#${writeToken({ workspaceId, id, secret })}`;
}

/** Nobody can guess it, and the database keeps only its hash. 43 characters of base64url. */
export function newLinkSecret(): string {
  return randomBytes(32).toString("base64url");
}

async function sendOut(
  tx: Tx,
  actor: Actor,
  { signIn, mail }: Post,
  member: { id: string; name: string },
  { byMail, detail }: { byMail: boolean; detail: Record<string, unknown> },
): Promise<Invited> {
  if (byMail && !mail) {
    throw new Problem(
      "unavailable",
      "this Askwell sends no mail (SMTP_URL is not set); copy the link instead",
      "byMail",
    );
  }
  await withdrawInvitations(tx, member.id, actor.now);
  const id = newId(actor.now);
  const expiresAt = daysAfter(actor.now, INVITATION_DAYS);
  const secret = newLinkSecret();
  const tokenHash = hashOfToken(secret);
  await insertInvitation(
    tx,
    { id, memberId: member.id, tokenHash, expiresAt, invitedBy: actor.member.id },
    actor.now,
  );
  const job = {
    kind: "mail-invitation",
    payload: { invitationId: id },
    askedBy: actor.member.id,
    now: actor.now,
  };
  const mailJobId = byMail ? await queueJob(tx, job) : null;
  await writeJournal(tx, actor, [
    {
      verb: "member.invited",
      subject: { kind: "member", id: member.id },
      day: actor.today,
      detail: { byMail, ...detail },
    },
  ]);
  return {
    memberId: member.id,
    invitationId: id,
    link: invitationLink(signIn.url, tx.workspaceId, id, secret),
    expiresAt,
    mailJobId,
  };
}

function refuseKnown(member: MemberRow): void {
  if (member.state === "left" && member.userId !== null) {
    throw conflict(
      `${member.name} was here before with this address; bring them back instead of inviting them`,
    );
  }
  if (member.state === "invited")
    throw conflict(`${member.name} is invited already; make a new link for them instead`);
  if (member.state === "here")
    throw invalid(`${member.name} is a member already and has this address`, "email");
}
