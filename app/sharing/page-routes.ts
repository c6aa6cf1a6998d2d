import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { invalid } from "#lib/kernel/problem.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { LANGUAGE_CODES } from "#asks/wordings/talk-languages.ts";
import { mayChangeFor } from "#team/member.ts";
import type { NewsRow } from "./answer-store.ts";
import {
  asksFirst,
  changePage,
  getPage,
  newsFor,
  noteSeen,
  openAgain,
  pagesOf,
  sharePage,
  tellOnPage,
  withdrawPage,
  type PageWithAnswers,
} from "./page-actions.ts";
import type { PageLinks } from "./page-link-server.ts";
import {
  pageNewsView,
  sharedPagesView,
  sharedPageView,
  type PageNewsView,
  type SharedPageView,
} from "./page-view.ts";
import { pageStateOf } from "./shared-page.ts";

const words = {
  asked: z.string().nullable().optional(),
  whom: z.string().nullable().optional(),
  reason: z.string().nullable().optional().describe("Why it is worth their time"),
  subject: z.string().optional(),
  blurb: z.string().optional(),
  askFirst: z.boolean().optional().describe("The new contact agrees before names are joined"),
  days: z.int().optional().describe("How long it opens, from today"),
};

export function pageRoutes(api: Api, links: PageLinks): void {
  api.route(
    {
      method: "post",
      path: "/shared-pages",
      summary: "Make a page for the source of an ask or an introduction, which opens by its link alone.",
      scope: "write",
      body: z.object({
        askId: z.uuid().optional(),
        referralId: z.uuid().optional(),
        language: z.enum(LANGUAGE_CODES),
        ...words,
      }),
      answer: sharedPageView,
      status: 201,
    },
    async ({ tx, actor, body }) => viewOf(actor, links, await sharePage(tx, actor, body)),
  );
  api.route(
    {
      method: "get",
      path: "/shared-pages",
      summary: "The pages of an ask, or of an introduction, the newest first.",
      scope: "read",
      query: z.object({
        ask: z.uuid().optional(),
        referral: z.uuid().optional(),
        source: z.uuid().optional(),
      }),
      answer: sharedPagesView,
    },
    async ({ tx, actor, query }) => {
      const { ask, referral, source } = query;
      if ((ask === undefined) === (referral === undefined))
        throw invalid("name an ask or an introduction", "ask");
      const pages = await pagesOf(
        tx,
        ask === undefined ? { referralId: referral as string } : { askId: ask },
      );
      return {
        items: pages.map((page) => viewOf(actor, links, page)),
        asksFirst: source === undefined ? false : await asksFirst(tx, source),
      };
    },
  );
  api.route(
    {
      method: "get",
      path: "/shared-pages/{id}",
      summary: "A page with what was said on it.",
      scope: "read",
      params: idParam,
      answer: sharedPageView,
    },
    async ({ tx, actor, params }) => viewOf(actor, links, await getPage(tx, params.id)),
  );
  api.route(
    {
      method: "patch",
      path: "/shared-pages/{id}",
      summary: "Change what stands on a page, and how long it opens.",
      scope: "write",
      params: idParam,
      body: z.object(words),
      answer: sharedPageView,
    },
    async ({ tx, actor, params, body }) => viewOf(actor, links, await changePage(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "put",
      path: "/shared-pages/{id}/tellings/{referralId}",
      summary: "Tell on a page what became of one introduction, or tell nothing of it any more.",
      scope: "write",
      params: idParam.extend({ referralId: z.uuid() }),
      body: z.object({ tells: z.boolean(), told: z.string().nullable().optional() }),
      answer: sharedPageView,
    },
    async ({ tx, actor, params, body }) =>
      viewOf(actor, links, await tellOnPage(tx, actor, params.id, params.referralId, body)),
  );
  api.route(
    {
      method: "put",
      path: "/shared-pages/{id}/withdrawal",
      summary: "Withdraw a page: its link opens nothing any more.",
      scope: "write",
      params: idParam,
      answer: sharedPageView,
    },
    async ({ tx, actor, params }) => viewOf(actor, links, await withdrawPage(tx, actor, params.id)),
  );
  api.route(
    {
      method: "delete",
      path: "/shared-pages/{id}/withdrawal",
      summary: "Open a withdrawn page again, under the same link.",
      scope: "write",
      params: idParam,
      answer: sharedPageView,
    },
    async ({ tx, actor, params }) => viewOf(actor, links, await openAgain(tx, actor, params.id)),
  );
  api.route(
    {
      method: "get",
      path: "/page-news",
      summary: "What was said on pages in a member's name and nobody has looked at yet.",
      scope: "read",
      query: z.object({ member: z.uuid().optional() }),
      answer: z.object({ items: z.array(pageNewsView) }),
    },
    async ({ tx, actor, query }) => {
      const rows = await newsFor(tx, query.member ?? actor.member.id);
      return { items: rows.map(newsOf) };
    },
  );
  api.route(
    {
      method: "put",
      path: "/page-news/{id}/seen",
      summary: "It was looked at.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => noteSeen(tx, actor, params.id, true),
  );
  api.route(
    {
      method: "delete",
      path: "/page-news/{id}/seen",
      summary: "It is to be looked at again.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => noteSeen(tx, actor, params.id, false),
  );
}

function viewOf(actor: Actor, links: PageLinks, page: PageWithAnswers): SharedPageView {
  const { said, became } = page;
  const mine = mayChangeFor(actor, { memberId: page.memberId, teamId: page.memberTeamId });
  return {
    id: page.id,
    sourceId: page.sourceId,
    sourceName: page.sourceName,
    memberId: page.memberId,
    memberName: page.memberName,
    memberTeamId: page.memberTeamId,
    askId: page.askId,
    referralId: page.referralId,
    language: page.language,
    asked: page.asked,
    whom: page.whom,
    reason: page.reason,
    subject: page.subject,
    blurb: page.blurb,
    askFirst: page.askFirst,
    untilDay: page.untilDay,
    asking: page.asking,
    became: became.map(({ referralId, contactName, level, introducedOn, state, tells, told }) => ({
      referralId,
      contactName,
      level,
      introducedOn,
      state,
      tells,
      told,
    })),
    state: pageStateOf(page, actor.today),
    link: mine ? links.linkTo(actor.workspace.id, page.id) : null,
    said: said.map(({ id, answer, untilDay, words: own, name, referralId, trouble, day, takenBackAt }) => ({
      id,
      answer,
      untilDay,
      words: own,
      name,
      referralId,
      trouble,
      day,
      takenBack: takenBackAt !== null,
    })),
  };
}

function newsOf(row: NewsRow): PageNewsView {
  const {
    id,
    answer,
    untilDay,
    words: own,
    name,
    trouble,
    day,
    sourceId,
    sourceName,
    askId,
    referralId,
  } = row;
  return { id, answer, untilDay, words: own, name, trouble, day, sourceId, sourceName, askId, referralId };
}
