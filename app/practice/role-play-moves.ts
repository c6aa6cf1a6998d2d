import { type End, type Objection, type Persona } from "./persona.ts";
import type { LineKind } from "./personas/frame.ts";
import { weightOf } from "./persona-weights.ts";
import type { Counted, Talk } from "./role-play.ts";
import type { Act, Said } from "./said.ts";
import { isSkill, isSkillAct } from "./skill.ts";

/** What they answer, and what it does to them beside what the words themselves did. */
export interface Step {
  kind: LineKind;
  /** Their own words for it; otherwise one of the house's lines of that kind. */
  line?: string | null;
  /** Whose reason holds, where it is not that of its kind. */
  why?: LineKind;
  trust?: number;
  patience?: number;
  end?: End;
  change?: Partial<Pick<Talk, "asked" | "open" | "settled" | "whenAsked" | "done">>;
  count?: Counted;
}

export const A_FEW_WORDS = 4;
export const SAYS_SOMETHING = 7;
const LETTING_GO = 12;

/** A short word that lets it rest; "No problem, I will write to you" does not. */
export function letsGo({ acts, words }: Said): boolean {
  const goesOn: readonly Act[] = ["introduction", "anyone", "ease", "next", "reason", "asks", "pushes"];
  return (
    (acts.has("accepts") || acts.has("bye")) &&
    words <= LETTING_GO &&
    !goesOn.some((act) => acts.has(act)) &&
    ![...acts].some(isSkillAct)
  );
}

/** What is still in the way of what they decide, if anything. */
export function nextDoubt(persona: Persona, talk: Talk): Step | null {
  const at = persona.objections.findIndex(
    ({ always, answeredBy }, place) =>
      !talk.settled.includes(place) && (always || !answeredBy.some((act) => talk.done[act] !== undefined)),
  );
  if (at < 0) return null;
  return {
    kind: "remark",
    line: (persona.objections[at] as Objection).line,
    change: { asked: null, open: { at, heard: false, answered: false, tries: 0 } },
  };
}

const BEST_FIRST: readonly End[] = ["introduces", "glad", "will-think", "not-now", "kept-open", "no"];

export function decision(persona: Persona, { trust }: Talk): End {
  if (trust >= persona.willing) return persona.best;
  if (trust < persona.thinks) return coldEnd(persona);
  return atBest(persona, "will-think");
}

/** How it ends where too little was said that they could go by. */
export function coldEnd({ plot }: Persona): End {
  return isSkill(plot) ? "let-down" : "no";
}

export function atBest({ best }: Persona, end: End): End {
  return BEST_FIRST.indexOf(best) > BEST_FIRST.indexOf(end) ? best : end;
}

export function requested({ done }: Talk): boolean {
  return done.introduction !== undefined || done.anyone !== undefined;
}

/** They asked for just that: what is said next is taken as the answer, in whatever words. */
export function creditOf(persona: Persona, talk: Talk, said: Said) {
  const { asked } = talk;
  if (asked === null || talk.done[asked] !== undefined) return null;
  const few = asked === "whom" ? 2 : A_FEW_WORDS;
  const skilled = isSkill(persona.plot);
  const elsewhere: readonly Act[] = skilled
    ? ["pushes"]
    : ["anyone", "vague", "pushes", "hears", "accepts", "owns"];
  if (said.words < few || elsewhere.some((act) => said.acts.has(act))) return null;
  if (asked === "reason" && said.acts.has("asks") && said.words < SAYS_SOMETHING) return null;
  return {
    // An answer in words that nobody here knows is worth something, and does not make them glad by itself.
    trust: skilled ? 1 : weightOf(persona, asked),
    change: {
      asked: null,
      done: { ...talk.done, [asked]: talk.turns.length },
      whenAsked: [...talk.whenAsked, asked],
    },
  };
}

export function told(persona: Persona, talk: Talk): Step {
  const line = persona.tells[talk.counts.told];
  return {
    kind: "told",
    line: line ?? null,
    patience: talk.counts.told >= Math.max(2, persona.tells.length) ? -1 : 0,
    count: "told",
  };
}

export function smallTalk(talk: Talk, said: Said): Step {
  if (said.words < SAYS_SOMETHING)
    return { kind: "small", patience: talk.counts.small >= 2 ? -1 : 0, count: "small" };
  return { kind: "clarify", patience: talk.counts.puzzled >= 2 ? -1 : 0, count: "puzzled" };
}

const MOST_PUSHES = 3;

export function push(talk: Talk): Step {
  return talk.counts.pushes + 1 >= MOST_PUSHES
    ? { kind: "walks-off", end: "walks-off", count: "pushes" }
    : { kind: "pushed", patience: -2, trust: -1, count: "pushes" };
}

/** Nobody has more time, or nothing comes any more. */
export function closing(persona: Persona, talk: Talk): Step {
  if (isSkill(persona.plot)) {
    const end =
      talk.counts.pushes >= 2 ? "walks-off" : talk.trust >= persona.thinks ? "will-think" : "let-down";
    return { kind: end, end };
  }
  const kind: End =
    persona.plot === "ask" && !requested(talk)
      ? "unasked"
      : talk.counts.pushes >= 2
        ? "walks-off"
        : talk.trust >= persona.thinks && persona.plot === "ask"
          ? "not-now"
          : "no";
  return { kind, end: kind };
}

/** One of the wordings, by the seed and the turn; never the one they said last. */
export function pick(
  lines: readonly string[],
  { seed, turns }: Pick<Talk, "seed" | "turns">,
  kind: LineKind,
): string {
  const last = turns.at(-1)?.answer;
  const fresh = lines.length > 1 ? lines.filter((line) => line !== last) : lines;
  return fresh[Math.abs(Math.trunc(seed + turns.length + kind.length)) % fresh.length] ?? "";
}
