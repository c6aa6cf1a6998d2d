import type { Day } from "#lib/kernel/days.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { AccountKind } from "#accounts/account.ts";
import type { Moment } from "#asks/ask.ts";
import type { WhyNotAsked } from "#asks/why-not.ts";
import type { Kind, OutcomeWord } from "#giving/given.ts";
import type { What } from "#giving/need.ts";
import type { DutyHow } from "#loops/duty.ts";
import type { BuyingRole } from "#people/standing.ts";
import type { Tier } from "#touches/rhythm.ts";

/** What happens in the story, in the words of the rooms. Keys are the story's own; ids come when it is told. */
export type Scene =
  | {
      what: "account";
      key: string;
      day: Day;
      by: string;
      name: string;
      kind: AccountKind;
      industry: string;
      city: string;
      domain: string;
      named: boolean;
    }
  | {
      what: "person";
      key: string;
      day: Day;
      by: string;
      account: string;
      name: string;
      title: string;
      email: string;
      phone: string;
    }
  | {
      what: "ask";
      key: string;
      day: Day;
      by: string;
      source: string;
      channel: "call" | "in-person" | "video" | "e-mail";
      moment: "delivered" | "account-review" | "lost-deal" | "anytime";
      forWhom: string;
      outcome: "named-someone" | "will-think" | "not-now" | "no" | "sent-to-colleague";
      untilDay: Day | null;
      colleague: string | null;
      note: string | null;
      /** It had taken place when it was written down. */
      happened?: true;
    }
  | { what: "permit"; day: Day; by: string; person: string; to: string; reason: string }
  | { what: "reference"; day: Day; by: string; person: string; forWhom: string }
  | {
      what: "referral";
      key: string;
      day: Day;
      by: string;
      source: string;
      contact: string;
      ask: string | null;
      level: number;
      reason: string;
      howKnown: string | null;
      promised: string | null;
    }
  | { what: "raise"; referral: string; day: Day; by: string; level: number }
  | { what: "respond"; referral: string; day: Day; by: string }
  | {
      what: "meeting";
      key: string;
      day: Day;
      by: string;
      person: string;
      referral: string | null;
      takesPlace: Day;
      time: string;
      about: string;
    }
  | {
      what: "meeting-outcome";
      meeting: string;
      day: Day;
      by: string;
      outcome: "held" | "no-show" | "cancelled";
    }
  | {
      what: "deal";
      key: string;
      day: Day;
      by: string;
      name: string;
      account: string;
      person: string;
      referral: string | null;
      origin: "referral" | "cold-call" | "inbound" | "event" | "existing-client";
      amountMinor: number;
    }
  | {
      what: "ideal-client";
      day: Day;
      by: string;
      scope: "rep" | "team" | "workspace";
      name: string;
      level: string;
      company: string;
      industry: string | null;
      situation: string;
      says: string;
      notWho: string;
    }
  | {
      what: "reason";
      key: string;
      day: Day;
      by: string;
      sentence: string;
      industry: string | null;
      problem: string;
    }
  | { what: "target"; day: Day; by: string; person: string | null; account: string | null; why: string }
  | {
      what: "stay";
      day: Day;
      by: string;
      person: string;
      account: string;
      title: string;
      from: Day;
      until: Day;
    }
  | {
      what: "deal-outcome";
      deal: string;
      day: Day;
      by: string;
      outcome: "won" | "lost";
      lostReason: string | null;
    }
  | { what: "right"; day: Day; by: string; person: string; earned: boolean; words: string | null }
  | { what: "role"; day: Day; by: string; person: string; role: BuyingRole }
  | { what: "handover"; day: Day; by: string; account: string; to: string; note: string }
  | { what: "do-not-ask"; day: Day; by: string; person: string; words: string }
  | { what: "issue"; day: Day; by: string; person: string; account: string; words: string }
  | { what: "no-go"; day: Day; by: string; person: string; topic: string; words: string }
  | {
      what: "wish";
      day: Day;
      by: string;
      person: string;
      channel: "call" | "in-person";
      mostPerQuarter: number | null;
      bestWeekday: Weekday | null;
      /** Nobody asks before whoever says this agrees. */
      mustAgree?: true;
      note: string;
    }
  | {
      what: "plan";
      key: string;
      day: Day;
      by: string;
      person: string;
      moment: Moment;
      whyNow: string;
      topics: string;
      expects: number;
      /** The business reason that it begins with. */
      reason?: string;
    }
  | { what: "plan-let-go"; plan: string; day: Day; by: string; why: WhyNotAsked }
  | {
      what: "loop";
      referral: string;
      day: Day;
      by: string;
      turn: "arrival" | "later" | "close";
      how: DutyHow;
      /** With how: "gift". */
      gift?: { what: string; minor: number };
    }
  | {
      what: "gift";
      key: string;
      day: Day;
      by: string;
      person: string;
      gift: { what: string; minor: number };
      words: string | null;
      /** Above the cap. */
      asked?: true;
    }
  | { what: "gift-refused"; gift: string; day: Day; by: string; why: string }
  | { what: "gift-ban"; account: string; day: Day; by: string; words: string }
  | { what: "tier"; day: Day; by: string; account: string; tier: Tier }
  | {
      what: "report-card";
      day: Day;
      by: string;
      person: string;
      /** Null: it waits to be answered. */
      said: { score: number; why: string | null; introduce: string | null } | null;
    }
  | { what: "touch"; day: Day; by: string; person: string; kind: string; words: string | null }
  | {
      what: "source-page";
      day: Day;
      by: string;
      ask: string;
      whom: string;
      /** What became of it, in the rep's words. */
      told: string | null;
      /** The source said on it "not this person", with these words. */
      rulesOut: string | null;
    }
  | { what: "seed"; day: Day; by: string; person: string; words: string }
  | { what: "need"; day: Day; by: string; person: string; kind: What; line: string }
  | {
      what: "give";
      key: string;
      day: Day;
      by: string;
      to: string;
      whom: string | null;
      outside: string | null;
      does: string | null;
      kind: Kind;
      why: string;
      level: number;
    }
  | { what: "given-outcome"; given: string; day: Day; by: string; outcome: OutcomeWord }
  | { what: "given-thanks"; given: string; day: Day; by: string; words: string };

export interface StoryMember {
  key: string;
  name: string;
  role: "rep" | "manager" | "leader";
  team: string | null;
}

export interface Story {
  workspace: string;
  teams: readonly { key: string; name: string; manager: string }[];
  members: readonly StoryMember[];
  /** In the order of their days; within a day, causes before what they cause. */
  scenes: readonly Scene[];
}
