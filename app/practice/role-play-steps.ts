import { linesOf, type End, type Objection, type Persona } from "./persona.ts";
import { weightOf } from "./persona-weights.ts";
import type { Talk } from "./role-play.ts";
import {
  A_FEW_WORDS,
  SAYS_SOMETHING,
  atBest,
  closing,
  coldEnd,
  creditOf,
  decision,
  letsGo,
  nextDoubt,
  pick,
  push,
  requested,
  smallTalk,
  told,
  type Step,
} from "./role-play-moves.ts";
import { advanceInSkill, onTheWayInSkill, spoilt } from "./role-play-skill.ts";
import type { Act, Said } from "./said.ts";
import { isSkill, isSkillAct, spoilingOf } from "./skill.ts";

export function stepOf(persona: Persona, talk: Talk, said: Said, text: string): Step {
  if (said.acts.has("rude")) return { kind: "walks-off", end: "walks-off" };
  if (said.acts.has("silence"))
    return talk.counts.silences >= 2
      ? closing(persona, talk)
      : { kind: "silence", patience: -1, count: "silences" };
  if (talk.turns.some((turn) => plainly(turn.said) === plainly(text))) return { kind: "again", patience: -1 };
  if (persona.plot === "no") return afterTheirNo(persona, talk, said);
  if (isSkill(persona.plot) && said.acts.has(spoilingOf(persona.plot))) return spoilt(talk);
  return talk.open ? onObjection(persona, talk, talk.open, said) : goesOn(persona, talk, said);
}

function goesOn(persona: Persona, talk: Talk, said: Said): Step {
  return isSkill(persona.plot)
    ? onTheWayInSkill(persona, talk, said, persona.plot)
    : onTheWay(persona, talk, said);
}

function plainly(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}

const MOST_TRIES = 3;

function onObjection(persona: Persona, talk: Talk, open: NonNullable<Talk["open"]>, said: Said): Step {
  const objection = persona.objections[open.at] as Objection;
  const has = (act: Act) => said.acts.has(act);
  const requests = persona.plot === "ask" && (has("introduction") || has("anyone"));
  const lets = has("accepts") && objection.answeredBy.includes("accepts");
  const hearsNow = has("hears") || has("echo") || has("owns") || lets || (has("asks") && !requests);
  const heard = open.heard || hearsNow;
  const answersNow = objection.answeredBy.some(has);
  const answered = open.answered || answersNow;
  const speaks = [...said.acts].some(isSkillAct);
  const presses = has("pushes") && !has("hears") && !speaks;
  if (presses || (requests && !heard && !answered)) return push(talk);
  if (letsGo(said) && !objection.answeredBy.includes("accepts")) return givesWay(persona, talk);
  if ((heard || objection.asks) && answered) return settle(persona, talk, open.at, 1);
  const tried = (change: Partial<typeof open>): Step["change"] => ({
    open: { ...open, heard, answered, tries: open.tries + 1, ...change },
  });
  // The doubts of another skill are smaller: an answer will do, and so will trying twice.
  const suffices = answered || (open.tries > 0 && said.words >= SAYS_SOMETHING);
  if (isSkill(persona.plot) && suffices) return settle(persona, talk, open.at, 0);
  if (answered)
    return staysOpen(persona, talk, open, {
      kind: "unheard",
      patience: -1,
      trust: -1,
      change: tried({}),
    });
  if (hearsNow && has("asks") && !speaks && said.words < 2 * SAYS_SOMETHING)
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

function staysOpen(persona: Persona, talk: Talk, open: NonNullable<Talk["open"]>, step: Step): Step {
  if (open.tries + 1 < MOST_TRIES + 1) return step;
  const { otherwise } = persona.objections[open.at] as Objection;
  const kind = talk.trust >= persona.thinks || otherwise === "colleague" ? otherwise : coldEnd(persona);
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
  if (isSkill(persona.plot)) return advanceInSkill(persona, talk, persona.plot);
  const doubt = nextDoubt(persona, talk);
  if (doubt !== null) return doubt;
  const mayIntroduce = persona.best === "introduces";
  if (mayIntroduce && talk.done.reason === undefined && !talk.everAsked.includes("reason"))
    return { kind: "reason", change: { asked: "reason" } };
  const end = decision(persona, talk);
  if (end === "introduces" && talk.done.next === undefined && !talk.everAsked.includes("next"))
    return { kind: "next", change: { asked: "next" } };
  return { kind: end, end };
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

/** Whoever lets a doubt stand has not lost anything. */
function givesWay(persona: Persona, talk: Talk): Step {
  if (isSkill(persona.plot)) return closing(persona, talk);
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
