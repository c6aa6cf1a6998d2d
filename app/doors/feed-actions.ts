import { createHash } from "node:crypto";
import type { FeedEvent, FeedPart } from "#lib/calendar/feed.ts";
import { writeCalendar } from "#lib/calendar/write-calendar.ts";
import type { SignedIds } from "#lib/http/signed-ids.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays } from "#lib/kernel/days.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { actorIfHere } from "#team/door-actions.ts";
import { findFeed, noteContent } from "./calendar-store.ts";

/** What is needed to hand calendars out. */
export interface FeedHouse {
  database: Database;
  links: SignedIds;
  /** What each room has for a calendar. */
  parts: readonly FeedPart[];
  url: string;
}

export interface HandedOut {
  text: string;
  hash: string;
  /** Since when it is as it is. */
  changedAt: Date;
}

const BACK_DAYS = 92;
const AHEAD_DAYS = 366;
const ASK_AGAIN_MINUTES = 30;

/** The calendar behind a link. Throws Problem not-found for a link that was made up, withdrawn, or of somebody who has left. */
export async function handOut(
  { database, links, parts, url }: FeedHouse,
  token: string,
  now: Date,
): Promise<HandedOut> {
  const meant = links.read(token);
  if (!meant) throw opensNothing();
  const found = await database.read(meant.workspaceId, async (tx) => {
    const feed = await findFeed(tx, { id: meant.id });
    if (!feed) throw opensNothing();
    const actor = await memberOf(tx, feed.memberId, now);
    const events = await eventsFor(tx, actor, parts);
    const { workspaceId } = meant;
    const text = writeCalendar({
      name: nameFor(actor),
      url,
      workspaceId,
      events,
      minutes: ASK_AGAIN_MINUTES,
    });
    return { feed, text };
  });
  const { feed, text } = found;
  const hash = createHash("sha256").update(text).digest("base64url");
  if (feed.contentHash === hash && feed.changedAt) return { text, hash, changedAt: feed.changedAt };
  await database.aside(meant.workspaceId, (tx) => noteContent(tx, feed.id, hash, now));
  return { text, hash, changedAt: now };
}

async function eventsFor(tx: Tx, actor: Actor, parts: readonly FeedPart[]): Promise<FeedEvent[]> {
  const span = { from: addDays(actor.today, -BACK_DAYS), to: addDays(actor.today, AHEAD_DAYS) };
  const events: FeedEvent[] = [];
  for (const part of parts) events.push(...(await part(tx, actor, span)));
  return events;
}

async function memberOf(tx: Tx, memberId: string, now: Date): Promise<Actor> {
  const actor = await actorIfHere(tx, memberId, now);
  if (actor === null) throw opensNothing();
  return actor;
}

function nameFor({ member, workspace }: Actor): string {
  return `Askwell: ${member.name}, ${workspace.name}`;
}

function opensNothing(): Problem {
  return new Problem(
    "not-found",
    "this link opens no calendar; make a new one in Askwell, under Settings, Calendar",
  );
}
