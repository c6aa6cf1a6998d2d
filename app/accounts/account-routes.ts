import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { ACCOUNT_KINDS } from "./account.ts";
import { addAccount, changeAccount, getAccount, nameAccount } from "./account-actions.ts";
import { listAccounts } from "./account-list-store.ts";
import { accountView, viewOf } from "./account-view.ts";
import { handoverRoutes } from "./handover-routes.ts";

const facts = z.object({
  name: z.string(),
  kind: z.enum(ACCOUNT_KINDS).default("prospect"),
  industry: z.string().nullable().default(null),
  employees: z.number().nullable().default(null),
  website: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
  city: z.string().nullable().default(null),
  country: z.string().nullable().default(null),
  note: z.string().nullable().default(null),
  holderId: z.uuid().nullable().default(null),
});
const changes = z.object({
  name: z.string().optional(),
  kind: z.enum(ACCOUNT_KINDS).optional(),
  industry: z.string().nullable().optional(),
  employees: z.number().nullable().optional(),
  website: z.string().nullable().optional(),
  phone: z.string().nullable().optional(),
  city: z.string().nullable().optional(),
  country: z.string().nullable().optional(),
  note: z.string().nullable().optional(),
  holderId: z.uuid().nullable().optional(),
});

export function accountRoutes(api: Api): void {
  handoverRoutes(api);
  api.route(
    {
      method: "get",
      path: "/accounts",
      summary: "Accounts by name, a page at a time.",
      scope: "read",
      query: listQuery.extend({
        kind: z.enum(ACCOUNT_KINDS).optional(),
        holder: z.uuid().optional(),
        named: z.stringbool().optional(),
        q: z.string().max(200).optional(),
      }),
      answer: pageOf(accountView),
    },
    async ({ tx, query }) => {
      const filter = { kind: query.kind, holderId: query.holder, named: query.named, q: query.q };
      const page = await listAccounts(tx, filter, query.cursor, query.limit);
      return { ...page, items: page.items.map(viewOf) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/accounts",
      summary: "Add an account.",
      scope: "write",
      body: facts,
      answer: accountView,
      status: 201,
    },
    async ({ tx, actor, body }) => viewOf(await addAccount(tx, actor, body)),
  );
  api.route(
    {
      method: "get",
      path: "/accounts/{id}",
      summary: "One account.",
      scope: "read",
      params: idParam,
      answer: accountView,
    },
    async ({ tx, params }) => viewOf(await getAccount(tx, params.id)),
  );
  api.route(
    {
      method: "patch",
      path: "/accounts/{id}",
      summary: "Change what is known of an account; what is not named stays.",
      scope: "write",
      params: idParam,
      body: changes,
      answer: accountView,
    },
    async ({ tx, actor, params, body }) => viewOf(await changeAccount(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "put",
      path: "/accounts/{id}/named",
      summary: "Put an account on the pursuit list.",
      scope: "write",
      params: idParam,
      answer: accountView,
    },
    async ({ tx, actor, params }) => viewOf(await nameAccount(tx, actor, params.id, true)),
  );
  api.route(
    {
      method: "delete",
      path: "/accounts/{id}/named",
      summary: "Take an account off the pursuit list.",
      scope: "write",
      params: idParam,
      answer: accountView,
    },
    async ({ tx, actor, params }) => viewOf(await nameAccount(tx, actor, params.id, false)),
  );
}
