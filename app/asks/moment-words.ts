import type { MomentView } from "./moment-view.ts";

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
