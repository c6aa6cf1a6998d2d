import { invalid } from "#lib/kernel/problem.ts";
import { mayChangeFor, mayLead, mayManageTeam, type Rights } from "#team/member.ts";
import type { Moment } from "./ask.ts";
import type { BelongsTo } from "./ideal-client.ts";
import { momentsFor, PARTS_AT, type Part } from "./talk-part.ts";

/** What a wording may leave open, filled with what is known: "{name}". */
export const FACTS = ["name", "account", "value", "whom", "reason", "prompts", "rep", "workspace"] as const;
export type Fact = (typeof FACTS)[number];

/** One way to say a part. `key` is its id, or what a seed is called: "en.anytime.permission.plain". */
export interface Choice {
  key: string;
  moment: Moment;
  part: Part;
  text: string;
  /** One that every workspace begins with. */
  seed: boolean;
  /** Standing conversations that used it, and of those the ones whose ask brought an introduction. */
  talks: number;
  introductions: number;
}

export const LONGEST_WORDING = 600;

const OPEN = /\{([^{}]*)\}/g;

/** The text with what is known put in, and what is not: then the text keeps the gap and must not be read out. */
export function fill(
  text: string,
  known: Readonly<Partial<Record<Fact, string | null>>>,
): { text: string; missing: Fact[] } {
  const missing = new Set<Fact>();
  const filled = text.replaceAll(OPEN, (gap, name: string) => {
    if (!isFact(name)) return gap;
    const words = known[name]?.trim();
    if (!words) missing.add(name);
    return words || gap;
  });
  return { text: filled, missing: [...missing] };
}

/** Somebody's words without the quotation marks and the full stop that the wording brings. */
export function bareWords(words: string): string {
  return words
    .trim()
    .replace(/^["“”„«»]+/, "")
    .replace(/["“”„«»]+$/, "")
    .replace(/\.$/, "");
}

export function wholeSentence(words: string): string {
  const text = words.trim();
  return text === "" || /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** The facts a wording leaves open. */
export function factsIn(text: string): Fact[] {
  return [...new Set([...text.matchAll(OPEN)].map((found) => found[1] ?? ""))].filter(isFact);
}

/** The text as it is kept. Throws Problem invalid naming the field. */
export function checkWording(wanted: { moment: Moment; part: Part; text: string }): string {
  const text = wanted.text
    .replaceAll(/\p{Cc}/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (text === "") throw invalid("write what you say", "text");
  if (text.length > LONGEST_WORDING)
    throw invalid(`a sentence or two: at most ${LONGEST_WORDING} characters`, "text");
  if (!PARTS_AT[wanted.moment].includes(wanted.part))
    throw invalid("at that moment this is not said", "part");
  const unknown = [...text.matchAll(OPEN)].map((found) => found[1] ?? "").find((name) => !isFact(name));
  if (unknown !== undefined)
    throw invalid(
      `nothing is known as {${unknown}}; there are ${FACTS.map((each) => `{${each}}`).join(", ")}`,
      "text",
    );
  if (/[{}]/.test(text.replaceAll(OPEN, "")))
    throw invalid("a curly bracket stands alone: placeholders look like {name}", "text");
  return text;
}

/** Reps write and retire their own, managers their team's and its members', leaders all. */
export function mayWriteWording(
  actor: Rights,
  { teamId, memberId }: BelongsTo,
  memberTeamId: string | null,
): boolean {
  if (memberId !== null) return mayChangeFor(actor, { memberId, teamId: memberTeamId });
  return teamId === null ? mayLead(actor) : mayManageTeam(actor, teamId);
}

/**
 * The ways to say one part at a moment, of those that are offered: the team's own, and what everybody begins with only
 * until the team has written its own. What fits anytime helps out where the moment has nothing.
 */
export function choicesFor<C extends Choice>(offered: readonly C[], moment: Moment, part: Part): C[] {
  for (const at of momentsFor(moment, part)) {
    const here = offered.filter((each) => each.moment === at && each.part === part);
    const own = here.filter((each) => !each.seed);
    if (here.length > 0) return own.length > 0 ? own : here;
  }
  return [];
}

function isFact(name: string): name is Fact {
  return (FACTS as readonly string[]).includes(name);
}
