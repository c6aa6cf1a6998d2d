import { z, type Api } from "#lib/http/api.ts";
import { dayAsked, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { invalid, Problem } from "#lib/kernel/problem.ts";
import { BUYING_ROLES } from "#people/standing.ts";
import { cardDueRoutes } from "./card-due-routes.ts";
import {
  lookAgain,
  lookAtLow,
  markEarned,
  passTalk,
  suggestTalkAgain,
  unmarkEarned,
} from "./card-follow-actions.ts";
import { SCORE_GROUPS } from "./nps.ts";
import { CARD_LANGUAGES, OCCASIONS } from "./questionnaire.ts";
import { cardOf, letterOf, resultsOfAll, templateOf } from "./report-answer-view.ts";
import { cardsWhere, getCard, openCardAgain, sendCard, withdrawCard } from "./report-card-actions.ts";
import { callCardBack, mailCard } from "./report-letter-actions.ts";
import { reportResults } from "./report-result-actions.ts";
import { changeTemplate, templatesHere } from "./report-template-actions.ts";
import {
  questionnaireShape,
  reportCardView,
  reportLetterView,
  resultsView,
  templateView,
  whyNoTalk,
  wholeCardView,
} from "./report-view.ts";
import { wholeViewOf, type ReportDoors } from "./whole-card-actions.ts";

const SCORES = {
  detractor: { least: 0, most: 6 },
  passive: { least: 7, most: 8 },
  promoter: { least: 9, most: 10 },
} as const;

export function reportRoutes(api: Api, doors: ReportDoors): void {
  templates(api);
  cards(api, doors);
  follows(api, doors);
  cardDueRoutes(api);
}

function templates(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/report-templates",
      summary: "What report cards ask: one questionnaire for each occasion and language.",
      scope: "read",
      answer: z.object({ items: z.array(templateView) }),
    },
    async ({ tx }) => ({ items: (await templatesHere(tx)).map(templateOf) }),
  );
  api.route(
    {
      method: "put",
      path: "/report-templates/{occasion}/{language}",
      summary:
        "Change what cards ask that are sent from now on: 5 to 10 questions, exactly one of them from 0 to 10. Cards that were sent keep theirs.",
      scope: "admin",
      params: z.object({ occasion: z.enum(OCCASIONS), language: z.enum(CARD_LANGUAGES) }),
      body: questionnaireShape,
      answer: templateView,
    },
    async ({ tx, actor, params, body }) => templateOf(await changeTemplate(tx, actor, params, body)),
  );
}

function cards(api: Api, doors: ReportDoors): void {
  api.route(
    {
      method: "post",
      path: "/report-cards",
      summary: "Make a report card for one contact: a link of theirs, which opens without signing in.",
      scope: "write",
      body: z.object({
        personId: z.uuid(),
        occasion: z.enum(OCCASIONS).default("half-yearly"),
        language: z.enum(CARD_LANGUAGES).optional().describe("Not said: that of the country they are in"),
        days: z.int().optional().describe("How long it opens"),
      }),
      answer: wholeCardView,
      status: 201,
    },
    async ({ tx, actor, body }) => wholeViewOf(tx, actor, await sendCard(tx, actor, body), doors),
  );
  api.route(
    {
      method: "get",
      path: "/report-cards",
      summary:
        "Report cards, the last sent first; of a person, of an account, or those behind a number of the results.",
      scope: "read",
      query: listQuery.extend({
        person: z.uuid().optional(),
        account: z.uuid().optional(),
        from: dayAsked.optional().describe("Handed in on that day or later; with `to`"),
        to: dayAsked.optional(),
        group: z.enum(SCORE_GROUPS).optional(),
        role: z.enum([...BUYING_ROLES, "none"]).optional(),
      }),
      answer: pageOf(reportCardView),
    },
    async ({ tx, actor, query }) => {
      const { person, account, from, to, group, role } = query;
      if ((from === undefined) !== (to === undefined)) throw invalid("`from` and `to` go together", "from");
      const filter = {
        ...(from !== undefined && to !== undefined && { handedIn: { from, to } }),
        ...(group !== undefined && { scores: SCORES[group] }),
        ...(role !== undefined && { role }),
      };
      const { items, nextCursor } = await cardsWhere(
        tx,
        { personId: person, accountId: account, ...filter },
        query.cursor,
        query.limit,
      );
      return { items: items.map((each) => cardOf(each, actor)), nextCursor };
    },
  );
  api.route(
    {
      method: "get",
      path: "/report-results",
      summary:
        "What report cards say: the NPS of the last year with its interval, by quarter and by part in buying.",
      scope: "read",
      query: z.object({ account: z.uuid().optional() }),
      answer: resultsView,
    },
    async ({ tx, actor, query }) => resultsOfAll(await reportResults(tx, actor, query.account)),
  );
  api.route(
    {
      method: "get",
      path: "/report-cards/{id}",
      summary: "A report card with what it asks, what was said, and the letter that brings it.",
      scope: "read",
      params: idParam,
      answer: wholeCardView,
    },
    async ({ tx, actor, params }) => wholeViewOf(tx, actor, await getCard(tx, params.id), doors),
  );
  api.route(
    {
      method: "put",
      path: "/report-cards/{id}/withdrawal",
      summary: "Its link opens nothing any more, and says so.",
      scope: "write",
      params: idParam,
      answer: wholeCardView,
    },
    async ({ tx, actor, params }) => wholeViewOf(tx, actor, await withdrawCard(tx, actor, params.id), doors),
  );
  api.route(
    {
      method: "delete",
      path: "/report-cards/{id}/withdrawal",
      summary: "The link that was sent opens again.",
      scope: "write",
      params: idParam,
      answer: wholeCardView,
    },
    async ({ tx, actor, params }) => wholeViewOf(tx, actor, await openCardAgain(tx, actor, params.id), doors),
  );
  api.route(
    {
      method: "post",
      path: "/report-cards/{id}/letters",
      summary: "Send a report card by mail, after a look at the letter. It leaves at most once.",
      scope: "write",
      params: idParam,
      body: z.object({
        to: z.string().max(254).describe("One of the contact's addresses"),
        subject: z.string(),
        text: z.string().describe("With the link in it"),
      }),
      answer: reportLetterView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => {
      const { links, messageIds, mail } = doors;
      if (!mail)
        throw new Problem(
          "unavailable",
          "this installation sends no mail (SMTP_URL is not set): open the letter in your own mail program",
        );
      const link = links.linkTo(tx.workspaceId, params.id);
      return letterOf(await mailCard(tx, actor, params.id, body, { link, messageIds }));
    },
  );
  api.route(
    {
      method: "delete",
      path: "/report-letters/{id}",
      summary: "Call a letter back that has not left yet.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => callCardBack(tx, actor, params.id),
  );
}

function follows(api: Api, doors: ReportDoors): void {
  const of = z.object({ id: z.uuid(), questionId: z.string().max(40) });
  api.route(
    {
      method: "put",
      path: "/report-cards/{id}/look",
      summary: "Somebody saw to what a low number says. The issue stays open until it is settled.",
      scope: "write",
      params: idParam,
      answer: wholeCardView,
    },
    async ({ tx, actor, params }) => wholeViewOf(tx, actor, await lookAtLow(tx, actor, params.id), doors),
  );
  api.route(
    {
      method: "delete",
      path: "/report-cards/{id}/look",
      summary: "Nobody has seen to it after all.",
      scope: "write",
      params: idParam,
      answer: wholeCardView,
    },
    async ({ tx, actor, params }) => wholeViewOf(tx, actor, await lookAgain(tx, actor, params.id), doors),
  );
  api.route(
    {
      method: "put",
      path: "/report-cards/{id}/talk-refused",
      summary: "The talk that a high number suggests is refused, and why.",
      scope: "write",
      params: idParam,
      body: whyNoTalk,
      answer: wholeCardView,
    },
    async ({ tx, actor, params, body }) =>
      wholeViewOf(tx, actor, await passTalk(tx, actor, params.id, body.why), doors),
  );
  api.route(
    {
      method: "delete",
      path: "/report-cards/{id}/talk-refused",
      summary: "The talk is suggested again.",
      scope: "write",
      params: idParam,
      answer: wholeCardView,
    },
    async ({ tx, actor, params }) =>
      wholeViewOf(tx, actor, await suggestTalkAgain(tx, actor, params.id), doors),
  );
  api.route(
    {
      method: "put",
      path: "/report-cards/{id}/answers/{questionId}/earned",
      summary: "What they wrote is their word that the right to ask was earned.",
      scope: "write",
      params: of,
      answer: wholeCardView,
    },
    async ({ tx, actor, params: { id, questionId } }) =>
      wholeViewOf(tx, actor, await markEarned(tx, actor, id, questionId), doors),
  );
  api.route(
    {
      method: "delete",
      path: "/report-cards/{id}/answers/{questionId}/earned",
      summary: "It was not their word for that.",
      scope: "write",
      params: of,
      answer: wholeCardView,
    },
    async ({ tx, actor, params: { id, questionId } }) =>
      wholeViewOf(tx, actor, await unmarkEarned(tx, actor, id, questionId), doors),
  );
}
