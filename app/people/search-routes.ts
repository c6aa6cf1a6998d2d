import { z, type Api } from "#lib/http/api.ts";
import { search } from "./search-actions.ts";
import { found } from "./search-view.ts";

export function searchRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/search",
      summary:
        "The best few people and accounts for what was typed; for nothing typed the people dealt with last.",
      scope: "read",
      query: z.object({
        q: z.string().max(200).default(""),
        only: z.enum(["people", "accounts"]).optional(),
        limit: z.coerce.number().int().min(1).max(50).default(8),
      }),
      answer: found,
    },
    async ({ tx, actor, query: { q, only, limit } }) => {
      const { people, accounts } = await search(tx, actor, {
        q,
        limit,
        people: only !== "accounts",
        accounts: only !== "people",
      });
      return {
        people: people.map(({ id, fullName, title, accountId, accountName }) => ({
          id,
          fullName,
          title,
          accountId,
          accountName,
        })),
        accounts,
      };
    },
  );
}
