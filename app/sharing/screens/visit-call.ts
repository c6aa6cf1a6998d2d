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

/** What the link says behind "#": it never stands in an address that is fetched. */
export function linkHere(): string {
  return location.hash.slice(1);
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
  let answer: Response;
  let said: unknown;
  try {
    answer = await fetch(`/api/v1/visited-page${path}`, {
      method,
      headers: { "Askwell-Link": link, "Content-Type": "application/json" },
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(30_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    said = await answer.json();
  } catch {
    throw new VisitFailure("lost");
  }
  if (answer.ok) return said as VisitView;
  throw failureIn(answer.status, said as { field?: string; facts?: Record<string, string> });
}

function failureIn(
  status: number,
  { field, facts }: { field?: string; facts?: Record<string, string> },
): VisitFailure {
  const trouble = facts?.["page"];
  if (trouble === undefined || !(trouble in VISIT_PROBLEMS))
    return new VisitFailure(status === 429 ? "too-many" : "fault");
  const { repName, workspaceName, language } = facts as Record<string, string>;
  const sentBy = repName && workspaceName && language ? { repName, workspaceName, language } : undefined;
  return new VisitFailure(trouble as PageTrouble, field, sentBy);
}
