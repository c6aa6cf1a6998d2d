import { linesOf, textsIn, type End, type MoodNow, type Objection, type Persona } from "./persona.ts";
import { weightOf } from "./persona-weights.ts";
import { closing, pick, type Step } from "./role-play-moves.ts";
import { stepOf } from "./role-play-steps.ts";
import { readSaid, type Act, type Said } from "./said.ts";
import { didInSkill } from "./skill-rules/skill-rules.ts";
import { isSkill, isSkillAct, type SkillPoint } from "./skill.ts";
import type { AskPoint } from "./written-rules/written-language.ts";

/** A talk ends after at most so many turns of whoever rehearses. */
export const MOST_TURNS = 16;
/** Longer than this nobody listens, and nothing is read. */
export const LONGEST_TURN = 2_000;

/** What in the words moved them, up or down. */
export interface Moved {
  by: string;
  change: number;
  because: string;
}

/** What was said, and what they answered to it. */
export interface Turn {
  said: string;
  answer: string;
  /** Why they answered so, in one sentence. */
  why: string;
  moved: readonly Moved[];
  mood: MoodNow;
}

/** What may be asked for. */
export type Point = AskPoint | SkillPoint;

export interface Talk {
  /** Chooses among wordings that mean the same, and nothing else. */
  seed: number;
  opening: string;
  turns: readonly Turn[];
  trust: number;
  patience: number;
  /** In which turn each act was first done. */
  done: Partial<Readonly<Record<Act, number>>>;
  /** Points that were made as an answer to their question for just that. */
  whenAsked: readonly Point[];
  asked: Point | null;
  everAsked: readonly Point[];
  /** The objection that stands, by its place. */
  open: { at: number; heard: boolean; answered: boolean; tries: number } | null;
  settled: readonly number[];
  counts: Readonly<Record<Counted, number>>;
  end: { kind: End; days: number | null } | null;
}
export type Counted = "pushes" | "puzzled" | "silences" | "anyones" | "told" | "small";

export function beginTalk(persona: Persona, seed: number): Talk {
  return {
    seed,
    opening: persona.opening,
    turns: [],
    trust: persona.trust,
    patience: persona.patience,
    done: {},
    whenAsked: [],
    asked: null,
    everAsked: [],
    open: null,
    settled: [],
    counts: { pushes: 0, puzzled: 0, silences: 0, anyones: 0, told: 0, small: 0 },
    end: null,
  };
}

/** The talk after these words. What was said before and is said now decides alone; words after the end change nothing. */
export function say(persona: Persona, talk: Talk, words: string): Talk {
  if (talk.end) return talk;
  const text = words.slice(0, LONGEST_TURN);
  const said = readSaid(text, {
    language: persona.language,
    listener: persona.called,
    knows: persona.knows.map((each) => each.words),
    doubt: doubtOf(persona, talk),
    skill: isSkill(persona.plot) ? persona.plot : null,
  });
  const { moved, trust } = weigh(persona, talk, said);
  const patient = said.words > persona.mostWords ? talk.patience - 1 : talk.patience;
  const now: Talk = { ...talk, trust, patience: patient, done: withDone(talk, said) };
  const step = stepOf(persona, now, said, text);
  return finish(persona, now, text, step, [
    ...moved,
    ...(patient < talk.patience ? [{ by: "", change: -1, because: textsIn(persona.language).why.long }] : []),
  ]);
}

/** What stands between the two, in words that are the same whatever the seed. */
function doubtOf({ plot, objections, tells }: Persona, { opening, open, settled, counts }: Talk): string {
  const stands = open ? (objections[open.at] as Objection).line : "";
  if (plot === "ask") return stands;
  if (plot !== "no") return [stands, ...tells.slice(0, counts.told)].join(" ");
  return [opening, ...settled.map((at) => (objections[at] as Objection).line)].join(" ");
}

/** The talk that these turns make, from the beginning. */
export function replay(persona: Persona, seed: number, said: readonly string[]): Talk {
  return said.reduce((talk, words) => say(persona, talk, words), beginTalk(persona, seed));
}

export function moodOf(persona: Persona, { trust, patience }: Pick<Talk, "trust" | "patience">): MoodNow {
  if (patience <= 1) return "impatient";
  if (trust >= persona.willing) return "willing";
  if (trust >= persona.thinks) return "open";
  if (trust === persona.trust) return "waiting";
  return trust > persona.trust ? "warming" : "guarded";
}

const WEAKENS_A_REQUEST: ReadonlySet<Act> = new Set(["apology", "hedge"]);
const MOST_TRUST = 14;

/** What counts for them counts once; what counts against it, each time. */
function weigh(persona: Persona, talk: Talk, { acts, by }: Said): { moved: Moved[]; trust: number } {
  const texts = textsIn(persona.language);
  const requests = acts.has("introduction") || acts.has("anyone") || acts.has("whom");
  const moved = [...acts].flatMap((act): Moved[] => {
    const change = weightOf(persona, act);
    const weakensNothing = WEAKENS_A_REQUEST.has(act) && persona.plot === "ask" && !requests;
    if (change === 0 || weakensNothing || (change > 0 && talk.done[act] !== undefined)) return [];
    return [
      {
        by: by.get(act) ?? "",
        change,
        because: isSkillAct(act) ? didInSkill(persona.language, act) : texts.did[act],
      },
    ];
  });
  const trust = moved.reduce((sum, { change }) => sum + change, talk.trust);
  return { moved, trust: Math.min(MOST_TRUST, Math.max(0, trust)) };
}

function withDone({ done, turns }: Talk, { acts }: Said): Talk["done"] {
  return { ...Object.fromEntries([...acts].map((act) => [act, turns.length])), ...done };
}

function finish(persona: Persona, talk: Talk, said: string, first: Step, moved: readonly Moved[]): Talk {
  const spent = talk.patience + (first.patience ?? 0);
  const isLast = talk.turns.length + 1 >= MOST_TURNS;
  const counts = first.count ? { ...talk.counts, [first.count]: talk.counts[first.count] + 1 } : talk.counts;
  const step = !first.end && (spent <= 0 || isLast) ? closing(persona, { ...talk, counts }) : first;
  const trust = Math.min(MOST_TRUST, Math.max(0, talk.trust + (step.trust ?? 0)));
  const texts = textsIn(persona.language);
  const own = step.line ?? (step.end ? persona.ends[step.end] : null);
  const asked = step.change?.asked ?? null;
  const after = { trust, patience: Math.max(0, spent) };
  const turn: Turn = {
    said,
    answer: own ?? pick(linesOf(persona, step.kind), talk, step.kind),
    why: texts.why[step.why ?? step.kind],
    moved,
    mood: moodOf(persona, after),
  };
  return {
    ...talk,
    ...step.change,
    ...after,
    asked,
    everAsked: asked === null ? talk.everAsked : [...talk.everAsked, asked],
    counts,
    turns: [...talk.turns, turn],
    end: step.end ? { kind: step.end, days: daysUntil(persona, step.end) } : null,
  };
}

function daysUntil({ days }: Persona, end: End): number | null {
  return (end === "will-think" || end === "not-now") && days > 0 ? days : null;
}
