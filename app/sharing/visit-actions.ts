import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn, isDay, type Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { isToldByLink } from "#lib/kernel/link-problem.ts";
import { Problem } from "#lib/kernel/problem.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { emailKey } from "#lib/kernel/email-address.ts";
import { personNameKey } from "#people/person-key.ts";
import { speakerFor } from "#people/speaker-reader.ts";
import { answersOn, insertAnswer, takeBackAnswerRow, type AnswerRow, type Effects } from "./answer-store.ts";
import { becameOf, type Became } from "./became-reader.ts";
import {
  bringAbout,
  NOTHING,
  undoBroughtAbout,
  type CleanAnswer,
  type Named,
} from "./bring-about-actions.ts";
import type { PageLinks } from "./page-link-server.ts";
import { findPage, holdPage, insertPage, listPages, type PageRow } from "./page-store.ts";
import {
  contactMaySay,
  contactUntil,
  pageStateOf,
  sourceMaySay,
  type Effort,
  type PageAnswer,
  type PageState,
} from "./shared-page.ts";
import { visitProblem } from "./visit-problem.ts";

/** Where visitors come in: no member, no session, a link alone. */
export interface Lobby {
  database: Database;
  links: PageLinks;
}

/** What stands on a page for whoever holds its link. */
export interface Visit {
  page: PageRow;
  workspaceName: string;
  today: Day;
  may: PageAnswer[];
  /** Theirs, the oldest first; what is silent is left out. */
  said: AnswerRow[];
  /** Pages for contacts whom the source asks first. */
  asking: { id: string; day: Day; untilDay: Day; text: string; link: string; agreed: string | null }[];
  became: Became[];
}

export interface SaidOnPage {
  answer: PageAnswer;
  untilDay?: Day | undefined;
  words?: string | null | undefined;
  name?: string | undefined;
  company?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  effort?: Effort | undefined;
}

const LONGEST = { name: 200, company: 200, email: 254, phone: 60, words: 1_000, text: 5_000 } as const;
/** A source may ask so many people first from one page. */
const MOST_ASKED_FIRST = 10;

/** Reads, and changes nothing. Throws a Problem for visitors: forged, withdrawn, expired. */
export async function lookAtPage({ database, links }: Lobby, token: string, now: Date): Promise<Visit> {
  const { workspaceId, pageId } = linkIn(links, token);
  return database.read(workspaceId, async (tx) => {
    const { page, actor } = await opened(tx, pageId, now, findPage);
    return visitOf(tx, page, actor, links);
  });
}

/**
 * Writes down what was said, and does here what follows from it, in the rep's name. The same said again changes nothing. What
 * cannot be done here is kept all the same, with the reason, for the rep. Throws a Problem for visitors.
 */
export async function answerOnPage(lobby: Lobby, token: string, said: SaidOnPage, now: Date): Promise<Visit> {
  const { workspaceId, pageId } = linkIn(lobby.links, token);
  const attempt = (trouble: string | null) =>
    lobby.database.write(workspaceId, async (tx) => {
      const { page, actor } = await sayOnPage(tx, pageId, said, now, trouble);
      return visitOf(tx, page, actor, lobby.links);
    });
  try {
    return await attempt(null);
  } catch (thrown) {
    if (!(thrown instanceof Problem) || isToldByLink(thrown)) throw thrown;
    return attempt(thrown.reason);
  }
}

/**
 * The same within a transaction. With `trouble` nothing is brought about: what was said is kept with the reason. Throws what the
 * rooms throw in which something is brought about, and a Problem for visitors.
 */
export async function sayOnPage(
  tx: Tx,
  pageId: string,
  wanted: SaidOnPage,
  now: Date,
  trouble: string | null = null,
): Promise<{ page: PageRow; actor: Actor }> {
  const { page, actor } = await opened(tx, pageId, now, holdPage);
  const said = cleanAnswer(wanted, actor.today);
  const before = (await answersOn(tx, [pageId])).filter(
    (each) => each.pageId === pageId && each.takenBackAt === null,
  );
  if (!before.some((each) => isSame(each, said))) {
    const open = before.filter(({ answer }) => answer !== "declined");
    const may: PageAnswer[] = page.kind === "source" ? sourceMaySay(page, open) : contactMaySay(open);
    if (!may.includes(said.answer)) throw visitProblem("said-already");
    const id = newId(now);
    const effects: Effects = trouble === null ? await bringAbout(tx, actor, page, said) : NOTHING;
    await insertAnswer(tx, { ...rowOf(said), ...effects, id, pageId, trouble }, actor);
    if (said.answer !== "declined")
      await writeJournal(tx, actor, [
        happeningOn(page, "shared-page.answered", id, actor, { answer: said.answer, trouble }),
      ]);
  }
  return { page, actor };
}

/** Throws a Problem for visitors, also where somebody has gone on from there. */
export async function takeBackOnPage(
  lobby: Lobby,
  token: string,
  answerId: string,
  now: Date,
): Promise<Visit> {
  const { workspaceId, pageId } = linkIn(lobby.links, token);
  return lobby.database.write(workspaceId, async (tx) => {
    const { page, actor } = await opened(tx, pageId, now, holdPage);
    const said = (await answersOn(tx, [pageId])).find((each) => each.id === answerId);
    if (said?.pageId !== pageId) throw visitProblem("said-already");
    if (said.takenBackAt === null) {
      await undoForVisitor(tx, actor, page, said);
      await takeBackAnswerRow(tx, answerId, now);
      await writeCounterEntries(tx, actor, { subjectIds: [answerId] }, "shared-page.answer-taken-back");
    }
    return visitOf(tx, page, actor, lobby.links);
  });
}

/** A page for somebody whom the source asks first, with the lines as the source left them. Throws a Problem for visitors. */
export async function askFirstOnPage(
  lobby: Lobby,
  token: string,
  { text }: { text: string },
  now: Date,
): Promise<Visit> {
  const { workspaceId, pageId } = linkIn(lobby.links, token);
  return lobby.database.write(workspaceId, async (tx) => {
    const { page, actor } = await opened(tx, pageId, now, holdPage);
    const blurb = clean(text, "text") ?? page.blurb;
    const before = await listPages(tx, { parentId: pageId });
    if (page.kind !== "source" || page.asked === null || before.length >= MOST_ASKED_FIRST)
      throw visitProblem("said-already");
    const said = await answersOn(tx, [pageId]);
    const idle = before.find(
      (each) => each.blurb === blurb && said.every(({ pageId: on }) => on !== each.id),
    );
    if (idle === undefined) {
      const { sourceId, memberId, askId, referralId, language, subject } = page;
      const id = newId(now);
      const untilDay = contactUntil(page.untilDay, actor.today);
      const { reason } = page;
      const told = { asked: null, whom: null, reason, askFirst: false };
      const whose = { sourceId, memberId, askId, referralId, language, subject };
      await insertPage(
        tx,
        { ...whose, ...told, id, kind: "contact", parentId: pageId, blurb, untilDay },
        actor,
      );
      await writeJournal(tx, actor, [happeningOn(page, "shared-page.asks-first", id, actor)]);
    }
    return visitOf(tx, page, actor, lobby.links);
  });
}

function linkIn(links: PageLinks, token: string): { workspaceId: string; pageId: string } {
  const link = links.read(token);
  if (link === null) throw visitProblem("forged");
  return link;
}

async function opened(
  tx: Tx,
  pageId: string,
  now: Date,
  find: (tx: Tx, id: string) => Promise<PageRow | null>,
): Promise<{ page: PageRow; actor: Actor }> {
  const page = await find(tx, pageId);
  if (page === null) throw visitProblem("forged");
  const actor = await speakerFor(tx, { ...page, personId: page.sourceId }, now);
  const state = await stateFor(tx, page, actor.today);
  const { memberName: repName, language, untilDay } = page;
  if (state !== "open")
    throw visitProblem(state, { repName, workspaceName: actor.workspace.name, language, untilDay });
  return { page, actor };
}

/** A contact's page goes with the source's from which it came; once they agreed, it stays, so that they can take it back. */
async function stateFor(tx: Tx, page: PageRow, today: Day): Promise<PageState> {
  const own = pageStateOf(page, today);
  if (page.parentId === null) return own;
  const said = await answersOn(tx, [page.id]);
  if (said.some(({ answer, takenBackAt }) => answer === "agreed" && takenBackAt === null)) return "open";
  const parent = await findPage(tx, page.parentId);
  return parent !== null && pageStateOf(parent, today) === "withdrawn" ? "withdrawn" : own;
}

async function visitOf(tx: Tx, page: PageRow, actor: Actor, links: PageLinks): Promise<Visit> {
  const all = await answersOn(tx, [page.id]);
  const own = all.filter((each) => each.pageId === page.id);
  // To decline is silent: whoever opens the link afterwards finds the page as it was.
  const said = own.filter(({ answer, takenBackAt }) => answer !== "declined" && takenBackAt === null);
  const under = page.kind === "source" ? await listPages(tx, { parentId: page.id }) : [];
  return {
    page,
    workspaceName: actor.workspace.name,
    today: actor.today,
    may: page.kind === "source" ? sourceMaySay(page, said) : contactMaySay(said),
    said,
    asking: under.map(({ id, at, untilDay, blurb: text }) => {
      const agreed = all.find(
        (each) => each.pageId === id && each.answer === "agreed" && each.takenBackAt === null,
      );
      const link = links.linkTo(tx.workspaceId, id);
      return {
        id,
        day: dayIn(at, actor.workspace.timeZone),
        untilDay,
        text,
        link,
        agreed: agreed?.name ?? null,
      };
    }),
    became: page.kind === "source" ? await becameOf(tx, page) : [],
  };
}

async function undoForVisitor(tx: Tx, actor: Actor, page: PageRow, said: AnswerRow): Promise<void> {
  try {
    await undoBroughtAbout(tx, actor, page, said);
  } catch (thrown) {
    if (thrown instanceof Problem) throw visitProblem("gone-on");
    throw thrown;
  }
}

function cleanAnswer(said: SaidOnPage, today: Day): CleanAnswer {
  const { answer } = said;
  if (answer === "declined") return { answer };
  const words = clean(said.words, "words");
  switch (answer) {
    case "introduced":
      return { answer, whom: namedIn(said, false), effort: said.effort ?? "expects", words };
    case "agreed":
      return { answer, whom: namedIn(said, true), words };
    case "not-now": {
      const { untilDay } = said;
      if (!isDay(untilDay) || untilDay <= today || untilDay > addDays(today, 366))
        throw visitProblem("until");
      return { answer, untilDay, words };
    }
    default:
      return { answer, words };
  }
}

function namedIn(said: SaidOnPage, mustReach: boolean): Named {
  const name = clean(said.name, "name");
  if (name === null) throw visitProblem("name");
  const named = {
    name,
    company: clean(said.company, "company"),
    email: clean(said.email, "email"),
    phone: clean(said.phone, "phone"),
  };
  if (named.email !== null && emailKey(named.email) === null) throw visitProblem("email");
  if (mustReach && named.email === null && named.phone === null) throw visitProblem("reach");
  return named;
}

function clean(text: string | null | undefined, what: keyof typeof LONGEST): string | null {
  const kept = text?.replaceAll("\0", "").trim() || null;
  if (kept !== null && kept.length > LONGEST[what]) throw visitProblem("long");
  return kept;
}

/** A second press, or the same word sent again after a lost network. */
function isSame(before: AnswerRow, said: CleanAnswer): boolean {
  if (before.answer !== said.answer) return false;
  if (said.answer === "introduced")
    return before.name !== null && personNameKey(before.name) === personNameKey(said.whom.name);
  return said.answer !== "not-now" || before.untilDay === said.untilDay;
}

function rowOf(said: CleanAnswer) {
  return {
    answer: said.answer,
    untilDay: said.answer === "not-now" ? said.untilDay : null,
    words: said.answer === "declined" ? null : said.words,
    name: said.answer === "introduced" || said.answer === "agreed" ? said.whom.name : null,
  };
}

function happeningOn(
  page: PageRow,
  verb: string,
  id: string,
  actor: Actor,
  detail: Record<string, unknown> = {},
): Happening {
  return {
    verb,
    subject: { kind: "shared-page", id },
    day: actor.today,
    concerns: [page.sourceId, page.askId, page.referralId, page.memberId],
    detail: { sourceId: page.sourceId, askId: page.askId, ...detail },
  };
}
