import type { JobKind } from "#lib/jobs/worker.ts";
import { getPerson } from "#people/person-actions.ts";
import { addressKey } from "#people/address-key-server.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { SubscriptionRow } from "./letter-tables.ts";
import type { LetterPost } from "./newsletter-jobs.ts";
import { postalAddressOf } from "#team/workspace-actions.ts";
import { speakerFor } from "#people/speaker-reader.ts";
import { ASK_SUBSCRIPTION } from "./subscription-actions.ts";
import { questionMail } from "./subscription.ts";
import { findSubscription, markAsked } from "./subscription-store.ts";

/** Asks somebody at their address whether they want the letters. One that is broken off just after it went out is asked twice. */
export function subscriptionJobs(post: Pick<LetterPost, "mailer" | "links">): readonly JobKind[] {
  const ask: JobKind<{ subscriptionId: string }> = {
    kind: ASK_SUBSCRIPTION,
    async run({ tx, payload, now }) {
      const asked = await findSubscription(tx, payload.subscriptionId);
      if (!asked || asked.sentAt !== null || asked.confirmedAt !== null) return;
      const to = await whoTo(tx, asked);
      if (to === null) return markAsked(tx, asked.id, { failure: "their address has changed" });
      const { workspace } = await speakerFor(tx, { memberId: asked.byId, personId: null }, now);
      const link = post.links.pageFor("subscribe", tx.workspaceId, asked.id);
      const words = questionMail(asked.language, {
        workspaceName: workspace.name,
        askedBy: asked.byName,
        postalAddress: await postalAddressOf(tx),
        link,
      });
      await post.mailer.send({
        ...words,
        to,
        fromName: asked.byName === null ? workspace.name : `${asked.byName} (${workspace.name})`,
        headers: { "Auto-Submitted": "auto-generated" },
      });
      await markAsked(tx, asked.id, { sentAt: now });
    },
    onFailed: (tx, { payload, failure }) => markAsked(tx, payload.subscriptionId, { failure }),
  };
  return [ask];
}

async function whoTo(tx: Tx, asked: SubscriptionRow): Promise<{ name: string; address: string } | null> {
  if (asked.personId === null)
    // A visitor could type anything into a name: it is read by nobody before they confirm.
    return asked.address === null ? null : { name: "", address: asked.address };
  const { fullName, emails } = await getPerson(tx, asked.personId);
  const address = emails.find((each) => addressKey(tx.workspaceId, each) === asked.key);
  return address === undefined ? null : { name: fullName, address };
}
