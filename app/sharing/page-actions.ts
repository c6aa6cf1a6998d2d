import { getAsk } from "#asks/ask-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { getReferral } from "#referrals/referral-actions.ts";
import { mayChangeFor } from "#team/member.ts";
import { answersOn, findNews, unseenOf, updateSeen, type AnswerRow, type NewsRow } from "./answer-store.ts";
import {
  askedFirstBefore,
  findPage,
  holdPage,
  insertPage,
  listPages,
  putTelling,
  updatePage,
  updateWithdrawn,
  type PageRow,
  type PageWords,
} from "./page-store.ts";
import { becameOf, type Became } from "./became-reader.ts";
import { OPEN_DAYS, pageStateOf, untilAfterTelling } from "./shared-page.ts";

export interface WantedPage {
  /** Of this ask, or of this introduction; one of them. */
  askId?: string | undefined;
  referralId?: string | undefined;
  language: string;
  asked?: string | null | undefined;
  whom?: string | null | undefined;
  reason?: string | null | undefined;
  subject?: string | undefined;
  blurb?: string | undefined;
  askFirst?: boolean | undefined;
  /** How long it opens, in days. */
  days?: number | undefined;
}

export type ChangedPage = Partial<
  Pick<PageWords, "asked" | "whom" | "reason" | "subject" | "blurb" | "askFirst">
> & { days?: number | undefined };

/** A page as members read it: with what was said on it, and nothing of what is silent. */
export interface PageWithAnswers extends PageRow {
  said: AnswerRow[];
  /** How many were asked first by the source, and have not agreed. */
  asking: number;
  /** What came of it, told there or not. */
  became: Became[];
}

const LONGEST = { asked: 1_000, whom: 200, reason: 1_000, subject: 300, blurb: 5_000, told: 1_000 } as const;
const MOST_NEWS = 20;
export const MOST_DAYS = 365;

/** Makes a page for the source of an ask, or of an introduction. Throws Problem not-found, not-allowed, invalid, and conflict while one is open. */
export async function sharePage(tx: Tx, actor: Actor, wanted: WantedPage): Promise<PageWithAnswers> {
  const of = await madeFor(tx, wanted);
  refuseOthers(actor, of);
  await holdPeople(tx, [of.sourceId]);
  const there = await listPages(tx, of.askId === null ? { referralId: of.referralId! } : { askId: of.askId });
  if (there.some((each) => pageStateOf(each, actor.today) === "open"))
    throw conflict(`${of.sourceName} has a page for this already`);
  const words = wordsOf(wanted);
  if (of.askId === null && words.asked !== null)
    throw invalid("nothing was asked here: the introduction came unprompted", "asked");
  const id = newId(actor.now);
  const { sourceId, memberId, askId, referralId } = of;
  const page = { ...words, untilDay: addDays(actor.today, daysIn(wanted.days)) };
  await insertPage(
    tx,
    { ...page, id, kind: "source", parentId: null, sourceId, memberId, askId, referralId },
    actor,
  );
  await tell(tx, actor, { ...of, id }, "shared-page.made");
  return getPage(tx, id);
}

/** Throws Problem not-found. */
export async function getPage(tx: Tx, id: string): Promise<PageWithAnswers> {
  const page = await findPage(tx, id);
  if (page?.kind !== "source") throw notFound("page");
  return withAnswers(tx, page);
}

/** The newest first. */
export async function pagesOf(
  tx: Tx,
  of: { askId: string } | { referralId: string },
): Promise<PageWithAnswers[]> {
  const pages: PageWithAnswers[] = [];
  for (const page of await listPages(tx, of)) pages.push(await withAnswers(tx, page));
  return pages;
}

/** Whether their source, as far as we know, wants to ask before names are joined. */
export async function asksFirst(tx: Tx, sourceId: string): Promise<boolean> {
  return askedFirstBefore(tx, sourceId);
}

/** Changes what stands on it, and how long it opens. Throws Problem not-found, not-allowed, invalid. */
export async function changePage(
  tx: Tx,
  actor: Actor,
  id: string,
  changed: ChangedPage,
): Promise<PageWithAnswers> {
  const page = await holdOwn(tx, actor, id);
  const words = wordsOf({ ...page, ...changed });
  if (page.askId === null && words.asked !== null)
    throw invalid("nothing was asked here: the introduction came unprompted", "asked");
  const untilDay = changed.days === undefined ? page.untilDay : addDays(actor.today, daysIn(changed.days));
  await updatePage(tx, id, { ...words, untilDay });
  await tell(tx, actor, page, "shared-page.changed");
  return getPage(tx, id);
}

/**
 * Tells on the page what became of one introduction: how far it is, and what the rep says of it; the page opens for longer then.
 * With `tells` false it says nothing of it any more. Throws Problem not-found, not-allowed, invalid.
 */
export async function tellOnPage(
  tx: Tx,
  actor: Actor,
  id: string,
  referralId: string,
  said: { tells: boolean; told?: string | null | undefined },
): Promise<PageWithAnswers> {
  const page = await holdOwn(tx, actor, id);
  const about = (await becameOf(tx, page)).find((each) => each.referralId === referralId);
  if (about === undefined) throw notFound("introduction of this page");
  if (said.tells && about.introducedOn === null)
    throw invalid("this is a name only: there is nothing to tell of it yet", "referralId");
  const told = cleanText(said.told, LONGEST.told, "told");
  await putTelling(tx, { pageId: id, referralId, told: said.tells ? told : undefined }, actor);
  if (said.tells)
    await updatePage(tx, id, { ...page, untilDay: untilAfterTelling(page.untilDay, actor.today) });
  await tell(tx, actor, page, said.tells ? "shared-page.told" : "shared-page.untold", { told: referralId });
  return getPage(tx, id);
}

/** Its link opens nothing any more, nor those that were made from it. Throws Problem not-found, not-allowed. */
export async function withdrawPage(tx: Tx, actor: Actor, id: string): Promise<PageWithAnswers> {
  const page = await holdOwn(tx, actor, id);
  if (page.withdrawnAt === null) {
    await updateWithdrawn(tx, id, actor);
    await tell(tx, actor, page, "shared-page.withdrawn");
  }
  return getPage(tx, id);
}

/** The undo of it: the link that was sent opens again. Throws Problem not-found, not-allowed, conflict. */
export async function openAgain(tx: Tx, actor: Actor, id: string): Promise<PageWithAnswers> {
  const page = await holdOwn(tx, actor, id);
  const others = page.askId === null ? [] : await listPages(tx, { askId: page.askId });
  if (others.some((each) => each.id !== id && pageStateOf(each, actor.today) === "open"))
    throw conflict(`${page.sourceName} has another page for this by now`);
  await updateWithdrawn(tx, id, null);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["shared-page.withdrawn"] },
    "shared-page.restored",
  );
  return getPage(tx, id);
}

/** What was said on pages in a member's name and nobody has looked at yet, the newest first. */
export async function newsFor(tx: Tx, memberId: string): Promise<NewsRow[]> {
  return unseenOf(tx, memberId, MOST_NEWS);
}

/** It was looked at, or with `seen` false is to be looked at again. Throws Problem not-found, not-allowed. */
export async function noteSeen(tx: Tx, actor: Actor, answerId: string, seen: boolean): Promise<void> {
  const news = await findNews(tx, answerId);
  if (!news) throw notFound("answer");
  refuseOthers(actor, news);
  await updateSeen(tx, answerId, seen ? actor : null);
}

type MadeFor = Pick<
  PageRow,
  "sourceId" | "sourceName" | "memberId" | "memberTeamId" | "memberName" | "askId" | "referralId"
>;

async function madeFor(tx: Tx, { askId, referralId }: WantedPage): Promise<MadeFor> {
  if ((askId === undefined) === (referralId === undefined))
    throw invalid("say for which ask, or for which introduction", "askId");
  if (askId !== undefined) return { ...(await getAsk(tx, askId)), askId, referralId: null };
  const referral = await getReferral(tx, referralId as string);
  return { ...referral, askId: null, referralId: referral.id };
}

async function withAnswers(tx: Tx, page: PageRow): Promise<PageWithAnswers> {
  const all = await answersOn(tx, [page.id]);
  const said = all.filter(({ answer }) => answer !== "declined");
  const under = await listPages(tx, { parentId: page.id });
  const agreed = new Set(
    said.flatMap((each) => (each.answer === "agreed" && each.takenBackAt === null ? [each.pageId] : [])),
  );
  const became = await becameOf(tx, page);
  return { ...page, said, became, asking: under.filter(({ id }) => !agreed.has(id)).length };
}

async function holdOwn(tx: Tx, actor: Actor, id: string): Promise<PageRow> {
  const page = await holdPage(tx, id);
  if (page?.kind !== "source") throw notFound("page");
  refuseOthers(actor, page);
  return page;
}

function refuseOthers(actor: Actor, page: { memberId: string; memberTeamId: string | null }): void {
  if (!mayChangeFor(actor, { memberId: page.memberId, teamId: page.memberTeamId }))
    throw notAllowed("this page is a colleague's: they, their manager or a leader can change it");
}

function wordsOf(
  wanted: Omit<WantedPage, "askId" | "referralId" | "days">,
): Pick<PageWords, "language" | "asked" | "whom" | "reason" | "subject" | "blurb" | "askFirst"> {
  return {
    language: wanted.language,
    asked: cleanText(wanted.asked, LONGEST.asked, "asked"),
    whom: cleanText(wanted.whom, LONGEST.whom, "whom"),
    reason: cleanText(wanted.reason, LONGEST.reason, "reason"),
    subject: cleanText(wanted.subject, LONGEST.subject, "subject") ?? "",
    blurb: cleanText(wanted.blurb, LONGEST.blurb, "blurb") ?? "",
    askFirst: wanted.askFirst ?? false,
  };
}

function daysIn(days: number = OPEN_DAYS): number {
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw invalid(`1 to ${MOST_DAYS} days`, "days");
  return days;
}

async function tell(
  tx: Tx,
  actor: Actor,
  page: Pick<PageRow, "id" | "sourceId" | "askId" | "referralId" | "memberId">,
  verb: string,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { id, sourceId, askId, referralId, memberId } = page;
  await writeJournal(tx, actor, [
    {
      verb,
      subject: { kind: "shared-page", id },
      day: actor.today,
      concerns: [sourceId, askId, referralId, memberId],
      detail: { sourceId, askId, referralId, ...detail },
    },
  ]);
}
