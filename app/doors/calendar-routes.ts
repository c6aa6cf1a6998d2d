import type { FeedPart } from "#lib/calendar/feed.ts";
import { writeCalendar } from "#lib/calendar/write-calendar.ts";
import { API_PREFIX, z, type Api } from "#lib/http/api.ts";
import { bytesOf } from "#lib/http/body.ts";
import { peerOf } from "#lib/http/peer.ts";
import { countOne } from "#lib/http/rate.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { createSignedIds } from "#lib/http/signed-ids.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { notFound, Problem } from "#lib/kernel/problem.ts";
import { MOST_FILE_BYTES, shownLink } from "./calendar.ts";
import {
  keepReading,
  makeFeed,
  readAgain,
  readFromFile,
  readFromLink,
  returnCalendar,
  returnNoticed,
  stopReading,
  takeBackCalendar,
  takeBackNoticed,
  withdrawFeed,
} from "./calendar-actions.ts";
import { meetingInCalendar } from "./calendar-reader.ts";
import {
  calendarsOf,
  findFeed,
  listNoticed,
  type FeedRow,
  type NoticedRow,
  type ReadCalendarRow,
} from "./calendar-store.ts";
import {
  calendarFileView,
  feedView,
  myCalendarView,
  noticedView,
  readCalendarView,
  takenBackView,
  type FeedView,
  type NoticedView,
  type ReadCalendarView,
} from "./calendar-view.ts";
import { handOut } from "./feed-actions.ts";
import { meetingEvent } from "./feed-reader.ts";

const LOOKS_A_MINUTE = 300;
const LOOKS_AN_HOUR = 120;

/** Calendars handed out and read. `url` and `secret` are those of the house; `parts` what each room has for a calendar. */
export function calendarRoutes(
  api: Api,
  { url, secret, parts }: { url: string; secret: string; parts: readonly FeedPart[] },
): void {
  const { database } = api.options;
  const links = createSignedIds({ secret, purpose: "calendar feed" });
  const feedViewOf = (workspaceId: string, { id, madeAt }: FeedRow): FeedView => ({
    link: `${url}${API_PREFIX}/calendars/${links.tokenOf(workspaceId, id)}.ics`,
    madeAt: madeAt.toISOString(),
  });
  api.open(
    {
      method: "get",
      path: "/calendars/{file}",
      summary:
        "A member's calendar, for calendar programs: meetings, and what is owed to sources. Its address is the key to it.",
      params: z.object({ file: z.string().max(120) }),
      download: "text/calendar",
      answer: z.string(),
    },
    async ({ params, request, now }) => {
      const token = params.file.replace(/\.ics$/i, "");
      await countOne(
        database,
        { of: `calendar look ${peerOf(request)}`, most: LOOKS_A_MINUTE, seconds: 60 },
        now,
      );
      await countOne(database, { of: `calendar of ${token}`, most: LOOKS_AN_HOUR, seconds: 3_600 }, now);
      const { text, hash, changedAt } = await handOut({ database, links, parts, url }, token, now);
      const headers = {
        etag: `"${hash}"`,
        "last-modified": changedAt.toUTCString(),
        "cache-control": "private, no-cache",
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="askwell.ics"',
      };
      if (isKnown(request, hash, changedAt)) return new Response(null, { status: 304, headers });
      return new Response(text, { headers });
    },
  );
  api.route(
    {
      method: "get",
      path: "/my-calendar",
      summary: "The link to your calendar, and the calendars of yours that are read.",
      scope: "read",
      answer: myCalendarView,
    },
    async ({ tx, actor }) => {
      const feed = await findFeed(tx, { memberId: actor.member.id });
      const calendars = await calendarsOf(tx, actor.member.id);
      const links = calendars.filter(({ kind }) => kind === "link");
      const link = links.find(({ onTrial }) => !onTrial);
      const next = links.find(({ onTrial }) => onTrial);
      return {
        feed: feed && feedViewOf(tx.workspaceId, feed),
        link: link ? calendarViewOf(link, actor) : null,
        next: next ? calendarViewOf(next, actor) : null,
        files: calendars.filter(({ kind }) => kind === "file").map((each) => calendarViewOf(each, actor)),
      };
    },
  );
  api.route(
    {
      method: "post",
      path: "/my-calendar/feed",
      summary: "Make the link to your calendar; one that you had opens nothing from now on.",
      scope: "write",
      answer: feedView,
      status: 201,
    },
    async ({ tx, actor }) => feedViewOf(tx.workspaceId, await makeFeed(tx, actor)),
  );
  api.route(
    {
      method: "delete",
      path: "/my-calendar/feed",
      summary: "Withdraw the link to your calendar: it opens nothing from now on.",
      scope: "write",
    },
    async ({ tx, actor }) => withdrawFeed(tx, actor),
  );
  api.route(
    {
      method: "put",
      path: "/my-calendar/link",
      summary:
        "Let your calendar be read from its link, every half hour. Meetings with people we know are noticed in it. A calendar that is read already is read until this one could be.",
      scope: "write",
      body: z.object({ url: z.string() }),
      answer: readCalendarView,
      status: 202,
    },
    async ({ tx, actor, body }) => calendarViewOf(await readFromLink(tx, actor, body.url), actor),
  );
  api.route(
    {
      method: "post",
      path: "/my-calendar/link/readings",
      summary: "Read your calendar once more, now.",
      scope: "write",
      answer: readCalendarView,
      status: 202,
    },
    async ({ tx, actor }) => calendarViewOf(await readAgain(tx, actor), actor),
  );
  api.route(
    {
      method: "delete",
      path: "/my-calendar/link",
      summary: "Read your calendar no more, and forget its link. What was noticed stays.",
      scope: "write",
    },
    async ({ tx, actor }) => stopReading(tx, actor),
  );
  api.route(
    {
      method: "delete",
      path: "/my-calendar/next-link",
      summary: "Forget the link that was given since; the one before goes on being read.",
      scope: "write",
    },
    async ({ tx, actor }) => keepReading(tx, actor),
  );
  api.route(
    {
      method: "post",
      path: "/my-calendar/files",
      summary:
        "Bring a calendar as a file (.ics): its bytes are the body. Two years of meetings with people we know become contacts.",
      scope: "import",
      query: z.object({ name: z.string().min(1).max(1_000) }),
      upload: { most: MOST_FILE_BYTES, media: "text/calendar" },
      answer: calendarFileView,
      status: 201,
    },
    async ({ tx, actor, query, request }) => {
      // A transaction that is done again cannot read the body again.
      if (request.bodyUsed) throw new Problem("unavailable", "the file did not come through; bring it again");
      const bytes = await bytesOf(request, MOST_FILE_BYTES);
      const { calendar, noticed, events } = await readFromFile(tx, actor, { name: query.name, bytes });
      return { calendar: calendarViewOf(calendar, actor), events, ...noticed };
    },
  );
  api.route(
    {
      method: "delete",
      path: "/my-calendar/files/{id}",
      summary: "Take back what a file brought, but for what somebody has said more about since.",
      scope: "import",
      params: idParam,
      answer: takenBackView,
    },
    async ({ tx, actor, params }) => takeBackCalendar(tx, actor, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/noticed-events",
      summary: "What was noticed in your calendars, the latest day first, a page at a time.",
      scope: "read",
      query: listQuery,
      answer: pageOf(noticedView),
    },
    async ({ tx, actor, query }) => {
      const page = await listNoticed(tx, actor.member.id, query.cursor, query.limit);
      return { ...page, items: page.items.map(noticedViewOf) };
    },
  );
  api.route(
    {
      method: "delete",
      path: "/noticed-events",
      summary:
        "Take back all that was noticed in your calendars, but for what somebody has said more about since.",
      scope: "write",
      answer: takenBackView,
    },
    async ({ tx, actor }) => takeBackCalendar(tx, actor, null),
  );
  api.route(
    {
      method: "put",
      path: "/noticed-events/noticed",
      summary: "Notice after all what was taken back together, a file say, at that time.",
      scope: "write",
      body: z.object({ at: z.iso.datetime() }),
    },
    async ({ tx, actor, body }) => returnCalendar(tx, actor, new Date(body.at)),
  );
  api.route(
    {
      method: "delete",
      path: "/noticed-events/{id}",
      summary: "Take back what came of one event; it is not noticed again.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackNoticed(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/noticed-events/{id}/noticed",
      summary: "Notice an event after all that was taken back.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => returnNoticed(tx, actor, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/meetings/{id}/meeting.ics",
      summary: "One meeting as a file for a calendar.",
      scope: "read",
      params: idParam,
      download: "text/calendar",
      answer: z.string(),
    },
    async ({ tx, actor, params }) => {
      const meeting = await meetingInCalendar(tx, params.id);
      if (!meeting) throw notFound("meeting");
      const events = [meetingEvent(meeting, actor.workspace.timeZone)];
      return new Response(writeCalendar({ name: "Askwell", url, workspaceId: tx.workspaceId, events }), {
        headers: {
          "content-type": "text/calendar; charset=utf-8",
          "content-disposition": `attachment; filename="meeting-${meeting.day}.ics"`,
          "cache-control": "no-store",
        },
      });
    },
  );
}

/** Whether whoever asks has it as it is. */
function isKnown(request: Request, hash: string, changedAt: Date): boolean {
  const tags = request.headers.get("if-none-match");
  if (tags !== null) return tags.split(",").some((tag) => tag.trim().replace(/^W\//, "") === `"${hash}"`);
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  return !Number.isNaN(since) && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}

function calendarViewOf(row: ReadCalendarRow, { now }: Actor): ReadCalendarView {
  const { id, kind, name, url, givenAt, triedAt, readAt, events, nextAt, trouble } = row;
  return {
    id,
    kind,
    name,
    shown: url && shownLink(url),
    givenAt: givenAt.toISOString(),
    triedAt: triedAt?.toISOString() ?? null,
    readAt: readAt?.toISOString() ?? null,
    events,
    nextAt: nextAt?.toISOString() ?? null,
    reading: nextAt !== null && nextAt <= now,
    trouble,
  };
}

function noticedViewOf(row: NoticedRow): NoticedView {
  const { id, personId, personName, day, time, became, meetingId, offAt, refusedAt } = row;
  return {
    id,
    personId,
    personName,
    day,
    time,
    became: became === "touch" ? "touch" : "meeting",
    meetingId: became === "meeting" ? meetingId : null,
    state: refusedAt ? "taken-back" : offAt ? "called-off" : "noticed",
  };
}
