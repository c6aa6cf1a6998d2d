const DRAFT = "askwell-rehearsal";

/** What was written for a scenario and not scored yet, on this device; "" where there is nothing. */
export function keptDraft(scenario: string): string {
  try {
    return localStorage.getItem(keyOf(scenario)) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(scenario: string, text: string): void {
  try {
    localStorage.setItem(keyOf(scenario), text);
  } catch {
    // Full or forbidden: then it lasts as long as the page.
  }
}

export function forgetDraft(scenario: string): void {
  try {
    localStorage.removeItem(keyOf(scenario));
  } catch {
    // Nothing was kept.
  }
}

function keyOf(scenario: string): string {
  return `${DRAFT} ${scenario}`;
}
