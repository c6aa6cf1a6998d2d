import { callByLink, linkHere, LinkRefusal, type CallTrouble } from "#lib/web/visited/call-by-link.ts";
import type { DigestLineView } from "../digest-view.ts";

/** Why a page says something else than what was asked for. */
export interface LineFailure {
  /** "refused": the rooms said no, with a reason; else why the link opens nothing, or what befell the call. */
  trouble: CallTrouble | "forged" | "expired" | "signed-out" | "left" | "refused";
  reason: string | null;
  field: string | undefined;
  /** A rule stands against it; what took place can be kept all the same. */
  rule: boolean;
}

export interface PressedOnPage {
  act: string;
  choice?: string;
  untilDay?: string;
  words?: string;
  named?: { fullName: string; accountName?: string };
  happened?: boolean;
}

/** "#d.TOKEN.asked": what opens the line, and which of its buttons was pressed. */
export function linkInAddress(): { token: string; act: string | null; choice: string | null } {
  const [, token = "", act = null, choice = null] = linkHere().split(".");
  return { token, act, choice };
}

/** Throws LineFailure, as all of these. */
export function lookAtLine(token: string): Promise<DigestLineView> {
  return call(token, "GET", "");
}
export function actOnLine(token: string, pressed: PressedOnPage): Promise<DigestLineView> {
  return call(token, "POST", "/done", pressed);
}
export function undoOnLine(token: string): Promise<DigestLineView> {
  return call(token, "DELETE", "/done");
}

async function call(token: string, method: string, path: string, body?: unknown): Promise<DigestLineView> {
  try {
    return await callByLink(token, method, `/digest-line${path}`, body);
  } catch (thrown) {
    throw failureIn(thrown);
  }
}

export function failureIn(thrown: unknown): LineFailure {
  if (!(thrown instanceof LinkRefusal)) {
    if (typeof thrown === "object" && thrown !== null && "trouble" in thrown) return thrown as LineFailure;
    return { trouble: "fault", reason: null, field: undefined, rule: false };
  }
  const { trouble, field, facts } = thrown;
  return {
    trouble: trouble ?? ((facts["line"] ?? "fault") as LineFailure["trouble"]),
    reason: facts["reason"] ?? null,
    field,
    rule: facts["rule"] === "yes",
  };
}
