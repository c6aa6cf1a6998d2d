import type { Day } from "#lib/kernel/days.ts";
import { WHY_MISSED_WORDS } from "./promise-words.ts";
import { WHY_MISSED, type PromiseState, type Promised, type Told, type WhyMissed } from "./promise.ts";

/** What one can say in one breath of all promises that are not kept yet: they stay as they are read, were kept after all, or why not. */
export const AT_ONCE = ["as-it-stands", "kept", ...WHY_MISSED] as const;
export type AtOnce = (typeof AT_ONCE)[number];

/** For choosing one. Kept can be said only where something was promised in own words. */
export function atOnceChoices(hasOwn: boolean): { id: AtOnce; label: string }[] {
  return [
    { id: "as-it-stands", label: "As it stands" },
    ...(hasOwn ? [{ id: "kept", label: "Kept, what is not read from the log" } as const] : []),
    ...WHY_MISSED.map((id) => ({ id, label: `Missed: ${lowered(WHY_MISSED_WORDS[id])}` })),
  ];
}

export interface Line {
  promised: Promised;
  state: PromiseState;
  told: Told | null;
}

/** What that says of one promise; null: nothing. */
export function toldOf({ promised, state, told }: Line, said: AtOnce): Told | null {
  if (told !== null || (state !== "open" && state !== "missed") || said === "as-it-stands") return null;
  if (said !== "kept") return { how: "missed", why: said, next: null };
  return promised.kind === "own" ? { how: "kept", why: null, next: null } : null;
}

/** What the undo of it needs: which lines were told by it. */
export interface ToldAtOnce {
  week: Day;
  promiseIds: string[];
  /** It had not been told before. */
  first: boolean;
}

/** A reply in plain words, as far as it tells of a week. */
export interface WeekTold {
  said: AtOnce;
  learned: string | null;
}

/** As it is read: unclear where it must be asked which were kept. */
export interface WeekRead {
  said: AtOnce | "unclear";
  learned: string | null;
}

const BEGINS =
  /^(?:my week|week|check[- ]?in|promises|meine woche|woche|versprechen)\s*[:,–-]\s*(?<rest>.*)$/iu;
const LEARNED = /\b(?:i )?(?:learned|learnt|gelernt)\s*[:,–-]?\s*(?<learned>.+)$/iu;

const REASONS: readonly [WhyMissed, RegExp][] = [
  ["no-time", /\b(no time|keine zeit)\b/iu],
  ["not-reached", /\b(not reached|did not reach|could not reach|nicht erreicht)\b/iu],
  ["not-the-moment", /\b(not the moment|wrong moment|nicht der moment|falscher moment)\b/iu],
  ["lost-nerve", /\b(lost (my )?nerve|did not dare|nicht getraut)\b/iu],
  ["too-much", /\b(too much|zu viel)\b/iu],
];
const KEPT = /\b(kept|done|gehalten|geschafft|erledigt)\b/iu;
const NEGATED = /\b(not|none|nothing|no|never|nicht|nichts|kein\p{L}*|nie)\b|n['’]t\b/iu;
/** Of some, or of what is not everything: which ones, only a person can say. */
const IN_PART =
  /\b(all|everything|every|each|both|alle[sn]?|jede[sn]?|beide[sn]?|except|but|apart|besides|without|only|just|almost|nearly|half|some|most|few|partly|au(?:ß|ss)er|bis auf|aber|ohne|nur|fast|halb|einige[sn]?|manche[sn]?|meiste[nsr]?|teils|teilweise|wenige[sn]?|and|und|missed|verpasst)\b/iu;
const ALL_KEPT =
  /^(?:yes,? |ja,? )?(?:(?:all|everything|alles|alle|both|beide|beides)(?: (?:was|is|were|wurde|wurden))? )?(?:kept|done|gehalten|geschafft|erledigt)(?: (?:all|everything|alles))?$/iu;
const ALL_MISSED =
  /^(?:(?:all|everything|alles|alle) )?(?:missed|verpasst)$|^(?:none|nothing|nichts|keine?s?)$/iu;

/**
 * "My week: all kept. Learned: ask before lunch." or "Woche: keine Zeit"; null where the line is not about a week. Only what says so
 * plainly is kept or missed; what speaks of some, or says both, is unclear; what says neither leaves the promises as they stand.
 */
export function readWeekTold(text: string): WeekRead | null {
  const alone = /^(?:learned|learnt|gelernt)\s*[:,–-]\s*(?<learned>.+)$/iu.exec(text.trim());
  if (alone) return { said: "as-it-stands", learned: alone.groups?.["learned"]?.trim() ?? null };
  const rest = BEGINS.exec(text.trim())?.groups?.["rest"];
  if (rest === undefined) return null;
  const found = LEARNED.exec(rest);
  const learned = found?.groups?.["learned"]?.trim() || null;
  const before = found === null ? rest : rest.slice(0, found.index);
  return { said: saidIn(before.replaceAll(/[\s.,;!–-]+$/gu, "").trim()), learned };
}

function saidIn(text: string): AtOnce | "unclear" {
  const why = REASONS.find(([, words]) => words.test(text));
  if (why !== undefined) return KEPT.test(text) || IN_PART.test(text) ? "unclear" : why[0];
  if (ALL_KEPT.test(text)) return "kept";
  if (ALL_MISSED.test(text)) return "something-else";
  if (KEPT.test(text)) return NEGATED.test(text) && !IN_PART.test(text) ? "something-else" : "unclear";
  return NEGATED.test(text) || /\b(missed|verpasst)\b/iu.test(text) ? "unclear" : "as-it-stands";
}

function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
