import { linesOf, skillTexts, type Persona } from "./persona.ts";
import {
  A_FEW_WORDS,
  closing,
  creditOf,
  decision,
  letsGo,
  nextDoubt,
  pick,
  push,
  smallTalk,
  told,
  type Step,
} from "./role-play-moves.ts";
import type { Talk } from "./role-play.ts";
import type { Said } from "./said.ts";
import { isSkillAct, pointsOf, SKILL_FRAME, type Skill, type SkillPoint } from "./skill.ts";

/** What they answer while no doubt stands. */
export function onTheWayInSkill(persona: Persona, talk: Talk, said: Said, skill: Skill): Step {
  const has = (act: Parameters<typeof said.acts.has>[0]) => said.acts.has(act);
  const speaks = [...said.acts].some(isSkillAct);
  if (has("pushes") && !has("hears") && !speaks) return push(talk);
  if (letsGo(said) && talk.asked === null) return has("bye") ? closing(persona, talk) : smallTalk(talk, said);
  const credited = creditOf(persona, talk, said);
  const now = credited ? { ...talk, ...credited.change, trust: talk.trust + credited.trust } : talk;
  const step = goesOn(persona, now, said, skill, credited !== null);
  return credited
    ? { ...step, trust: credited.trust + (step.trust ?? 0), change: { ...credited.change, ...step.change } }
    : step;
}

/** What they still want to know, what is in the way, or what they decide. */
export function advanceInSkill(persona: Persona, talk: Talk, skill: Skill): Step {
  const { first, last } = SKILL_FRAME[skill];
  return (
    wantsToKnow(persona, talk, first) ??
    nextDoubt(persona, talk) ??
    wantsToKnow(persona, talk, last) ??
    decided(persona, talk)
  );
}

/** Once they say what it did to them, and the second time they go. */
export function spoilt(talk: Talk): Step {
  return talk.counts.pushes >= 1
    ? { kind: "walks-off", why: "spoilt", end: "walks-off", count: "pushes" }
    : { kind: "spoilt", patience: -2, count: "pushes" };
}

function goesOn(persona: Persona, talk: Talk, said: Said, skill: Skill, credited: boolean): Step {
  const { first, inquires } = SKILL_FRAME[skill];
  const isOpen = first.some((point) => !isPast(talk, point));
  const inquired = inquires ? said.acts.has(inquires) : isOpen && said.acts.has("asks");
  if (inquired && talk.counts.told < Math.max(1, persona.tells.length)) return told(persona, talk);
  if (isOpen) {
    const isNew = (point: SkillPoint) => talk.done[point] === talk.turns.length;
    // Of several, they take up what they had been waiting for longest; the rest only while they wait for all of it.
    const waits = first.every((point) => talk.done[point] === undefined);
    const made = first.findLast(isNew) ?? (waits ? pointsOf(skill).find(isNew) : undefined);
    const line = made && skillTexts(persona)?.hears[made];
    if (line !== undefined && !credited) return { kind: "goOn", line };
    const isFirst = talk.counts.puzzled + talk.counts.small === 0;
    if (!credited && !pointsOf(skill).some(isNew) && (said.words < A_FEW_WORDS || isFirst))
      return smallTalk(talk, said);
  }
  return advanceInSkill(persona, talk, skill);
}

function wantsToKnow(persona: Persona, talk: Talk, points: readonly SkillPoint[]): Step | null {
  const asked = points.find((point) => !isPast(talk, point));
  if (asked === undefined) return null;
  const line = skillTexts(persona)?.asks[asked] ?? pick(linesOf(persona, "lacks"), talk, "lacks");
  return { kind: "lacks", line, change: { asked } };
}

/** It was said, or they have asked for it once. */
function isPast({ done, everAsked }: Talk, point: SkillPoint): boolean {
  return done[point] !== undefined || everAsked.includes(point);
}

function decided(persona: Persona, talk: Talk): Step {
  const end = decision(persona, talk);
  return { kind: end, end };
}
