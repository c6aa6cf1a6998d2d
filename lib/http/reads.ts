import { z } from "@hono/zod-openapi";
import { invalid } from "#lib/kernel/problem.ts";
import { remembering } from "#lib/storage/remembering.ts";
import { API_PREFIX, type Api } from "./api.ts";
import { visitOf, withinVisit } from "./visit.ts";

const MOST_READS = 30;

/** What a screen wants to know at once, asked in one request and answered in one transaction. */
export function readsRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/reads",
      summary:
        "Answers several reads in one transaction: each path, below this API, as if it were asked alone.",
      scope: "read",
      query: z.object({
        of: z.union([z.string(), z.array(z.string()).max(MOST_READS)]).openapi({
          description: `A path with its query, such as /people?limit=20; may stand up to ${MOST_READS} times.`,
        }),
      }),
      answer: z.object({
        answers: z.array(z.object({ status: z.int(), body: z.unknown() })).openapi({
          description: "In the order of the question: the status and the JSON of each answer.",
        }),
      }),
    },
    async ({ query, request, identity, actor, tx }) => {
      if (visitOf(request)) throw invalid("/reads does not read itself", "of");
      // What stands about somebody is asked for by several of the paths.
      const visit = { identity, actor, tx: remembering(tx) };
      const paths = typeof query.of === "string" ? [query.of] : query.of;
      const requests = paths.map((path) => withinVisit(requestFor(path, request), visit));
      const answers = await Promise.all(requests.map(async (each) => api.hono.fetch(each)));
      const odd = answers.findIndex((answer) => !isJson(answer));
      if (odd >= 0) throw invalid(`${paths[odd]} does not answer in JSON; ask for it alone`, "of");
      return {
        answers: await Promise.all(
          answers.map(async (answer) => ({ status: answer.status, body: await answer.json() })),
        ),
      };
    },
  );
}

/** Throws Problem invalid for anything but a path below the API. */
function requestFor(path: string, within: Request): Request {
  const address = URL.parse(API_PREFIX + path, within.url);
  if (!path.startsWith("/") || !address?.pathname.startsWith(`${API_PREFIX}/`))
    throw invalid(`"${path}" is not a path below this API; write it like /people?limit=20`, "of");
  return new Request(address, { signal: within.signal });
}

function isJson(answer: Response): boolean {
  return /^application\/(problem\+)?json/.test(answer.headers.get("content-type") ?? "");
}
