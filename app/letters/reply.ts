/** How a reply was answered; none: no answer is needed. */
export const ANSWERS = ["e-mail", "call", "message", "none"] as const;
export type Answer = (typeof ANSWERS)[number];
