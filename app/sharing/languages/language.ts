import type { CallTrouble } from "#lib/web/visited/call-by-link.ts";
import type { Effort } from "../shared-page.ts";
import type { ReferralState } from "#referrals/referral.ts";
import type { VisitProblem } from "../visit-problem.ts";

/** Who is meant, as they are called on the page. */
export interface Names {
  /** In full. */
  rep: string;
  workspace: string;
  source: string;
}

/** What goes wrong, with or without an answer from the house. */
export type PageTrouble = VisitProblem | CallTrouble;

/** A language in which pages speak to people outside: a further one is a further file. */
export interface PageLanguage {
  /** As in the talk's languages. */
  code: string;
  /** What a rep begins with. */
  draft: {
    asked(facts: { whom: string | null; reason: string | null }): string;
    subject(names: Names): string;
    /** The rep's letter with the link. */
    letter(names: Names, link: string): string;
  };
  opens(names: Names, until: string): string;
  kept(names: Names): string;
  loading: string;
  again: string;
  trouble: Record<PageTrouble, string>;
  /** Below a page that opens nothing: whom to turn to. */
  turnTo(names: Pick<Names, "rep" | "workspace">): string;
  source: {
    heading(names: Names): string;
    headingThanks(names: Names): string;
    headingTold(names: Names): string;
    whom: string;
    reason: string;
    lines: string;
    linesHint: string;
    copy: string;
    copied: string;
    notCopied: string;
    mail: string;
    answer: string;
    introduced: string;
    askFirst: string;
    notNow: string;
    notThem: string;
    never: string;
    later(day: string): string;
    form: {
      name: string;
      company: string;
      email: string;
      phone: string;
      optional: string;
      effort: string;
      efforts: Record<Effort, string>;
      words(names: Names): string;
      send(names: Names): string;
      close: string;
    };
    asking: {
      heading: string;
      hint: string;
      /** What the source asks them, before anything else is said. */
      draft(names: Names, reason: string | null): string;
      copy: string;
      /** Below the lines, for whoever is asked. */
      tail(link: string): string;
      waits(until: string): string;
      agreed(names: Names, name: string): string;
    };
    said: {
      introduced(names: Names, name: string): string;
      notNow(day: string): string;
      notThem(whom: string): string;
      never: string;
      takeBack: string;
      takenBack: string;
    };
    told: {
      heading: string;
      introduced(day: string): string;
      state(names: Names, state: ReferralState, day: string): string;
      thanks(names: Names): string;
    };
  };
  contact: {
    heading(names: Names): string;
    who(names: Names): string;
    yes: string;
    no: string;
    fields: { name: string; email: string; phone: string };
    agree(names: Names): string;
    send: string;
    declined: string;
    agreed(names: Names): string;
  };
}
