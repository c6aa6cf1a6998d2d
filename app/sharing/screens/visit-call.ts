import { callByLink, LinkRefusal } from "#lib/web/visited/call-by-link.ts";
import type { PageTrouble } from "../languages/language.ts";
import { VISIT_PROBLEMS } from "../visit-problem.ts";
import type { SaidOnPage, VisitView } from "../visit-view.ts";

/** Why a page says something else than what was asked for. */
export class VisitFailure extends Error {
  override readonly name = "VisitFailure";
  readonly trouble: PageTrouble;
  readonly field: string | undefined;
  /** Who sent it, where the link was right. */
  readonly sentBy: { repName: string; workspaceName: string; language: string } | undefined;

  constructor(trouble: PageTrouble, field?: string, sentBy?: VisitFailure["sentBy"]) {
    super(trouble);
    this.trouble = trouble;
    this.field = field;
    this.sentBy = sentBy;
  }
}

/** Throws VisitFailure, as all of these. */
export async function lookAtPage(link: string): Promise<VisitView> {
  return call(link, "GET", "");
}
export async function sayOnPage(link: string, said: SaidOnPage): Promise<VisitView> {
  return call(link, "POST", "/answers", said);
}
export async function takeBackOnPage(link: string, answerId: string): Promise<VisitView> {
  return call(link, "DELETE", `/answers/${answerId}`);
}
export async function askFirstOnPage(link: string, text: string): Promise<VisitView> {
  return call(link, "POST", "/asked-first", { text });
}

async function call(link: string, method: string, path: string, body?: unknown): Promise<VisitView> {
  try {
    return await callByLink(link, method, `/visited-page${path}`, body);
  } catch (refused) {
    throw refused instanceof LinkRefusal ? failureIn(refused) : refused;
  }
}

function failureIn({ trouble: call, field, facts }: LinkRefusal): VisitFailure {
  const trouble = facts["page"];
  if (trouble === undefined || !(trouble in VISIT_PROBLEMS)) return new VisitFailure(call ?? "fault");
  const { repName, workspaceName, language } = facts;
  const sentBy = repName && workspaceName && language ? { repName, workspaceName, language } : undefined;
  return new VisitFailure(trouble as PageTrouble, field, sentBy);
}
