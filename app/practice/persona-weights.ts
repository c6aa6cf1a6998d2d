import type { Persona, Plot } from "./persona.ts";
import type { Act } from "./said.ts";

/** How much an act moves this persona, up or down. */
export function weightOf({ plot, weighs }: Persona, act: Act): number {
  return weighs[act] ?? WEIGHTS[plot][act] ?? 0;
}

const WEIGHTS: Readonly<Record<Plot, Partial<Readonly<Record<Act, number>>>>> = {
  ask: {
    value: 2,
    gratitude: 1,
    introduction: 1,
    whom: 2,
    picture: 1,
    reason: 2,
    next: 1,
    freedom: 1,
    ease: 1,
    care: 1,
    gains: 1,
    trouble: 1,
    gives: 1,
    owns: 1,
    apology: -1,
    hedge: -1,
    anyone: -2,
    gift: -2,
    why: -1,
  },
  no: {
    hears: 2,
    echo: 1,
    thanks: 2,
    accepts: 2,
    keepsOpen: 2,
    gives: 2,
    later: 1,
    introduction: -3,
    anyone: -2,
    why: -2,
    gift: -3,
    apology: -1,
  },
};
