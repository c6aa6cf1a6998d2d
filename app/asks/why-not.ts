/** Why somebody was not asked though it was planned, or though the moment had come: an answer in one tap. */
export const WHY_NOT_ASKED = ["no-time", "lost-nerve", "not-the-moment", "unhappy", "already-asked"] as const;
export type WhyNotAsked = (typeof WHY_NOT_ASKED)[number];

/** Of a moment also: the deal that had brought it ended. */
export type WhyLetGo = WhyNotAsked | "deal-ended";

export const WHY_NOT_WORDS: Record<WhyNotAsked, string> = {
  "no-time": "No time",
  "lost-nerve": "Lost nerve",
  "not-the-moment": "Not the moment",
  unhappy: "They are unhappy",
  "already-asked": "Already asked",
};
