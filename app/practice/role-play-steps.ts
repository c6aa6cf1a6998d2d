import { linesOf, type End, type Objection, type Persona } from "./persona.ts";
import type { LineKind } from "./personas/frame.ts";
import { weightOf } from "./persona-weights.ts";
import type { Counted, Talk } from "./role-play.ts";
import type { Act, Said } from "./said.ts";

/** What they answer, and what it does to them beside what the words themselves did. */
export interface Step {
  kind: LineKind;
  /** Their own words for it; otherwise one of the house's lines of that kind. */
  line?: string | null;
  trust?: number;
  patience?: number;
  end?: End;
  change?: Partial<Pick<Talk, "asked" | "open" | "settled" | "whenAsked" | "done">>;
  count?: Counted;
}

export function stepOf(persona: Persona, talk: Talk, said: Said, text: string): Step {
  if (said.acts.has("rude")) return { kind: "walks-off", end: "walks-off" };
  if (said.acts.has("silence"))
    return talk.counts.silences >= 2
      ? closing(persona, talk)
      : { kind: "silence", patience: -1, count: "silences" };
  if (talk.turns.some((turn) => plainly(turn.said) === plainly(text))) return { kind: "again", patience: -1 };
  if (persona.plot === "no") return afterTheirNo(persona, talk, said);
  return talk.open ? onObjection(persona, talk, talk.open, said) : onTheWay(persona, talk, said);
}

function plainly(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

const A_FEW_WORDS = 4;
const SAYS_SOMETHING = 7;
const MOST_TRIES = 3;

function onObjection(persona: Persona, talk: Talk, open: NonNullable<Talk["open"]>, said: Said): Step {
  const objection = persona.objections[open.at] as Objection;
  const has = (act: Act) => said.acts.has(act);
  const requests = has("introduction") || has("anyone");
  const lets = has("accepts") && objection.answeredBy.includes("accepts");
  const hearsNow = has("hears") || has("echo") || has("owns") || lets || (has("asks") && !requests);
  const heard = open.heard || hearsNow;
  const answersNow = objection.answeredBy.some(has);
  const answered = open.answered || answersNow;
  if ((has("pushes") && !has("hears")) || (requests && !heard && !answered)) return push(talk);
  if (letsGo(said) && !objection.answeredBy.includes("accepts")) return givesWay(persona, talk);
  if ((heard || objection.asks) && answered) return settle(persona, talk, open.at, 1);
  const tried = (change: Partial<typeof open>): Step["change"] => ({
    open: { ...open, heard, answered, tries: open.tries + 1, ...change },
  });
  if (answered)
    return staysOpen(persona, talk, open, {
      kind: "unheard",
      patience: -1,
      trust: -1,
      change: tried({}),
    });
  if (hearsNow && has("asks") && said.words < 2 * SAYS_SOMETHING)
    return { kind: "more", line: objection.more, change: tried({ tries: open.tries }) };
  // What was not understood here may well have been an answer: they ask once, and then take it as one.
  if (open.heard && said.words >= SAYS_SOMETHING) return settle(persona, talk, open.at, 0);
  if (heard && said.words >= SAYS_SOMETHING)
    return staysOpen(persona, talk, open, { kind: "howExactly", change: tried({}) });
  if (hearsNow) return staysOpen(persona, talk, open, { kind: "heardOnly", change: tried({}) });
  // Perhaps it was an answer in words that nobody here knows: the first time, they only ask what was meant.
  const puzzles = open.tries === 0 && said.words >= A_FEW_WORDS;
  return staysOpen(persona, talk, open, {
    kind: puzzles ? "clarify" : "unheard",
    patience: puzzles ? 0 : -1,
    trust: puzzles ? 0 : -1,
    change: tried({}),
  });
}

const LETTING_GO = 12;

/** A short word that lets it rest; "No problem, I will write to you" does not. */
function letsGo({ acts, words }: Said): boolean {
  const goesOn: readonly Act[] = ["introduction", "anyone", "ease", "next", "reason", "asks", "pushes"];
  return (
    (acts.has("accepts") || acts.has("bye")) && words <= LETTING_GO && !goesOn.some((act) => acts.has(act))
  );
}

function staysOpen(persona: Persona, talk: Talk, open: NonNullable<Talk["open"]>, step: Step): Step {
  if (open.tries + 1 < MOST_TRIES + 1) return step;
  const { otherwise } = persona.objections[open.at] as Objection;
  const kind = talk.trust >= persona.thinks || otherwise === "colleague" ? otherwise : "no";
  return { kind, end: kind };
}

function settle(persona: Persona, talk: Talk, at: number, trust: number): Step {
  const { settled } = persona.objections[at] as Objection;
  const now = { ...talk, open: null, settled: [...talk.settled, at], trust: talk.trust + trust };
  const onward = advance(persona, now);
  const own = settled ?? pick(linesOf(persona, "settled"), now, "settled");
  const follows = onward.end
    ? (persona.ends[onward.end] ?? pick(linesOf(persona, onward.end), now, onward.end))
    : (onward.line ?? pick(linesOf(persona, onward.kind), now, onward.kind));
  return {
    ...onward,
    line: `${own} ${follows}`,
    trust: trust + (onward.trust ?? 0),
    change: { open: null, settled: now.settled, ...onward.change },
  };
}

/** Somebody is pictured and the introduction was asked for: what is still in the way, or what they decide. */
function advance(persona: Persona, talk: Talk): Step {
  const at = persona.objections.findIndex(
    ({ always, answeredBy }, place) =>
      !talk.settled.includes(place) && (always || !answeredBy.some((act) => talk.done[act] !== undefined)),
  );
  if (at >= 0)
    return {
      kind: "remark",
      line: (persona.objections[at] as Objection).line,
      change: { asked: null, open: { at, heard: false, answered: false, tries: 0 } },
    };
  const mayIntroduce = persona.best === "introduces";
  if (mayIntroduce && talk.done.reason === undefined && !talk.everAsked.includes("reason"))
    return { kind: "reason", change: { asked: "reason" } };
  const end = decision(persona, talk);
  if (end === "introduces" && talk.done.next === undefined && !talk.everAsked.includes("next"))
    return { kind: "next", change: { asked: "next" } };
  return { kind: end, end };
}

const BEST_FIRST: readonly End[] = ["introduces", "will-think", "not-now", "kept-open", "no"];

function decision(persona: Persona, { trust }: Talk): End {
  if (trust >= persona.willing) return persona.best;
  if (trust < persona.thinks) return "no";
  return atBest(persona, "will-think");
}

function atBest({ best }: Persona, end: End): End {
  return BEST_FIRST.indexOf(best) > BEST_FIRST.indexOf(end) ? best : end;
}

function onTheWay(persona: Persona, talk: Talk, said: Said): Step {
  const has = (act: Act) => said.acts.has(act);
  if (has("pushes") && !has("hears") && requested(talk)) return push(talk);
  if (letsGo(said) && talk.asked === null)
    return requested(talk)
      ? givesWay(persona, talk)
      : has("bye")
        ? { kind: "unasked", end: "unasked" }
        : smallTalk(talk, said);
  const credited = creditOf(persona, talk, said);
  const now = credited ? { ...talk, ...credited.change, trust: talk.trust + credited.trust } : talk;
  const step = ask(persona, now, said, credited !== null);
  return credited
    ? {
        ...step,
        trust: credited.trust + (step.trust ?? 0),
        change: { ...credited.change, ...step.change },
      }
    : step;
}

function requested({ done }: Talk): boolean {
  return done.introduction !== undefined || done.anyone !== undefined;
}

/** They asked for just that: what is said next is taken as the answer, in whatever words. */
function creditOf(persona: Persona, talk: Talk, said: Said) {
  const { asked } = talk;
  if (asked === null || talk.done[asked] !== undefined) return null;
  const few = asked === "whom" ? 2 : A_FEW_WORDS;
  const elsewhere: readonly Act[] = ["anyone", "vague", "pushes", "hears", "accepts", "owns"];
  if (said.words < few || elsewhere.some((act) => said.acts.has(act))) return null;
  if (asked === "reason" && said.acts.has("asks") && said.words < SAYS_SOMETHING) return null;
  return {
    trust: weightOf(persona, asked),
    change: {
      asked: null,
      done: { ...talk.done, [asked]: talk.turns.length },
      whenAsked: [...talk.whenAsked, asked],
    },
  };
}

function ask(persona: Persona, talk: Talk, said: Said, credited: boolean): Step {
  const has = (act: Act) => said.acts.has(act);
  const pictured = talk.done.whom !== undefined;
  const wanted = talk.done.introduction !== undefined;
  if (wanted && pictured) {
    // Once everything stands and was asked about, whatever comes next is followed by what they decide.
    return advance(persona, talk);
  }
  if ((has("anyone") || (has("vague") && talk.asked === "whom")) && !pictured)
    return talk.counts.anyones >= 2
      ? { kind: "no", end: "no" }
      : {
          kind: "anyone",
          patience: talk.counts.anyones > 0 ? -1 : 0,
          count: "anyones",
          change: { asked: "whom" },
        };
  if (wanted && (has("introduction") || credited))
    return { kind: "whom", patience: talk.everAsked.includes("whom") ? -1 : 0, change: { asked: "whom" } };
  if (pictured && (has("whom") || credited))
    return {
      kind: "introduction",
      line: said.known === null ? null : (persona.knows[said.known]?.line ?? null),
      change: { asked: "introduction" },
    };
  const isNew = (act: Act) => talk.done[act] === talk.turns.length;
  if (has("asks")) return told(persona, talk);
  if (isNew("value")) return { kind: "value" };
  if (isNew("gratitude")) return { kind: "gratitude" };
  if (isNew("owns") || isNew("trouble")) return { kind: "heardOnly" };
  if (said.words >= A_FEW_WORDS && [...said.acts].some((act) => isNew(act) && weightOf(persona, act) > 0))
    return { kind: "goOn" };
  if (has("apology") || has("hedge")) return { kind: "apology", patience: -1 };
  return smallTalk(talk, said);
}

function told(persona: Persona, talk: Talk): Step {
  const line = persona.tells[talk.counts.told];
  return {
    kind: "told",
    line: line ?? null,
    patience: talk.counts.told >= Math.max(2, persona.tells.length) ? -1 : 0,
    count: "told",
  };
}

function smallTalk(talk: Talk, said: Said): Step {
  if (said.words < SAYS_SOMETHING)
    return { kind: "small", patience: talk.counts.small >= 2 ? -1 : 0, count: "small" };
  return { kind: "clarify", patience: talk.counts.puzzled >= 2 ? -1 : 0, count: "puzzled" };
}

const MOST_PUSHES = 3;

function push(talk: Talk): Step {
  return talk.counts.pushes + 1 >= MOST_PUSHES
    ? { kind: "walks-off", end: "walks-off", count: "pushes" }
    : { kind: "pushed", patience: -2, trust: -1, count: "pushes" };
}

/** Whoever lets a doubt stand has not lost anything. */
function givesWay(persona: Persona, talk: Talk): Step {
  const { otherwise } = talk.open
    ? (persona.objections[talk.open.at] as Objection)
    : { otherwise: "no" as End };
  const warm = otherwise === "no" ? atBest(persona, "will-think") : otherwise;
  const end = otherwise === "colleague" ? otherwise : talk.trust >= persona.thinks ? warm : "no";
  return { kind: end, end, trust: 1 };
}

/** They said no before the talk begins; the talk is about how it is taken. */
function afterTheirNo(persona: Persona, talk: Talk, said: Said): Step {
  const has = (act: Act) => said.acts.has(act);
  if (has("pushes") || has("introduction") || has("anyone") || has("gift"))
    return talk.counts.pushes >= 1
      ? { kind: "walks-off", end: "walks-off", count: "pushes" }
      : { kind: "pushed", patience: -2, trust: -1, count: "pushes" };
  const lets = has("accepts") || has("bye") || has("keepsOpen") || has("gives");
  if (lets && talk.settled.length > 0 && talk.trust >= persona.willing)
    return { kind: persona.best, end: persona.best };
  const at = persona.objections.findIndex((_, place) => !talk.settled.includes(place));
  if (at < 0 || has("bye")) {
    const kind = talk.trust >= persona.willing ? persona.best : "no";
    return { kind, end: kind };
  }
  return {
    kind: "remark",
    line: (persona.objections[at] as Objection).line,
    patience: has("why") ? -1 : 0,
    change: { settled: [...talk.settled, at] },
  };
}

/** Nobody has more time, or nothing comes any more. */
export function closing(persona: Persona, talk: Talk): Step {
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
