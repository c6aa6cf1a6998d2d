import type { Moment } from "../ask.ts";
import type { Part } from "../talk-part.ts";
import type { Fact } from "../wording.ts";

export const PART_WORDS: Record<Part, string> = {
  value: "What it brought them, in their words",
  seed: "Plant the seed",
  review: "Promise the quarterly review",
  treatment: "How we treat an introduction",
  permission: "Ask for permission",
  "ideal-client": "Whom to picture",
  reason: "Why they should meet us",
  prompts: "Bring names to mind",
  request: "Ask for the introduction",
  how: "How, and by when",
  say: "What they will say",
  report: "Promise to report back",
  grace: "Grace for a no",
};

/** What the talk is for at that moment. */
export const GOAL_WORDS: Record<Moment, string> = {
  discovery: "Plant a seed. Ask for nothing yet.",
  proposal: "Promise the quarterly review. Ask for nothing yet.",
  delivered: "Thank, say how you treat an introduction, and ask.",
  "account-review": "Look at what it brought them, and ask.",
  "lost-deal": "Thank for the honest no, and ask whom it may be for.",
  anytime: "Ask for an introduction.",
};

/** The gaps of a wording, as one chooses them. */
export const FACT_WORDS: Record<Fact, string> = {
  name: "their name",
  account: "their company",
  value: "what they said it brought them",
  whom: "whom to picture",
  reason: "the reason",
  prompts: "what brings names to mind",
  rep: "your name",
  workspace: "our name",
};

/** What to do about a part that cannot be said yet. */
export function missingText(fact: Fact, name: string): string {
  switch (fact) {
    case "value":
      return `What did ${name} say our work brought them? Ask, and write it here in their words.`;
    case "whom":
      return "Choose whom to picture: an ideal client, or somebody in particular.";
    case "reason":
      return "Choose a reason: one sentence that says why they should take the meeting.";
    case "prompts":
      return `Where does ${name} meet people? A former company, a trade body, neighbours in the yard: write it here.`;
    case "account":
      return `No company is known for ${name}. Other words do without.`;
    default:
      return "Write it in your own words.";
  }
}

/** "12 introductions in 34 talks: 22 to 52 in 100", "said in 3 talks: too early to tell"; never a share alone. */
export function workedText(of: {
  talks: number;
  introductions: number;
  interval: { low: number; high: number } | null;
}): string {
  const { talks, introductions, interval } = of;
  if (talks === 0) return "not said yet";
  const said = `${introductions} ${introductions === 1 ? "introduction" : "introductions"} in ${talks} ${talks === 1 ? "talk" : "talks"}`;
  if (interval === null) return `${said}: too early to tell`;
  return `${said}: ${percent(interval.low)} to ${percent(interval.high)}\u00A0% (95\u00A0% interval)`;
}

function percent(share: number): string {
  return String(Math.round(share * 100));
}
