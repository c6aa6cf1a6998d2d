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
  { state, consent, stop, law }: Pick<WritingView, "state" | "consent" | "stop" | "law">,
  today: Day,
): string {
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
  return law.consentFirst
    ? `Has not agreed to be written to, which the law of ${law.name} wants first`
    : `May be written to once: the law of ${law.name} lets one write first`;
}
