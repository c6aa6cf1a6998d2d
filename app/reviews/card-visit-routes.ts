import { z, type Api } from "#lib/http/api.ts";
import { linkDoor } from "#lib/http/link-door.ts";
import { callName } from "#people/call-name.ts";
import {
  answerQuestion,
  handInCard,
  lookAtCard,
  takeBackCard,
  type CardVisit,
} from "./card-visit-actions.ts";
import type { CardLinks } from "./report-link-server.ts";
import { changeUntil, mayBeChanged } from "./report-card.ts";
import { saidToQuestion, visitedCardView, type VisitedCardView } from "./report-view.ts";

const WRITES_AN_HOUR = 300;

/** For whoever holds a card's link, without signing in. */
export function cardVisitRoutes(api: Api, links: CardLinks): void {
  const { database } = api.options;
  const door = { database, links };
  const { look, write } = linkDoor(database, { name: "report card", writesAnHour: WRITES_AN_HOUR });
  api.open(
    {
      method: "get",
      path: "/visited-report-card",
      summary: "What a report card asks, and what was said so far. Nothing is changed by reading.",
      answer: visitedCardView,
      link: true,
    },
    async ({ request, now }) => viewOf(await lookAtCard(door, await look(request, now), now)),
  );
  api.open(
    {
      method: "put",
      path: "/visited-report-card/answers/{questionId}",
      summary:
        "Save what is said to one question; nothing of it clears the answer. The same again changes nothing.",
      params: z.object({ questionId: z.string().max(40) }),
      body: saidToQuestion,
      answer: visitedCardView,
      link: true,
    },
    async ({ request, params, body, now }) => {
      const { score = null, choice = null, words = null } = body;
      const { questionId } = params;
      const token = await write(request, now);
      return viewOf(await answerQuestion(door, token, { questionId, score, choice, words }, now));
    },
  );
  api.open(
    {
      method: "put",
      path: "/visited-report-card/handed-in",
      summary: "Hand it in: it counts from here on, once.",
      answer: visitedCardView,
      link: true,
    },
    async ({ request, now }) => viewOf(await handInCard(door, await write(request, now), now)),
  );
  api.open(
    {
      method: "delete",
      path: "/visited-report-card/handed-in",
      summary: "Take it back: it does not count, and the answers stay.",
      answer: visitedCardView,
      link: true,
    },
    async ({ request, now }) => viewOf(await takeBackCard(door, await write(request, now), now)),
  );
}

function viewOf({ card, actor }: CardVisit): VisitedCardView {
  const { language, memberName, personName, asks, said, handedInOn, untilDay } = card;
  const name = personName ?? "";
  return {
    language,
    repName: memberName,
    workspaceName: actor.workspace.name,
    personName: language === "de" ? name : callName(name),
    asks: {
      title: asks.title,
      questions: asks.questions.map((each) => ({ ...each, options: [...each.options] })),
    },
    said: said.map(({ questionId, score, choice, words }) => ({ questionId, score, choice, words })),
    handedInOn,
    mayChange: mayBeChanged(card, actor.today),
    changeUntil: changeUntil(card),
    untilDay,
  };
}
