import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { postalAddressOf } from "#team/workspace-actions.ts";
import { listCopies, tallyOf } from "./copy-store.ts";
import { readMonths } from "./had-reader.ts";
import { changeHours, leaveFrom, sendingHours } from "./hours-actions.ts";
import type { LetterLinks } from "./letter-links-server.ts";
import type { NewsletterRow } from "./letter-tables.ts";
import {
  beginNewsletter,
  bringBack,
  changeNewsletter,
  getNewsletter,
  sendTest,
  throwAway,
} from "./newsletter-actions.ts";
import { copyOf, newsletterOf, recipientOf, replyOf, testOf } from "./newsletter-shown-server.ts";
import { listNewsletters, testsOf } from "./newsletter-store.ts";
import {
  copyView,
  dryRunView,
  hoursView,
  monthView,
  newsletterView,
  recipientView,
  replyView,
  settled,
  wholeView,
  written,
  type WholeView,
} from "./newsletter-view.ts";
import { COPY_STATES } from "./newsletter.ts";
import { BECAUSE, WHY_NOT } from "./recipient.ts";
import { countJudged, fileOfJudged, pageOfJudged, whoGetsIt } from "./recipient-actions.ts";
import { settleReply, unsettleReply } from "./reply-actions.ts";
import { listReplies } from "./reply-store.ts";
import {
  goOnSending,
  pauseSending,
  sayCopyArrived,
  sendAgain,
  sendNewsletter,
  stopSending,
} from "./sending-actions.ts";

const flag = z.enum(["true", "false"]).optional();
const atVersion = z.object({ version: z.int().describe("The one that you saw") });
const one = { params: idParam, answer: newsletterView } as const;

export interface LetterDoors {
  links: LetterLinks;
  /** Whether this installation sends any mail, */
  mail: boolean;
  /** and where answers come in. */
  replyAddress: string | null;
}

export function newsletterRoutes(api: Api, doors: LetterDoors): void {
  const needMail = () => {
    if (!doors.mail)
      throw new Problem(
        "unavailable",
        "this installation sends no mail: an administrator sets SMTP_URL",
        "test",
      );
  };
  api.route(
    {
      method: "get",
      path: "/newsletters",
      summary: "Letters to many, the latest first.",
      scope: "read",
      query: listQuery,
      answer: pageOf(newsletterView),
    },
    async ({ tx, query }) => {
      const page = await listNewsletters(tx, query.cursor, query.limit);
      const tallies = await tallyOf(
        tx,
        page.items.map(({ id }) => id),
      );
      return { ...page, items: page.items.map((row) => newsletterOf(row, tallies.get(row.id))) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/newsletters",
      summary: "Begin a letter to many. To whom it goes is, at first, as the rhythms say.",
      scope: "write",
      body: written,
      answer: newsletterView,
      status: 201,
    },
    async ({ tx, actor, body }) => shown(tx, await beginNewsletter(tx, actor, body)),
  );
  api.route(
    {
      method: "get",
      path: "/newsletters/{id}",
      summary: "One letter, with its numbers and what stands in its way.",
      scope: "read",
      params: idParam,
      answer: wholeView,
    },
    async ({ tx, actor, params }) => whole(tx, actor, await getNewsletter(tx, params.id), doors),
  );
  api.route(
    {
      ...one,
      method: "patch",
      path: "/newsletters/{id}",
      summary: "Keep a draft as it is typed. Over a version that somebody changed meanwhile: a conflict.",
      scope: "write",
      body: written.extend({ version: z.int().describe("The one over which this was typed") }),
    },
    async ({ tx, actor, params, body }) => shown(tx, await changeNewsletter(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/newsletters/{id}",
      summary: "Throw away a draft.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => throwAway(tx, actor, params.id),
  );
  api.route(
    {
      ...one,
      method: "put",
      path: "/newsletters/{id}/restored",
      summary: "Bring a draft back that was thrown away.",
      scope: "write",
    },
    async ({ tx, actor, params }) => shown(tx, await bringBack(tx, actor, params.id)),
  );
  api.route(
    {
      method: "get",
      path: "/newsletters/{id}/dry-run",
      summary: "How many get the letter as it is written now, and how many not, by why.",
      scope: "read",
      params: idParam,
      answer: dryRunView,
    },
    async ({ tx, actor, params }) => {
      const { gets, because, not } = countJudged(
        await whoGetsIt(tx, await getNewsletter(tx, params.id), actor.today),
      );
      return {
        gets,
        because: BECAUSE.flatMap((each) => (because[each] ? [{ because: each, count: because[each] }] : [])),
        not: WHY_NOT.flatMap((why) => (not[why] ? [{ why, count: not[why] }] : [])),
      };
    },
  );
  const judged = listQuery.extend({
    gets: flag,
    why: z.enum(WHY_NOT).optional(),
    q: z.string().max(200).optional(),
  });
  api.route(
    {
      method: "get",
      path: "/newsletters/{id}/recipients",
      summary: "Who gets the letter as it is written now and who not, and why, person by person, by name.",
      scope: "read",
      params: idParam,
      query: judged,
      answer: pageOf(recipientView),
    },
    async ({ tx, actor, params, query }) => {
      const all = await whoGetsIt(tx, await getNewsletter(tx, params.id), actor.today);
      const { why, q } = query;
      const gets = query.gets === undefined ? undefined : query.gets === "true";
      const page = pageOfJudged(all, { gets, why, q }, query.cursor, query.limit);
      return { ...page, items: page.items.map(recipientOf) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/newsletters/{id}/recipients.csv",
      summary: "Who gets the letter and who not, and why, as a file for a spreadsheet.",
      scope: "read",
      params: idParam,
      download: "text/csv",
      answer: z.string(),
    },
    async ({ tx, actor, params }) =>
      new Response(fileOfJudged(await whoGetsIt(tx, await getNewsletter(tx, params.id), actor.today)), {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": 'attachment; filename="who-gets-it.csv"',
          "x-content-type-options": "nosniff",
          "cache-control": "no-store",
        },
      }),
  );
  api.route(
    {
      method: "post",
      path: "/newsletters/{id}/tests",
      summary: "Send a copy of this version to yourself. Before that it goes to nobody.",
      scope: "write",
      params: idParam,
      body: atVersion,
      answer: wholeView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => {
      needMail();
      await sendTest(tx, actor, params.id, body);
      return whole(tx, actor, await getNewsletter(tx, params.id), doors);
    },
  );
  api.route(
    {
      ...one,
      method: "put",
      path: "/newsletters/{id}/sending",
      summary:
        "Send it: who gets it stands from now on, and it leaves outside quiet hours, as fast as it may.",
      scope: "write",
      body: atVersion,
    },
    async ({ tx, actor, params, body }) => {
      needMail();
      return shown(tx, await sendNewsletter(tx, actor, params.id, body));
    },
  );
  for (const [path, summary, act] of [
    ["paused", "Pause: no more leave until it goes on.", pauseSending],
    ["stopped", "Stop: whoever has not got it does not get it.", stopSending],
    ["going-on", "Let it go on where it was paused or stopped.", goOnSending],
  ] as const)
    api.route(
      { ...one, method: "put", path: `/newsletters/{id}/${path}`, summary, scope: "write" },
      async ({ tx, actor, params }) => shown(tx, await act(tx, actor, params.id)),
    );
  api.route(
    {
      method: "get",
      path: "/newsletters/{id}/copies",
      summary: "What became of each copy of a letter that was sent.",
      scope: "read",
      params: idParam,
      query: listQuery.extend({
        state: z.enum(COPY_STATES).optional(),
        bounced: flag,
        q: z.string().max(200).optional(),
      }),
      answer: pageOf(copyView),
    },
    async ({ tx, params, query }) => {
      const { id } = await getNewsletter(tx, params.id);
      const { state, q } = query;
      const filter = { states: state && [state], bounced: query.bounced === "true", q };
      const page = await listCopies(tx, id, filter, query.cursor, query.limit);
      return { ...page, items: page.items.map(copyOf) };
    },
  );
  for (const [path, summary, act] of [
    ["arrived", "A copy in doubt has arrived.", sayCopyArrived],
    ["again", "Send a copy in doubt once more; it carries the same Message-ID.", sendAgain],
  ] as const)
    api.route(
      {
        method: "put",
        path: `/newsletter-copies/{id}/${path}`,
        summary,
        scope: "write",
        params: idParam,
        answer: copyView,
      },
      async ({ tx, actor, params }) => copyOf(await act(tx, actor, params.id)),
    );
  api.route(
    {
      method: "get",
      path: "/newsletter-replies",
      summary: "Who answered letters, the latest first. Opens are not tracked: answers are the signal.",
      scope: "read",
      query: listQuery.extend({
        newsletter: z.uuid().optional(),
        mine: flag.describe("Answers to your letters that wait for an answer of yours"),
      }),
      answer: pageOf(replyView),
    },
    async ({ tx, actor, query }) => {
      const waitingFor = query.mine === "true" ? actor.member.id : undefined;
      const filter = { newsletterId: query.newsletter, waitingFor };
      const page = await listReplies(tx, filter, query.cursor, query.limit);
      return { ...page, items: page.items.map(replyOf) };
    },
  );
  api.route(
    {
      method: "put",
      path: "/newsletter-replies/{id}/settled",
      summary: "You answered it, which counts as a touch, or it needs no answer.",
      scope: "write",
      params: idParam,
      body: settled,
      answer: replyView,
    },
    async ({ tx, actor, params, body }) => replyOf(await settleReply(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/newsletter-replies/{id}/settled",
      summary: "It waits for an answer again.",
      scope: "write",
      params: idParam,
      answer: replyView,
    },
    async ({ tx, actor, params }) => replyOf(await unsettleReply(tx, actor, params.id)),
  );
  api.route(
    {
      method: "get",
      path: "/newsletter-months",
      summary: "What came of letters, month by month, the latest first.",
      scope: "read",
      answer: z.object({ items: z.array(monthView) }),
    },
    async ({ tx }) => ({ items: await readMonths(tx, 24) }),
  );
  const hours = async (tx: Tx, actor: Actor) => ({
    ...(await sendingHours(tx)),
    timeZone: actor.workspace.timeZone,
    signUpLink: doors.links.pageFor("sign-up", tx.workspaceId, tx.workspaceId),
  });
  api.route(
    {
      method: "get",
      path: "/sending-hours",
      summary: "When letters to many may leave, and how fast.",
      scope: "read",
      answer: hoursView,
    },
    async ({ tx, actor }) => hours(tx, actor),
  );
  api.route(
    {
      method: "patch",
      path: "/sending-hours",
      summary: "Change when letters may leave, and how fast. Leaders.",
      scope: "write",
      body: z.object({
        fromTime: z.string().max(5).optional(),
        untilTime: z.string().max(5).optional(),
        daysOff: z.boolean().optional(),
        perMinute: z.int().optional(),
      }),
      answer: hoursView,
    },
    async ({ tx, actor, body }) => {
      await changeHours(tx, actor, body);
      return hours(tx, actor);
    },
  );
}

async function shown(tx: Tx, row: NewsletterRow) {
  return newsletterOf(row, (await tallyOf(tx, [row.id])).get(row.id));
}

async function whole(
  tx: Tx,
  actor: Actor,
  row: NewsletterRow,
  { mail, replyAddress }: LetterDoors,
): Promise<WholeView> {
  const hours = await sendingHours(tx);
  const from = await leaveFrom(tx, actor.now, hours);
  return {
    ...(await shown(tx, row)),
    waitsUntil: from !== null && from > actor.now ? from.toISOString() : null,
    perMinute: hours.perMinute,
    postalAddress: await postalAddressOf(tx),
    sendsMail: mail,
    answersSeen: replyAddress !== null,
    tests: (await testsOf(tx, row.id)).map(testOf),
  };
}
