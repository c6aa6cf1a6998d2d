import type { ReactNode } from "react";
import { Go } from "#lib/web/go.tsx";
import { KIND_WORDS, type ContactKind } from "#touches/touch.ts";
import type { FactView } from "../scorecard-view.ts";

/** Whom and what a fact is about, in names that lead to their pages. */
export function factText(fact: FactView): ReactNode {
  const { person, account, source, what } = fact;
  const who = person && <Go to={`/people/${person.id}`}>{person.name}</Go>;
  const at = account && <Go to={`/accounts/${account.id}`}>{account.name}</Go>;
  switch (fact.measure) {
    case "referrals-received":
      return (
        <>
          {source && <Go to={`/people/${source.id}`}>{source.name}</Go>} introduced {who}
          {at && <>, {at}</>}
        </>
      );
    case "referrals-given":
      return (
        <>
          {source === null ? what : <Go to={`/people/${source.id}`}>{source.name}</Go>} introduced to {who}
          {at && <>, {at}</>}
        </>
      );
    case "touches":
      return (
        <>
          {who}
          {at && <>, {at}</>}
          {what !== null && `: ${KIND_WORDS[what as ContactKind] ?? what}`}
        </>
      );
    case "deals-closed":
    case "deals-won":
      return (
        <>
          {what}
          {at && <>, {at}</>}
        </>
      );
    default:
      return (
        <>
          {who}
          {at && <>, {at}</>}
          {what !== null && `: ${what}`}
        </>
      );
  }
}

/** Where the fact itself is shown. */
export function pageOfFact({ subject, person }: Pick<FactView, "subject" | "person">): string {
  if (subject.kind === "touch") return `/people/${person?.id ?? ""}`;
  return subject.kind === "given-referral" ? `/given/${subject.id}` : `/${subject.kind}s/${subject.id}`;
}

/** What to DELETE to take the fact back; null for one that is taken back elsewhere. */
export function undoOf({
  measure,
  subject,
  person,
}: Pick<FactView, "measure" | "subject" | "person">): string | null {
  switch (measure) {
    case "touches":
      return `/touches/${subject.id}`;
    case "people-asked":
    case "referrals-received":
    case "meetings-scheduled":
    case "referrals-given":
      return pageOfFact({ subject, person });
    case "meetings-held":
    case "deals-closed":
    case "deals-won":
      return `${pageOfFact({ subject, person })}/outcome`;
    default:
      return null;
  }
}
