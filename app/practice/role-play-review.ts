import type { Persona } from "./persona.ts";
import { MOST_TURNS, type Talk } from "./role-play.ts";
import type { Kept, Rubric } from "./rubric.ts";
import type { Act } from "./said.ts";
import { isSkill, pointsOf, SKILL_FRAME, spoilingOf, type Skill } from "./skill.ts";

type Done = Talk["done"];

const any =
  (...acts: Act[]) =>
  (done: Done) =>
    acts.some((act) => done[act] !== undefined);

const first = (done: Done, ...acts: Act[]): number | undefined => {
  const turns = acts.flatMap((act) => done[act] ?? []);
  return turns.length === 0 ? undefined : Math.min(...turns);
};

/** What of a talk speaks for a yes to each point, by rubric; a point that nobody can read out of words is not there. */
const SHOWS: Readonly<Record<string, Readonly<Record<string, (done: Done, talk: Talk) => boolean>>>> = {
  ask: {
    whom: any("whom"),
    picture: any("picture"),
    reason: any("reason"),
    introduction: any("introduction"),
    next: any("next"),
    gratitude: any("gratitude"),
    value: any("value"),
    freedom: any("freedom"),
  },
  "review-ask": {
    "results-first": (done) =>
      (first(done, "value", "gains") ?? MOST_TURNS) <= (done.introduction ?? MOST_TURNS - 1),
    "their-words": any("gains"),
    trouble: any("trouble", "owns"),
    whom: any("whom"),
    reason: any("reason"),
    introduction: any("introduction"),
    next: any("next"),
    freedom: any("freedom"),
  },
  "take-a-no": {
    heard: any("hears", "echo"),
    thanked: any("thanks"),
    unpressed: (done, { counts }) => counts.pushes === 0 && !any("introduction", "anyone")(done),
    unexplained: (done) => !any("why")(done),
    "kept-open": any("keepsOpen"),
    gave: any("gives"),
    ended: (done, { counts }) => counts.pushes === 0 && (first(done, "accepts", "bye") ?? MOST_TURNS) <= 1,
  },
};

/**
 * A point of a skill is a yes where it was heard, and nothing where it was not: how much these rules overlook was never measured. What
 * was spoilt is a no.
 */
function inSkill(skill: Skill, { points }: Pick<Rubric, "points">, { done, turns, whenAsked }: Talk): Kept {
  const { atOnce, breaks } = SKILL_FRAME[skill];
  const spoilt = done[spoilingOf(skill)] !== undefined;
  const heard = pointsOf(skill).flatMap((point): [string, boolean][] => {
    const key = point.slice(skill.length + 1);
    if (!points.some((each) => each.key === key)) return [];
    if (point === breaks && spoilt) return [[key, false]];
    const turn = done[point];
    const heardIt = turn !== undefined && !whenAsked.includes(point);
    return heardIt && turns.length > 0 && (turn === 0 || !atOnce.includes(point)) ? [[key, true]] : [];
  });
  return Object.fromEntries(heard);
}

/** Yes or no for each point of the rubric that can be read out of what was said; the rep looks them over. */
export function suggestedBy({ plot }: Persona, rubric: Pick<Rubric, "key" | "points">, talk: Talk): Kept {
  if (isSkill(plot)) return inSkill(plot, rubric, talk);
  const shows = SHOWS[rubric.key] ?? (plot === "no" ? SHOWS["take-a-no"] : SHOWS["ask"]) ?? {};
  return Object.fromEntries(
    rubric.points.flatMap(({ key }): [string, boolean][] => {
      const show = shows[key];
      return show ? [[key, talk.turns.length > 0 && show(talk.done, talk)]] : [];
    }),
  );
}
