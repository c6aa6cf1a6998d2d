/** What an ask may become, one after the other. */
export const STEPS = ["introductions", "meetings", "deals"] as const;
export type Step = (typeof STEPS)[number];

export function perStep<T>(make: (step: Step) => T): Record<Step, T> {
  return { introductions: make("introductions"), meetings: make("meetings"), deals: make("deals") };
}
