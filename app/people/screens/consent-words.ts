import type { Day } from "#lib/kernel/days.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { ConsentHow } from "../consent.ts";
import type { WritingView } from "../consent-view.ts";

/** After "agreed". */
export const CONSENT_WORDS: Record<ConsentHow, string> = {
  "in-person": "in person",
  call: "on the phone",
  message: "in a message",
  email: "by e-mail",
  page: "on a page of ours",
};

/** "May be written to: agreed on the phone on 12 November (Ann Lee)" */
export function writingText(
  { personId, state, consent, stop, law }: Omit<WritingView, "mayBeWrittenTo" | "holderIds">,
  { today, isClient }: { today: Day; isClient: boolean },
): string {
  if (stop !== null && stop.personId !== personId)
    return `Has an address of somebody who ${stop.reach === "everything" ? "does not want to hear from us" : "wants no e-mail from us"}: said on ${dayText(stop.day, today)} (${stop.by.name})`;
  if (stop !== null) {
    const said = stop.reach === "everything" ? "Does not want to hear from us" : "Wants no e-mail from us";
    return `${said}: said on ${dayText(stop.day, today)} (${stop.by.name})`;
  }
  if (consent !== null) {
    const agreed = `agreed ${CONSENT_WORDS[consent.how]} on ${dayText(consent.day, today)} (${consent.by.name})`;
    if (state === "agreed") return `May be written to: ${agreed}`;
    const until = consent.withdrawnOn === null ? "" : ` since ${dayText(consent.withdrawnOn, today)}`;
    return `Not to be written to: ${agreed}, and does not any more${until}`;
  }
  // The law of a first letter; whoever buys from us has had one.
  if (isClient) return "Nothing is noted about writing to them";
  if (law.knows === "nothing")
    return "Has not agreed to be written to; whether the law wants that first is not known: no country is noted";
  if (law.knows === "country")
    return "Has not agreed to be written to; what the law of their country wants is not known here";
  return law.consentFirst
    ? `Has not agreed to be written to, which the law of ${law.name} wants first`
    : `May be written to once: the law of ${law.name} lets one write first`;
}
