import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import type { OurAddress } from "#lib/mail/our-address.ts";
import {
  addFromMail,
  askAgain,
  letQuestionsBe,
  ignoreMail,
  mailQuestionsOf,
  mailDoorOf,
  mailOf,
  renewMailDoor,
  sayKeepsWords,
  trustMail,
  undoAddition,
  undoMail,
  type MailDoor,
} from "./mail-actions.ts";
import {
  additionBody,
  arrivedMailOf,
  arrivedMailView,
  mailDoorView,
  mailQuestionsView,
  openedAgainBody,
  settledMailView,
  type MailDoorView,
} from "./mail-view.ts";

/** `own` is null while no mail comes in. */
export function mailRoutes(api: Api, own: OurAddress | null): void {
  const viewOf = ({ token, keepsWords }: MailDoor): MailDoorView => ({
    address: own && token ? own.withToken(token) : null,
    opens: own !== null,
    keepsWords,
  });
  api.route(
    {
      method: "get",
      path: "/mail-address",
      summary: "Your own address for copies and forwarded mail.",
      scope: "read",
      answer: mailDoorView,
    },
    async ({ tx, actor }) => viewOf(await mailDoorOf(tx, actor)),
  );
  api.route(
    {
      method: "post",
      path: "/mail-address",
      summary: "A new address of your own; what is sent to the one before is refused from now on.",
      scope: "write",
      answer: mailDoorView,
      status: 201,
    },
    async ({ tx, actor }) => viewOf(await renewMailDoor(tx, actor)),
  );
  api.route(
    {
      method: "put",
      path: "/mail-address/words",
      summary: "Whether the words of your mail are kept. Switched off, those that were kept are gone.",
      scope: "write",
      body: z.object({ keeps: z.boolean() }),
      answer: mailDoorView,
    },
    async ({ tx, actor, body }) => viewOf(await sayKeepsWords(tx, actor, body.keeps)),
  );
  api.route(
    {
      method: "get",
      path: "/arrived-mail",
      summary:
        "Mail that came to your address, and what became of it; the latest first, of the last three months.",
      scope: "read",
      query: listQuery.extend({ questions: z.literal("true").optional().describe("Only those put to you") }),
      answer: pageOf(arrivedMailView),
    },
    async ({ tx, actor, query }) => {
      const { cursor, limit, questions } = query;
      const page = await mailOf(tx, actor, { cursor, limit, questions: questions === "true" });
      return { ...page, items: page.items.map(arrivedMailOf) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/mail-questions",
      summary: "How many messages that came to your address wait for a word of yours.",
      scope: "read",
      answer: mailQuestionsView,
    },
    async ({ tx, actor }) => ({ waiting: await mailQuestionsOf(tx, actor) }),
  );
  api.route(
    {
      method: "put",
      path: "/mail-questions/let-be",
      summary: "Nothing is to be done about any message that waits for a word of yours.",
      scope: "write",
      answer: settledMailView,
    },
    async ({ tx, actor }) => ({ ids: await letQuestionsBe(tx, actor) }),
  );
  api.route(
    {
      method: "put",
      path: "/mail-questions/open",
      summary: "What you let be is put to you again.",
      scope: "write",
      body: openedAgainBody,
      answer: settledMailView,
    },
    async ({ tx, actor, body }) => ({ ids: await askAgain(tx, actor, body.ids) }),
  );
  const ofMail = { params: idParam, answer: arrivedMailView, scope: "write" } as const;
  api.route(
    {
      method: "put",
      path: "/arrived-mail/{id}/trusted",
      summary: "It is yours, or to be acted on after all: log it with everybody in it whom we know.",
      ...ofMail,
    },
    async ({ tx, actor, params }) => arrivedMailOf(await trustMail(tx, actor, params.id)),
  );
  api.route(
    {
      method: "put",
      path: "/arrived-mail/{id}/ignored",
      summary: "Nothing is to be done about it.",
      ...ofMail,
    },
    async ({ tx, actor, params }) => arrivedMailOf(await ignoreMail(tx, actor, params.id)),
  );
  api.route(
    {
      method: "post",
      path: "/arrived-mail/{id}/people",
      summary: "Add somebody whom a message names, and log it with them; or as an introduction by a source.",
      ...ofMail,
      body: additionBody,
      status: 201,
    },
    async ({ tx, actor, params, body }) => arrivedMailOf(await addFromMail(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/arrived-mail/{id}/people/{personId}",
      summary: "Take back that somebody whom a message names was added; what else it brought about stays.",
      params: idParam.extend({ personId: z.uuid() }),
      answer: arrivedMailView,
      scope: "write",
    },
    async ({ tx, actor, params }) => arrivedMailOf(await undoAddition(tx, actor, params.id, params.personId)),
  );
  api.route(
    {
      method: "delete",
      path: "/arrived-mail/{id}/effects",
      summary: "Take back all that a message brought about.",
      params: idParam,
      scope: "write",
    },
    async ({ tx, actor, params }) => void (await undoMail(tx, actor, params.id)),
  );
}
