import { callByLink } from "#lib/web/visited/call-by-link.ts";
import type { SaidOnPage, VisitView } from "../visit-view.ts";

const PATH = "/visited-page";

/** Throws LinkRefusal, as all of these. */
export async function lookAtPage(link: string): Promise<VisitView> {
  return callByLink(link, "GET", PATH);
}
export async function sayOnPage(link: string, said: SaidOnPage): Promise<VisitView> {
  return callByLink(link, "POST", `${PATH}/answers`, said);
}
export async function takeBackOnPage(link: string, answerId: string): Promise<VisitView> {
  return callByLink(link, "DELETE", `${PATH}/answers/${answerId}`);
}
export async function askFirstOnPage(link: string, text: string): Promise<VisitView> {
  return callByLink(link, "POST", `${PATH}/asked-first`, { text });
}
