import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, isDay, type Day } from "#lib/kernel/days.ts";
import { isId, newId } from "#lib/kernel/ids.ts";
import { decodeCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { rateOf, type Rate } from "#lib/kernel/rates.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { NO_THEME, WILLING_THEMES, type WillingTheme } from "./willing-themes.ts";
import {
  cleanTheme,
  cleanThemes,
  joinThemes,
  proposeThemes,
  readyThemes,
  saidAt,
  type ReadyTheme,
} from "./willing.ts";
import { countSaid, findSaid, saidWords, type After, type SaidRow, type Which } from "./willing-reader.ts";
import { holdWords, insertTheme, ownThemes, saveThemes, takeBackTheme } from "./willing-store.ts";

/** What was said longer ago says little of today. */
const LOOKED_BACK_DAYS = 730;

export interface ThemeCount {
  key: string;
  name: string;
  own: boolean;
  /** Words by which it is proposed. */
  signs: string[];
  /** How many of what was said stand under it. */
  words: number;
  /** Of all that was sorted and says something. */
  share: Rate;
}

export interface Willing {
  since: Day;
  telling: number;
  unsorted: number;
  /** The most named first. */
  themes: ThemeCount[];
  mayAddThemes: boolean;
}

export interface SaidWords extends SaidRow {
  /** While nobody has sorted them. */
  proposed: string[];
}

/** What clients said makes them willing to introduce us, by theme; everybody in the workspace may see it, as the words themselves. */
export async function willingOf(tx: Tx, actor: Actor): Promise<Willing> {
  const since = sinceDay(actor);
  const [themes, { telling, unsorted, byTheme }] = [await themesOf(tx), await countSaid(tx, since, NO_THEME)];
  const counts = themes.map(({ key, name, own, signs }) => {
    const words = byTheme.get(key) ?? 0;
    return { key, name, own, signs: [...signs], words, share: rateOf(words, telling) };
  });
  return {
    since,
    telling,
    unsorted,
    themes: counts.toSorted((a, b) => b.words - a.words),
    mayAddThemes: mayAddThemes(actor),
  };
}

/** The words, the newest first, a page at a time. Throws Problem invalid. */
export async function listWords(
  tx: Tx,
  actor: Actor,
  which: Which,
  cursor: string | undefined,
  limit: number,
): Promise<Page<SaidWords>> {
  const ready = readyThemes(await themesOf(tx));
  const found = await saidWords(tx, sinceDay(actor), which, afterOf(cursor), limit + 1);
  const items = found.slice(0, limit).map((row) => withProposal(row, ready));
  const last = items.at(-1);
  return {
    items,
    nextCursor: found.length > limit && last ? encodeCursor([last.day, last.recordId, last.place]) : null,
  };
}

/**
 * Somebody says under which themes words stand; everybody may, and none is allowed. `before`: where they stood when they began, so
 * that what others did in the meantime stays. Throws Problem not-found, invalid.
 */
export async function sortWords(
  tx: Tx,
  actor: Actor,
  key: string,
  wanted: readonly string[],
  before?: readonly string[],
): Promise<SaidWords> {
  const at = saidAt(key);
  await holdWords(tx, key);
  const all = await themesOf(tx);
  const row = await findSaid(tx, sinceDay(actor), at);
  if (row === null) throw notFound("words");
  const joined = before === undefined ? wanted : joinThemes(before, wanted, row.themes);
  const themes = cleanThemes(joined, [...all, ...row.themes.map((each) => ({ key: each }))]);
  const fresh = themes.filter((theme) => !row.themes.includes(theme));
  const over = row.themes.filter((theme) => !themes.includes(theme));
  if (fresh.length > 0 || over.length > 0) {
    await saveThemes(tx, at, { fresh, over }, actor);
    await writeJournal(tx, actor, [
      {
        verb: "willing.sorted",
        subject: { kind: at.kind === "card" ? "report-card" : "account-review", id: row.recordId },
        day: actor.today,
        detail: { themes },
      },
    ]);
  }
  return withProposal({ ...row, themes }, readyThemes(all));
}

/** A theme of the team's own, by whoever leads. Throws Problem not-allowed, invalid. */
export async function addTheme(
  tx: Tx,
  actor: Actor,
  said: { name: string; signs: readonly string[] },
): Promise<WillingTheme> {
  refuseFollowers(actor);
  const { name, signs } = cleanTheme(said);
  const same = (await themesOf(tx)).some((each) => each.name.toLowerCase() === name.toLowerCase());
  if (same) throw invalid("there is a theme of that name", "name");
  const id = newId(actor.now);
  await insertTheme(tx, { id, name, signs }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "willing.theme-added",
      subject: { kind: "willing-theme", id },
      day: actor.today,
      detail: { name },
    },
  ]);
  return { key: id, name, signs };
}

/** Throws Problem not-allowed, not-found, and conflict while words stand under it. */
export async function removeTheme(tx: Tx, actor: Actor, id: string): Promise<void> {
  refuseFollowers(actor);
  if (!(await ownThemes(tx)).some((theme) => theme.id === id)) throw notFound("theme");
  const { byTheme } = await countSaid(tx, sinceDay(actor), NO_THEME);
  if ((byTheme.get(id) ?? 0) > 0) throw conflict("something stands under this theme: sort that first");
  await takeBackTheme(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "willing.theme-removed");
}

type KnownTheme = WillingTheme & { own: boolean };

async function themesOf(tx: Tx): Promise<KnownTheme[]> {
  const own = await ownThemes(tx);
  return [
    ...WILLING_THEMES.map((theme) => ({ ...theme, own: false })),
    ...own.map(({ id, name, signs }) => ({ key: id, name, signs, own: true })),
  ];
}

function withProposal(row: SaidRow, ready: readonly ReadyTheme[]): SaidWords {
  return { ...row, proposed: row.themes.length > 0 ? [] : proposeThemes(row.words, ready) };
}

function afterOf(cursor: string | undefined): After | null {
  if (cursor === undefined) return null;
  const [day, recordId, place] = decodeCursor(cursor, 3);
  if (!isDay(day) || !isId(recordId) || typeof place !== "string")
    throw invalid("This cursor does not belong to this list.", "cursor");
  return { day, recordId, place };
}

function sinceDay(actor: Actor): Day {
  return addDays(actor.today, -LOOKED_BACK_DAYS);
}

function mayAddThemes(actor: Actor): boolean {
  return actor.member.role !== "rep";
}

function refuseFollowers(actor: Actor): void {
  if (!mayAddThemes(actor)) throw notAllowed("whoever leads a team adds themes of its own");
}
