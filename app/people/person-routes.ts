import { ACCOUNT_KINDS } from "#accounts/account.ts";
import { sameAccountIds } from "#accounts/account-actions.ts";
import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { ACQUAINTANCE_KINDS } from "./acquaintance.ts";
import { sayAcquainted } from "./acquaintance-actions.ts";
import { BASES } from "./origin.ts";
import { addPerson, changePerson, getPerson, originsOf } from "./person-actions.ts";
import { listPeople } from "./person-list-store.ts";
import { originView, personView, viewOf } from "./person-view.ts";

const text = z.string().nullable().optional();
const changes = z.object({
  fullName: z.string().optional(),
  givenName: text,
  familyName: text,
  title: text,
  accountId: z.uuid().nullable().optional(),
  accountName: text.describe(
    "Instead of accountId: the account of this name, added as a prospect if there is none",
  ),
  emails: z.array(z.string()).optional(),
  phones: z.array(z.string()).optional(),
  linkedinUrl: text,
  city: text,
  country: text,
  note: text,
  holderId: z.uuid().nullable().optional(),
});
const facts = changes.extend({
  origin: z
    .object({ detail: z.string().max(300).optional(), basis: z.enum(BASES).optional() })
    .optional()
    .describe("Where this comes from, in words, and on what ground it is kept"),
  acquaintance: z.enum(ACQUAINTANCE_KINDS).optional().describe("You know them as that"),
  id: z
    .uuid({ version: "v7" })
    .optional()
    .describe("Made by whoever writes, so that what is written next can name them before this has arrived"),
});

export function personRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/people",
      summary: "People by family name, a page at a time; with q the best matches first.",
      scope: "read",
      query: listQuery.extend({
        account: z.uuid().optional(),
        kind: z.enum(ACCOUNT_KINDS).optional().describe("Of the account where they work"),
        holder: z.uuid().optional(),
        q: z.string().max(200).optional(),
      }),
      answer: pageOf(personView),
    },
    async ({ tx, query }) => {
      const accountIds = query.account && (await sameAccountIds(tx, query.account));
      const filter = {
        accountIds: accountIds || undefined,
        accountKind: query.kind,
        holderId: query.holder,
        q: query.q,
      };
      const page = await listPeople(tx, filter, query.cursor, query.limit);
      return { ...page, items: page.items.map(viewOf) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/people",
      summary: "Add a person.",
      scope: "write",
      body: facts,
      answer: personView,
      status: 201,
    },
    async ({ tx, actor, body: { origin, acquaintance, ...said }, identity }) => {
      const cameFrom = identity.via === "key" ? "api" : "typed";
      const person = await addPerson(tx, actor, said, { cameFrom, ...origin });
      if (acquaintance) await sayAcquainted(tx, actor, person.id, acquaintance);
      return viewOf(person);
    },
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}",
      summary: "One person; the id of somebody merged answers the person they were merged into.",
      scope: "read",
      params: idParam,
      answer: personView,
    },
    async ({ tx, params }) => viewOf(await getPerson(tx, params.id)),
  );
  api.route(
    {
      method: "patch",
      path: "/people/{id}",
      summary:
        "Change what is known of a person; what is not named stays. Another account is a change of employer as of today.",
      scope: "write",
      params: idParam,
      body: changes,
      answer: personView,
    },
    async ({ tx, actor, params, body }) => viewOf(await changePerson(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/origins",
      summary: "Where what we know of somebody came from, and on what ground it is kept.",
      scope: "read",
      params: idParam,
      answer: z.object({ items: z.array(originView), nextCursor: z.null() }),
    },
    async ({ tx, params }) => {
      const origins = await originsOf(tx, params.id);
      return { items: origins.map((each) => ({ ...each, at: each.at.toISOString() })), nextCursor: null };
    },
  );
}
