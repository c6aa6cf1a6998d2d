import type { Page } from "#lib/kernel/page.ts";
import { read } from "#lib/web/api.ts";
import type { Command } from "#lib/web/page.ts";

export interface Tool {
  id: string;
  name: string;
  shelf: string;
  lent: number;
  days: number;
}

const KINDS = ["Ladder", "Drill", "Saw", "Level", "Jack", "Plane", "Vice", "Torch", "Anvil", "Wheelbarrow"];
const TOOLS: readonly Tool[] = Array.from({ length: 400 }, (_, at) => ({
  id: String(at),
  name: `${KINDS[at % KINDS.length]} no. ${at + 1}`,
  shelf: `Shelf ${(at % 7) + 1}`,
  lent: (at * 37) % 91,
  days: (at * 13) % 29,
}));

/** The gallery has no server: its few addresses are answered in the page. */
export function answerHere(): void {
  const network = globalThis.fetch;
  globalThis.fetch = async (asked, init) => {
    const url = new URL(asked instanceof Request ? asked.url : asked, location.href);
    if (!url.pathname.startsWith("/api/v1/")) return await network(asked, init);
    if (!navigator.onLine) throw new TypeError("Failed to fetch");
    return await answer(url, init?.method ?? "GET");
  };
}

/** Tools whose name holds what was typed. */
export async function findTools(typed: string, signal: AbortSignal): Promise<Tool[]> {
  return (await read<Page<Tool>>("/tools", { q: typed, limit: 6 }, signal)).items;
}

export async function toolCommands(typed: string, signal: AbortSignal): Promise<Command[]> {
  if (typed === "") return [];
  const tools = await findTools(typed, signal);
  return tools.map((tool) => ({ id: tool.id, label: tool.name, hint: tool.shelf, to: "/long" }));
}

async function answer(url: URL, method: string): Promise<Response> {
  if (url.pathname === "/api/v1/reads") return await together(url.searchParams.getAll("of"));
  if (url.pathname === "/api/v1/me") return Response.json({ member: { id: "the keeper of the tools" } });
  if (url.pathname === "/api/v1/tools" && method === "GET") return Response.json(toolsFor(url.searchParams));
  if (url.pathname === "/api/v1/private") return problem(401, "not-signed-in", "Sign in first.", undefined);
  if (url.pathname === "/api/v1/loans")
    return problem(422, "invalid", "The saw is lent until Thursday. Choose a later day.", "day");
  return problem(404, "not-found", "No such tool here. It may have been given away; search for it again.");
}

async function together(paths: readonly string[]): Promise<Response> {
  const answers = paths.map(async (path) => {
    const alone = await answer(new URL(`/api/v1${path}`, location.href), "GET");
    return { status: alone.status, body: (await alone.json()) as unknown };
  });
  return Response.json({ answers: await Promise.all(answers) });
}

function toolsFor(query: URLSearchParams): Page<Tool> {
  const q = (query.get("q") ?? "").toLowerCase();
  const limit = Number(query.get("limit") ?? 50);
  const from = Number(query.get("cursor") ?? 0);
  const all = TOOLS.filter((tool) => tool.name.toLowerCase().includes(q));
  return {
    items: all.slice(from, from + limit),
    nextCursor: from + limit < all.length ? String(from + limit) : null,
  };
}

function problem(status: number, kind: string, detail: string, field?: string): Response {
  return Response.json({ kind, status, detail, field }, { status });
}
