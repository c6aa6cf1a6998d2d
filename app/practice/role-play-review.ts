import type { Persona } from "./persona.ts";
import { MOST_TURNS, type Talk } from "./role-play.ts";
import type { Kept, Rubric } from "./rubric.ts";
import type { Act } from "./said.ts";

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

/** Yes or no for each point of the rubric that can be read out of what was said; the rep looks them over. */
export function suggestedBy({ plot }: Persona, rubric: Pick<Rubric, "key" | "points">, talk: Talk): Kept {
  const shows = SHOWS[rubric.key] ?? (plot === "no" ? SHOWS["take-a-no"] : SHOWS["ask"]) ?? {};
  return Object.fromEntries(
    rubric.points.flatMap(({ key }): [string, boolean][] => {
      const show = shows[key];
      return show ? [[key, talk.turns.length > 0 && show(talk.done, talk)]] : [];
    }),
  );
}
