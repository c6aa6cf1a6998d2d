import { z, type Api } from "#lib/http/api.ts";
import { textOf } from "#lib/http/body.ts";
import { linkDoor, TOO_MUCH } from "#lib/http/link-door.ts";
import { peerOf } from "#lib/http/peer.ts";
import { countOne } from "#lib/http/rate.ts";
import { idParam } from "#lib/http/shapes.ts";
import { outsideAddress } from "#lib/kernel/link-kinds.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { lettersOf } from "./letter-of-person-actions.ts";
import type { LetterDoors } from "./newsletter-routes.ts";
import { lettersOfPersonView } from "./newsletter-view.ts";
import { LETTER_LANGUAGES } from "./newsletter.ts";
import { liftResting, restAgain } from "./rest-actions.ts";
import {
  askForLetters,
  inviteToLetters,
  subscribeByLink,
  unsubscribeByLink,
  visitLetters,
  type Door,
} from "./subscription-actions.ts";
import { askedForLetters, letterVisitView } from "./subscription-view.ts";
import { letterVisitProblem } from "./visit-problem.ts";

const ONE_CLICK_BYTES = 2_000;
const CLICKS_AN_HOUR = 60;
/** From one place; each asks somebody by mail. */
const ASKED_AN_HOUR = 20;

/** Who wants the letters: for members, and, behind signed links, for everybody else. */
export function subscriptionRoutes(api: Api, doors: LetterDoors): void {
  api.route(
    {
      method: "get",
      path: "/people/{id}/letters",
      summary:
        "How it stands between somebody and the letters: whether they get them and why, and which they had.",
      scope: "read",
      params: idParam,
      answer: lettersOfPersonView,
    },
    async ({ tx, actor, params }) => {
      const { personId, judged, says, subscription, wantsNone, resting, had } = await lettersOf(
        tx,
        actor,
        params.id,
      );
      return {
        personId,
        gets: judged?.verdict.gets ?? false,
        says,
        subscription: subscription && {
          id: subscription.id,
          at: subscription.at.toISOString(),
          by: subscription.byName,
          confirmedAt: subscription.confirmedAt?.toISOString() ?? null,
          sentAt: subscription.sentAt?.toISOString() ?? null,
          failure: subscription.failure,
        },
        wantsNone,
        resting: resting.map(({ id, address, why, says: said, at }) => ({
          id,
          address,
          why,
          says: said,
          at: at.toISOString(),
        })),
        had: had.map((each) => ({ ...each, at: each.at.toISOString() })),
      };
    },
  );
  api.route(
    {
      method: "post",
      path: "/people/{id}/letter-invitations",
      summary: "Ask somebody by mail whether they want the letters. Only their own press makes it hold.",
      scope: "write",
      params: idParam,
      body: z.object({
        language: z
          .enum(LETTER_LANGUAGES)
          .optional()
          .describe("Not said: that of their country, or else of yours"),
      }),
      answer: z.object({ id: z.uuid() }),
      status: 201,
    },
    async ({ tx, actor, params, body }) => {
      if (!doors.mail)
        throw new Problem("unavailable", "this installation sends no mail: an administrator sets SMTP_URL");
      return { id: (await inviteToLetters(tx, actor, params.id, body)).id };
    },
  );
  api.route(
    {
      method: "delete",
      path: "/resting-addresses/{id}",
      summary: "An address to which nothing goes because letters came back works again.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => liftResting(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/resting-addresses/{id}/restored",
      summary: "It rests again.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => restAgain(tx, actor, params.id),
  );
  openRoutes(api, doors);
}

/** Of RFC 8058, as a form in either way; what follows links by itself posts nothing of the kind. */
function isOneClick(body: string): boolean {
  return (
    new URLSearchParams(body.trim()).get("List-Unsubscribe") === "One-Click" ||
    /name="?List-Unsubscribe"?[^\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\nOne-Click\r?\n/i.test(body)
  );
}

function openRoutes(api: Api, { links, mail }: LetterDoors): void {
  const { database } = api.options;
  const count = (of: string, most: number, seconds: number, now: Date) =>
    countOne(database, { of, most, seconds }, now, TOO_MUCH);
  const { look, write } = linkDoor(database, { name: "letter" });
  const open = (token: string): Door & { workspaceId: string } => {
    const found = links.read(token);
    if (found === null) throw letterVisitProblem("forged");
    return found;
  };
  const knock = async (request: Request, now: Date) => open(await look(request, now));
  const knockToWrite = async (request: Request, now: Date) => open(await write(request, now));
  api.open(
    {
      method: "get",
      path: "/visited-letters",
      summary: "What a letter's link opens. Nothing is changed by reading.",
      answer: letterVisitView,
      link: true,
    },
    async ({ request, now }) => {
      const door = await knock(request, now);
      return database.read(door.workspaceId, (tx) => visitLetters(tx, door, now));
    },
  );
  api.open(
    {
      method: "put",
      path: "/visited-letters/subscribed",
      summary: "They want the letters. Consent is recorded with its words.",
      answer: letterVisitView,
      link: true,
    },
    async ({ request, now }) => {
      const door = await knockToWrite(request, now);
      return database.write(door.workspaceId, (tx) => subscribeByLink(tx, door, now));
    },
  );
  api.open(
    {
      method: "delete",
      path: "/visited-letters/subscribed",
      summary: "They want no letters.",
      answer: letterVisitView,
      link: true,
    },
    async ({ request, now }) => {
      const door = await knockToWrite(request, now);
      return database.write(door.workspaceId, (tx) => unsubscribeByLink(tx, door, now));
    },
  );
  api.open(
    {
      method: "post",
      path: "/visited-letters/asked",
      summary:
        "Ask for the letters on the public page: a mail asks back. The answer is the same for every address.",
      body: askedForLetters,
      link: true,
    },
    async ({ request, body, now }) => {
      const door = await knock(request, now);
      if (door.what !== "sign-up" || !mail) throw letterVisitProblem("forged");
      await count(`letter asked ${peerOf(request)}`, ASKED_AN_HOUR, 3_600, now);
      await count(`letter asked in ${door.workspaceId}`, ASKED_AN_HOUR * 20, 3_600, now);
      await database.write(door.workspaceId, (tx) => askForLetters(tx, now, body));
    },
  );
  const token = z.object({ token: z.string().max(200) });
  api.open(
    {
      method: "post",
      path: "/unsubscriptions/{token}",
      summary:
        "One-click unsubscription of RFC 8058, as mail programs send it: from anywhere, without a cookie.",
      params: token,
      link: true,
      anySite: true,
    },
    async ({ request, params, now }) => {
      const found = links.readOneClick(params.token);
      await count(`letter click ${found === null ? peerOf(request) : found.id}`, CLICKS_AN_HOUR, 3_600, now);
      if (found === null) throw letterVisitProblem("forged");
      if (!isOneClick(await textOf(request, ONE_CLICK_BYTES)))
        throw new Problem(
          "invalid",
          "one click says List-Unsubscribe=One-Click; or open the same link in a browser",
        );
      await database.write(found.workspaceId, (tx) =>
        unsubscribeByLink(tx, { what: "unsubscribe", id: found.id }, now),
      );
      return new Response("You are unsubscribed.\n", {
        headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
      });
    },
  );
  api.open(
    {
      method: "get",
      path: "/unsubscriptions/{token}",
      summary: "Leads to the page on which one unsubscribes. Nothing is changed by it.",
      params: token,
      link: true,
    },
    // Relative, so that it stays within whatever address the house has.
    async ({ params }) =>
      new Response(null, {
        status: 303,
        headers: {
          location: outsideAddress("", "letters", encodeURIComponent(params.token)),
          "cache-control": "no-store",
        },
      }),
  );
}
