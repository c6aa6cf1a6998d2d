import type { Api } from "#lib/http/api.ts";
import { linkDoor } from "#lib/http/link-door.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { changeMyDigest, myDigest, sendMyDigest } from "./digest-actions.ts";
import { actOnLine, lookAtLine, undoOnLine } from "./digest-door-actions.ts";
import type { DigestLinks } from "./digest-link-server.ts";
import {
  digestLineOf,
  digestLineView,
  myDigestOf,
  myDigestView,
  pressed,
  wantedDigest,
} from "./digest-view.ts";

/** `mail`: whether this installation can send any. */
export function digestRoutes(api: Api, { mail, links }: { mail: boolean; links: DigestLinks }): void {
  api.route(
    {
      method: "get",
      path: "/my-digest",
      summary: "When the mail of the day comes to you, and what became of the last one.",
      scope: "read",
      answer: myDigestView,
    },
    async ({ tx, actor }) => myDigestOf(await myDigest(tx, actor), mail),
  );
  api.route(
    {
      method: "put",
      path: "/my-digest",
      summary: "Say whether and when the mail of the day comes to you.",
      scope: "write",
      body: wantedDigest,
      answer: myDigestView,
    },
    async ({ tx, actor, body }) => myDigestOf(await changeMyDigest(tx, actor, body), mail),
  );
  api.route(
    {
      method: "post",
      path: "/my-digest/mails",
      summary: "Send me today's now.",
      scope: "write",
      answer: myDigestView,
      status: 202,
    },
    async ({ tx, actor }) => {
      if (!mail) throw new Problem("unavailable", "this installation sends no mail (SMTP_URL is not set)");
      return myDigestOf(await sendMyDigest(tx, actor), mail);
    },
  );
  lineRoutes(api, links);
}

/** For whoever holds a link of a mail, without signing in. */
function lineRoutes(api: Api, links: DigestLinks): void {
  const { database } = api.options;
  const door = { database, links };
  const { look, write } = linkDoor(database, { name: "digest" });
  api.open(
    {
      method: "get",
      path: "/digest-line",
      summary: "A line of a mail, and what can be done from it. Nothing is changed by reading.",
      answer: digestLineView,
      link: true,
    },
    async ({ request, now }) => digestLineOf(await lookAtLine(door, await look(request, now), now)),
  );
  api.open(
    {
      method: "post",
      path: "/digest-line/done",
      summary: "Do one of these, in the name of whom the mail was written to. A line acts once.",
      body: pressed,
      answer: digestLineView,
      link: true,
    },
    async ({ request, body, now }) =>
      digestLineOf(await actOnLine(door, await write(request, now), body, now)),
  );
  api.open(
    {
      method: "delete",
      path: "/digest-line/done",
      summary: "Take back what was done from a line.",
      answer: digestLineView,
      link: true,
    },
    async ({ request, now }) => digestLineOf(await undoOnLine(door, await write(request, now), now)),
  );
}
