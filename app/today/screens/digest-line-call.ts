import { tokenIn } from "#lib/kernel/link-kinds.ts";
import { callByLink } from "#lib/web/visited/call-by-link.ts";
import type { DigestLineView } from "../digest-view.ts";

export interface PressedOnPage {
  act: string;
  choice?: string;
  untilDay?: string;
  words?: string;
  named?: { fullName: string; accountName?: string };
  happened?: boolean;
}

/** "d.TOKEN.asked": what opens the line, and which of its buttons was pressed. */
export function partsOf(link: string): { token: string; act: string | null; choice: string | null } {
  const [token = "", act = null, choice = null] = (tokenIn("line", link) ?? "").split(".");
  return { token, act, choice };
}

/** Throws LinkRefusal, as all of these. */
export function lookAtLine(link: string): Promise<DigestLineView> {
  return call(link, "GET", "");
}
export function actOnLine(link: string, pressed: PressedOnPage): Promise<DigestLineView> {
  return call(link, "POST", "/done", pressed);
}
export function undoOnLine(link: string): Promise<DigestLineView> {
  return call(link, "DELETE", "/done");
}

function call(link: string, method: string, path: string, body?: unknown): Promise<DigestLineView> {
  return callByLink(partsOf(link).token, method, `/digest-line${path}`, body);
}
