import { viewOf as accountViewOf } from "#accounts/account-view.ts";
import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import {
  accountsWhichMayBe,
  likelyPairs,
  forgetTellingApart,
  peopleWhoMayBe,
  tellApart,
} from "./duplicate-actions.ts";
import { mergesOf, mergeTwo, unmerge, type MergeSeen } from "./merge-actions.ts";
import { viewOf as personViewOf } from "./person-view.ts";
import { mergeView, type MergeView, likePerson, likeAccount, likelyPair, all, pair } from "./merge-view.ts";

export function mergeRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/people/{id}/duplicates",
      summary: "People who may be the same, with the reasons; without those told apart.",
      scope: "read",
      params: idParam,
      answer: all(likePerson),
    },
    async ({ tx, params }) => {
      const found = await peopleWhoMayBe(tx, params.id);
      return {
        items: found.map((each) => ({ ...each, person: personViewOf(each.person) })),
        nextCursor: null,
      };
    },
  );
  api.route(
    {
      method: "get",
      path: "/accounts/{id}/duplicates",
      summary: "Accounts that may be the same, with the reasons; without those told apart.",
      scope: "read",
      params: idParam,
      answer: all(likeAccount),
    },
    async ({ tx, params }) => {
      const found = await accountsWhichMayBe(tx, params.id);
      return {
        items: found.map((each) => ({ ...each, account: accountViewOf(each.account) })),
        nextCursor: null,
      };
    },
  );
  api.route(
    {
      method: "get",
      path: "/duplicates",
      summary: "People, or accounts, that may be written down twice, pair by pair, with the reasons.",
      scope: "read",
      query: listQuery.extend({ kind: z.enum(["person", "account"]).default("person") }),
      answer: pageOf(likelyPair),
    },
    async ({ tx, query }) => likelyPairs(tx, query.kind, query.cursor, query.limit),
  );
  api.route(
    {
      method: "post",
      path: "/merges",
      summary: "Make two records one: the merged one answers to the kept one from now on.",
      scope: "write",
      body: z.object({ kind: z.enum(["person", "account"]), keptId: z.uuid(), mergedId: z.uuid() }),
      answer: mergeView,
      status: 201,
    },
    async ({ tx, actor, body }) => viewOf(await mergeTwo(tx, actor, body)),
  );
  api.route(
    {
      method: "get",
      path: "/merges",
      summary: "What was merged into a person or an account and can be taken back, the latest first.",
      scope: "read",
      query: z.object({ of: z.uuid() }),
      answer: all(mergeView),
    },
    async ({ tx, query }) => ({ items: (await mergesOf(tx, query.of)).map(viewOf), nextCursor: null }),
  );
  api.route(
    {
      method: "delete",
      path: "/merges/{id}",
      summary: "Take a merge back: two records again, each with its own.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => unmerge(tx, actor, params.id),
  );
  api.route(
    {
      method: "post",
      path: "/tellings-apart",
      summary: "These two people, or accounts, are two different ones: do not suggest them again.",
      scope: "write",
      body: pair,
      answer: pair,
      status: 201,
    },
    async ({ tx, actor, body }) => {
      await tellApart(tx, actor, body.oneId, body.otherId);
      return body;
    },
  );
  api.route(
    {
      method: "delete",
      path: "/tellings-apart/{oneId}/{otherId}",
      summary: "They may be the same after all.",
      scope: "write",
      params: pair,
    },
    async ({ tx, params }) => forgetTellingApart(tx, params.oneId, params.otherId),
  );
}

function viewOf(merge: MergeSeen): MergeView {
  const { id, kind, keptId, mergedId, mergedName } = merge;
  return { id, kind, keptId, mergedId, mergedName, at: merge.at.toISOString() };
}
