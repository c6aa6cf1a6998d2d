import type { Step } from "./step.ts";

/** What comes of each step, on the page and in its file. */
export const STEP_NOUNS: Record<Step, { one: string; many: string }> = {
  introductions: { one: "introduction", many: "introductions" },
  meetings: { one: "first meeting", many: "first meetings" },
  deals: { one: "new client", many: "new clients" },
};

/** The steps of the funnel, and at what level people were met. */
export const FUNNEL_NAMES: Record<Step | "level", string> = {
  introductions: "Asks that bring an introduction",
  meetings: "Introductions that lead to a meeting",
  deals: "People met who become clients",
  level: "People met who decide",
};
