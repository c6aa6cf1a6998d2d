import { PARTS_AT, type Part } from "#asks/talk-part.ts";
import { choicesFor } from "#asks/wording.ts";
import { seedsIn } from "#asks/wordings/talk-languages.ts";
import { throwDice } from "./dice.ts";
import type { Scene } from "./scenes.ts";

const SAID: readonly Part[] = ["value", "permission", "request", "report"];
const seeds = seedsIn("en");

/** With what words an ask of the story was held. The second way to say a part brings a name more often than the first. */
export function wordsSaid({ key, moment, outcome }: Extract<Scene, { what: "ask" }>): string[] {
  const dice = throwDice(Number(key.replaceAll(/\D/g, "")) + 18);
  const named = outcome === "named-someone";
  return SAID.filter((part) => PARTS_AT[moment].includes(part)).flatMap((part) => {
    const [first, second] = choicesFor(seeds, moment, part);
    const said = second && dice.chance(named ? 0.6 : 0.4) ? second : first;
    return said ? [said.key] : [];
  });
}
