import type { JobKind } from "#lib/jobs/worker.ts";
import type { Mailer } from "#lib/mail/send.ts";
import { invitationLink, newLinkSecret } from "./invitation-actions.ts";
import { findInvitation, setMailHash } from "./invitation-store.ts";
import { mailedResetLink } from "./reset-actions.ts";
import { hashOfToken } from "./session-cookie-server.ts";
import type { SignIn } from "./sign-in-server.ts";
import { needUser } from "./user-store.ts";

/**
 * The letters of this room. Each makes the secret of its own link, so that no queue holds it. A letter whose job is broken off
 * just after it went out is sent again, with another link; the first one opens nothing.
 */
export function letters(signIn: SignIn, mailer: Mailer): readonly JobKind[] {
  const invitation: JobKind<{ invitationId: string }> = {
    kind: "mail-invitation",
    async run({ tx, payload, now }) {
      const found = await findInvitation(tx, payload.invitationId);
      if (!found || found.expiresAt <= now) return;
      const { name, email, workspaceName, inviterName } = found;
      const secret = newLinkSecret();
      await setMailHash(tx, found.id, hashOfToken(secret));
      await mailer.send({
        to: { name, address: email },
        subject: `${inviterName ?? "A colleague"} invites you to ${workspaceName} on Askwell`,
        text: [
          `Hello ${name},`,
          "",
          `${inviterName ?? "a colleague"} would like you to join ${workspaceName} on Askwell, where your team keeps its referrals.`,
          "Open this link to choose a password and come in:",
          "",
          invitationLink(signIn.url, tx.workspaceId, found.id, secret),
          "",
          `It works once, until ${dayAndTime(found.expiresAt)}. If you did not expect it, leave it be.`,
        ].join("\n"),
      });
    },
  };
  const reset: JobKind<{ userId: string }> = {
    kind: "mail-reset",
    async run({ tx, payload, now }) {
      const user = await needUser(tx.tables(), payload.userId);
      const { link, expiresAt } = await mailedResetLink(tx, signIn, user.id, now);
      await mailer.send({
        to: { name: user.name, address: user.email },
        subject: "Choose a new password for Askwell",
        text: [
          `Hello ${user.name},`,
          "",
          "somebody, probably you, asked for a new password. Open this link to choose one:",
          "",
          link,
          "",
          `It works once, until ${dayAndTime(expiresAt)}. If it was not you, nothing has changed: leave it be.`,
        ].join("\n"),
      });
    },
  };
  return [invitation, reset];
}

function dayAndTime(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
