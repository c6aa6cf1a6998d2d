import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { Problem } from "#lib/kernel/problem.ts";
import {
  callLetterBack,
  getLetter,
  lettersOfReferral,
  sayLetterArrived,
  sendAnswer,
} from "./answer-letter-actions.ts";
import { draftFirstResponse } from "./first-response-actions.ts";
import {
  answerLetterView,
  answerLetterViewOf,
  firstResponseView,
  firstResponseViewOf,
} from "./first-response-view.ts";

/** `mail`: whether this installation can send any. */
export function answerLetterRoutes(api: Api, { mail }: { mail: boolean }): void {
  api.route(
    {
      method: "get",
      path: "/referrals/{id}/first-response",
      summary:
        "A draft of the reply to an introduction, with what the contact agreed to and what the law of their country wants. Not legal advice.",
      scope: "read",
      params: idParam,
      answer: firstResponseView,
    },
    async ({ tx, actor, params }) =>
      firstResponseViewOf(await draftFirstResponse(tx, actor, params.id), mail),
  );
  api.route(
    {
      method: "post",
      path: "/referrals/{id}/answer-letters",
      summary:
        "Send the first answer to an introduction by mail, after a look at it: to the contact, the source in bcc, answers to you. It counts as answered once the mail server took it.",
      scope: "write",
      params: idParam,
      body: z.object({
        to: z.string().max(254).describe("One of the contact's addresses"),
        copyToSource: z.boolean().default(true),
        subject: z.string(),
        text: z.string(),
      }),
      answer: answerLetterView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => {
      if (!mail)
        throw new Problem(
          "unavailable",
          "this installation sends no mail (SMTP_URL is not set): open the draft in your own mail program",
        );
      return answerLetterViewOf(await sendAnswer(tx, actor, params.id, body));
    },
  );
  api.route(
    {
      method: "get",
      path: "/referrals/{id}/answer-letters",
      summary: "The first answers that were sent, or were to be sent, from here; the latest first.",
      scope: "read",
      params: idParam,
      answer: z.object({ items: z.array(answerLetterView), nextCursor: z.null() }),
    },
    async ({ tx, params }) => ({
      items: (await lettersOfReferral(tx, params.id)).map(answerLetterViewOf),
      nextCursor: null,
    }),
  );
  api.route(
    {
      method: "get",
      path: "/answer-letters/{id}",
      summary: "What was written to a contact, to which address, and whether it has left.",
      scope: "read",
      params: idParam,
      answer: answerLetterView,
    },
    async ({ tx, params }) => answerLetterViewOf(await getLetter(tx, params.id)),
  );
  api.route(
    {
      method: "delete",
      path: "/answer-letters/{id}",
      summary: "Call a letter back that has not left yet. What has left stays: undo cannot bring it back.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => callLetterBack(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/answer-letters/{id}/arrived",
      summary: "A letter in doubt has arrived: it is the answer.",
      scope: "write",
      params: idParam,
      answer: answerLetterView,
    },
    async ({ tx, actor, params }) => answerLetterViewOf(await sayLetterArrived(tx, actor, params.id)),
  );
}
