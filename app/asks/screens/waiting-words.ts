import { capital, inWords } from "#lib/web/words.ts";
import type { MomentView } from "../moment-view.ts";
import type { PlanView } from "../plan-view.ts";
import type { WhyLetGo, WhyNotAsked } from "../why-not.ts";

export const WHY_NOT_WORDS: Record<WhyNotAsked, string> = {
  "no-time": "No time",
  "lost-nerve": "Lost nerve",
  "not-the-moment": "Not the moment",
  unhappy: "They are unhappy",
  "already-asked": "Already asked",
};

export const WHY_LET_GO_WORDS: Record<WhyLetGo, string> = {
  ...WHY_NOT_WORDS,
  "deal-ended": "The deal ended",
};

/** The heading of a week: "Two to ask, one asked". */
export function weekHeading(plans: readonly Pick<PlanView, "state">[]): string {
  const toAsk = plans.filter(({ state }) => state === "planned").length;
  const asked = plans.filter(({ state }) => state === "asked").length;
  if (toAsk + asked === 0) return "Nobody is planned";
  if (toAsk === 0) return `${capital(inWords(asked))} asked, then you are done`;
  return `${capital(inWords(toAsk))} to ask, ${asked === 0 ? "none" : inWords(asked)} asked`;
}

/** One line for Today: "Planned: Ana, Ben – 1 asked". Null when nobody is planned. */
export function plannedLine(plans: readonly Pick<PlanView, "state" | "personName">[]): string | null {
  const open = plans.filter(({ state }) => state === "planned");
  const asked = plans.filter(({ state }) => state === "asked").length;
  if (open.length + asked === 0) return null;
  const first = open.slice(0, 3).map(({ personName }) => personName.split(" ")[0]);
  const more = open.length > 3 ? ` and ${open.length - 3} more` : "";
  const names = open.length === 0 ? "nobody left" : `${first.join(", ")}${more}`;
  return `Planned: ${names} – ${asked} asked`;
}

/** Why now, in a sentence, and what to say first. */
export function momentLines(came: Pick<MomentView, "moment" | "accountName" | "words">): {
  why: string;
  say: string;
} {
  const { accountName, words } = came;
  switch (came.moment) {
    case "discovery":
      return {
        why: `${accountName} is in discovery. Plant a seed, and ask for nothing yet.`,
        say: "“We grow by introductions. If this works out for you, I will ask you whom else it may help.”",
      };
    case "proposal":
      return {
        why: `${accountName} has our proposal. Promise the quarterly review, and ask for nothing yet.`,
        say: "“We sit down with every client once a quarter, and look at what it has brought them.”",
      };
    case "delivered":
      return {
        why: `${accountName} became a client, and it is delivered. Thank them, say how you treat an introduction, and ask.`,
        say: "“What has changed for you since? And who in your world has the trouble that you had?”",
      };
    case "account-review":
      return {
        why: `The quarterly review with ${accountName} is due.`,
        say: "“Let us look at what the quarter brought you, and at who else could use that.”",
      };
    case "lost-deal":
      return {
        why: `You did not win this one${accountName ? ` at ${accountName}` : ""}.${words ? ` The reason that was noted: ${words}` : ""}`,
        say: "“Thank you for the honest no. Whom do you know for whom it may be right?”",
      };
    default:
      return { why: `A good moment at ${accountName}.`, say: "“Who comes to mind?”" };
  }
}
