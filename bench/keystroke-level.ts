import type { Counts } from "#demo/hand.ts";

/**
 * Seconds of the keystroke-level model: Card, Moran, Newell, "The keystroke-level model for user performance time with
 * interactive systems", Communications of the ACM 23 (7), 1980.
 */
export const OPERATORS = {
  /** P: the hand goes to a place on the screen. */
  point: 1.1,
  /** K: it presses there once. */
  press: 0.2,
  /** H: the hands go to the keyboard, or back. */
  home: 0.4,
  /** M: what to do next is thought of. */
  think: 1.35,
};

/**
 * Seconds for a character on the keyboard of a phone, in the place of K: 36.2 words of five characters a minute. Palin, Feit,
 * Kim, Kristensson, Oulasvirta, "How do people type on mobile devices?", MobileHCI 2019, 37,370 people.
 */
export const CHARACTER = 60 / (36.2 * 5);

/** Read silently in a minute: Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109, 2019. */
export const WORDS = 238;

/**
 * How long somebody who knows the screens needs, without what is said and waited for. Thought of is before each tap
 * and before each field, which is more often than the paper's rules ask for: rather too long than too short.
 */
export function secondsBy({ taps, swipes, fields, characters, words }: Counts): number {
  const { point, press, home, think } = OPERATORS;
  const tapping = taps * (think + point + press);
  const swiping = swipes * (point + press);
  const reading = (words * 60) / WORDS;
  const typing = fields * (think + 2 * home) + characters * CHARACTER;
  return tapping + swiping + typing + reading;
}
