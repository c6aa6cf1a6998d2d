import { dayIn } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notFound, Problem } from "#lib/kernel/problem.ts";
import type { Database } from "#lib/storage/database.ts";
import { cleanEmail, cleanName } from "./contact.ts";
import { holdFirstVisit, isClaimed } from "./first-visit-store.ts";
import { findMember, linkMember } from "./member-store.ts";
import { checkPassword } from "./password.ts";
import { giveSeat } from "./session-store.ts";
import type { SignIn } from "./sign-in-server.ts";
import { insertUser } from "./user-store.ts";
import { establishWorkspace } from "./workspace-actions.ts";
import type { WorkspaceSettings } from "./workspace.ts";
import { readWorkspace } from "./workspace-store.ts";

/** Fills the demo workspace, or finds it filled, and says through whose eyes a visitor looks around. */
export type OpenDemo = (database: Database, now: Date) => Promise<{ workspaceId: string; memberId: string }>;

export interface Founder {
  name: string;
  email: string;
  password: string;
  settings: WorkspaceSettings;
}

/**
 * The first visit: user, workspace and owner in one transaction, and the door is closed from then on. Of two at once, one gets
 * in. Answers the user's id. Throws Problem conflict when the door is closed.
 */
export async function claimHouse(signIn: SignIn, founder: Founder, now: Date): Promise<string> {
  const email = cleanEmail(founder.email);
  const name = cleanName(founder.name);
  checkPassword(founder.password, [email, name, founder.settings.name]);
  await refuseWhenClaimed(signIn.database);
  const { password } = await signIn.auth.$context;
  const passwordHash = await password.hash(founder.password);
  const userId = newId(now);
  const workspaceId = newId(now);
  try {
    await signIn.database.write(workspaceId, async (tx) => {
      await holdFirstVisit(tx);
      await refuseWhenClaimed(tx);
      await insertUser(tx, { id: userId, name, email, passwordHash, verified: true }, now);
      const opened = await establishWorkspace(
        tx,
        { settings: founder.settings, owner: { name, email, userId } },
        now,
      );
      await giveSeat(
        tx,
        { userId, workspaceId, memberId: opened.ownerId, workspaceName: founder.settings.name },
        now,
      );
    });
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== "sign_in_user_email_key") throw error;
    throw conflict("somebody of the demo has this address; take your own");
  }
  return userId;
}

/** A look around before anything is decided: signs the visitor in as somebody of the demo story. Answers the user's id. */
export async function lookAround(signIn: SignIn, openDemo: OpenDemo | null, now: Date): Promise<string> {
  if (!openDemo)
    throw new Problem(
      "unavailable",
      "this version has no demo story to show yet; create a workspace instead",
    );
  await refuseWhenClaimed(signIn.database);
  const { workspaceId, memberId } = await openDemo(signIn.database, now);
  return signIn.database.write(workspaceId, async (tx) => {
    await holdFirstVisit(tx);
    const member = await findMember(tx, memberId, dayIn(now, "UTC"));
    if (!member) throw notFound("member");
    if (member.userId !== null) return member.userId;
    const userId = newId(now);
    const { name } = await readWorkspace(tx);
    await insertUser(
      tx,
      { id: userId, name: member.name, email: member.email, passwordHash: null, verified: false },
      now,
    );
    await linkMember(tx, { memberId, userId, name: member.name }, null);
    await giveSeat(tx, { userId, workspaceId, memberId, workspaceName: name }, now);
    return userId;
  });
}

async function refuseWhenClaimed(where: Parameters<typeof isClaimed>[0]): Promise<void> {
  if (await isClaimed(where))
    throw conflict("this Askwell has its workspace already; ask a leader there for an invitation");
}
