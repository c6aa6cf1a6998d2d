import type { Actor } from "#lib/kernel/actor.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getPerson } from "#people/person-actions.ts";
import { getReferral } from "#referrals/referral-actions.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { firstResponse, type FirstResponse } from "./first-response.ts";

/** A draft of the reply to an introduction, by whoever reads it. Throws Problem not-found. */
export async function draftFirstResponse(tx: Tx, actor: Actor, referralId: string): Promise<FirstResponse> {
  const referral = await getReferral(tx, referralId);
  const [source, contact] = [await getPerson(tx, referral.sourceId), await getPerson(tx, referral.contactId)];
  const calendar = (await workCalendarsOf(tx, [actor.member.id])).get(actor.member.id);
  if (!calendar) throw notFound("member");
  return firstResponse({
    sourceName: source.fullName,
    sourceEmail: source.emails[0] ?? null,
    contactName: contact.fullName,
    contactEmail: contact.emails[0] ?? null,
    country: contact.country,
    reason: referral.reason,
    repName: actor.member.name,
    workspaceName: actor.workspace.name,
    today: actor.today,
    calendar,
  });
}
