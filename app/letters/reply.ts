/** As many answers that wait stand on Today. */
export const REPLIES_TODAY = 5;

/** How a reply was answered; none: no answer is needed. */
export const ANSWERS = ["e-mail", "call", "message", "none"] as const;
export type Answer = (typeof ANSWERS)[number];
