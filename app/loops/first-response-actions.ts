import type { Actor } from "#lib/kernel/actor.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { countryOfContact } from "#people/contact-country-actions.ts";
import { consentOf } from "#people/consent-actions.ts";
import type { Writing } from "#people/consent.ts";
import { getPerson } from "#people/person-actions.ts";
import { getReferral } from "#referrals/referral-actions.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { postalAddressOf } from "#team/workspace-actions.ts";
import { firstResponse, type FirstResponse } from "./first-response.ts";

export interface Draft extends FirstResponse {
  contactId: string;
  contactName: string;
  contactPhone: string | null;
  sourceName: string;
  writing: Writing;
}

/** A draft of the reply to an introduction, by whoever reads it, and whether it may go out. Throws Problem not-found. */
export async function draftFirstResponse(tx: Tx, actor: Actor, referralId: string): Promise<Draft> {
  const referral = await getReferral(tx, referralId);
  const [source, contact] = [await getPerson(tx, referral.sourceId), await getPerson(tx, referral.contactId)];
  const calendar = (await workCalendarsOf(tx, [actor.member.id])).get(actor.member.id);
  if (!calendar) throw notFound("member");
  const draft = firstResponse({
    sourceName: source.fullName,
    sourceEmail: source.emails[0] ?? null,
    contactName: contact.fullName,
    contactEmail: contact.emails[0] ?? null,
    country: await countryOfContact(tx, contact),
    reason: referral.reason,
    repName: actor.member.name,
    workspaceName: actor.workspace.name,
    postalAddress: await postalAddressOf(tx),
    today: actor.today,
    calendar,
  });
  return {
    ...draft,
    contactId: contact.id,
    contactName: contact.fullName,
    contactPhone: contact.phones[0] ?? null,
    sourceName: source.fullName,
    writing: await consentOf(tx, actor, contact.id),
  };
}
