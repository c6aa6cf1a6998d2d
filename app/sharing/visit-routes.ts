import { z, type Api } from "#lib/http/api.ts";
import { linkDoor } from "#lib/http/link-door.ts";
import { idParam } from "#lib/http/shapes.ts";
import type { PageLinks } from "./page-link-server.ts";
import { answerOnPage, askFirstOnPage, lookAtPage, takeBackOnPage, type Visit } from "./visit-actions.ts";
import { saidOnPage, visitView, type VisitView } from "./visit-view.ts";

/** For whoever holds a link, without signing in. */
export function visitRoutes(api: Api, links: PageLinks): void {
  const { database } = api.options;
  const lobby = { database, links };
  const { look, write } = linkDoor(database, { name: "page" });
  api.open(
    {
      method: "get",
      path: "/visited-page",
      summary: "What stands on a page. Nothing is changed by reading.",
      answer: visitView,
      link: true,
    },
    async ({ request, now }) => viewOf(await lookAtPage(lobby, await look(request, now), now)),
  );
  api.open(
    {
      method: "post",
      path: "/visited-page/answers",
      summary: "Say something on a page. The same said again changes nothing.",
      body: saidOnPage,
      answer: visitView,
      link: true,
    },
    async ({ request, body, now }) => viewOf(await answerOnPage(lobby, await write(request, now), body, now)),
  );
  api.open(
    {
      method: "delete",
      path: "/visited-page/answers/{id}",
      summary: "Take back what was said on a page.",
      params: idParam,
      answer: visitView,
      link: true,
    },
    async ({ request, params, now }) =>
      viewOf(await takeBackOnPage(lobby, await write(request, now), params.id, now)),
  );
  api.open(
    {
      method: "post",
      path: "/visited-page/asked-first",
      summary: "Make a page for somebody whom the source asks before names are joined.",
      body: z.object({ text: z.string() }),
      answer: visitView,
      link: true,
    },
    async ({ request, body, now }) =>
      viewOf(await askFirstOnPage(lobby, await write(request, now), body, now)),
  );
}

function viewOf({ page, workspaceName, today, may, said, asking, became }: Visit): VisitView {
  const { kind, language, memberName, sourceName, asked, whom, reason, subject, blurb, askFirst, untilDay } =
    page;
  return {
    kind,
    language,
    repName: memberName,
    workspaceName,
    sourceName,
    asked,
    whom,
    reason,
    subject,
    blurb,
    askFirst,
    today,
    untilDay,
    may,
    said: said.map(({ id, answer, untilDay: until, name }) => ({ id, answer, untilDay: until, name })),
    asking,
    became: became.flatMap(({ contactName, introducedOn, state, stateDay, tells, told }) =>
      tells && introducedOn !== null ? [{ name: contactName, introducedOn, state, stateDay, told }] : [],
    ),
  };
}
