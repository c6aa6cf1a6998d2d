/** What goes wrong without an answer from the house. */
export type CallTrouble = "lost" | "fault" | "too-many";

/** What the house answered to somebody with a link, where it was no yes. */
export class LinkRefusal extends Error {
  override readonly name = "LinkRefusal";
  readonly trouble: CallTrouble | null;
  readonly field: string | undefined;
  /** Said by the room that the link is of. */
  readonly facts: Readonly<Record<string, string>>;

  constructor(trouble: CallTrouble | null, field?: string, facts: Record<string, string> = {}) {
    super(trouble ?? "refused");
    this.trouble = trouble;
    this.field = field;
    this.facts = facts;
  }
}

/** What the link says behind "#": it never stands in an address that is fetched. */
export function linkHere(): string {
  return location.hash.slice(1);
}

/** Calls the house as whoever holds the link. `path` begins below /api/v1. Throws LinkRefusal. */
export async function callByLink<T>(link: string, method: string, path: string, body?: unknown): Promise<T> {
  let answer: Response;
  let said: unknown;
  try {
    answer = await fetch(`/api/v1${path}`, {
      method,
      headers: { "Askwell-Link": link, "Content-Type": "application/json" },
      credentials: "omit",
      cache: "no-store",
      signal: AbortSignal.timeout(30_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    said = answer.status === 204 ? null : await answer.json();
  } catch {
    throw new LinkRefusal("lost");
  }
  if (answer.ok) return said as T;
  const { field, facts } = said as { field?: string; facts?: Record<string, string> };
  if (answer.status === 429) throw new LinkRefusal("too-many");
  throw new LinkRefusal(facts === undefined ? "fault" : null, field, facts);
}
