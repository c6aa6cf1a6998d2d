const DRAFT = "askwell-practice-draft";
/** Drafts of before belong to nobody: whoever used the device next was shown them. */
const NOBODYS = "askwell-rehearsal ";

/** What this member wrote for a scenario and has not scored yet, on this device; "" where there is nothing. */
export function keptDraft(memberId: string, scenario: string): string {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(NOBODYS)) localStorage.removeItem(key);
    return localStorage.getItem(keyOf(memberId, scenario)) ?? "";
  } catch {
    return "";
  }
}

export function keepDraft(memberId: string, scenario: string, text: string): void {
  try {
    localStorage.setItem(keyOf(memberId, scenario), text);
  } catch {
    // Full or forbidden: then it lasts as long as the page.
  }
}

export function forgetDraft(memberId: string, scenario: string): void {
  try {
    localStorage.removeItem(keyOf(memberId, scenario));
  } catch {
    // Nothing was kept.
  }
}

function keyOf(memberId: string, scenario: string): string {
  return [DRAFT, memberId, scenario].join(" ");
}
