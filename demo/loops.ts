import { addDays, type Day } from "#lib/kernel/days.ts";
import type { DutyHow } from "#loops/duty.ts";
import { throwDice } from "./dice.ts";
import { onWorkday, type Life } from "./story.ts";

/** Of sources, how many hear from us at each turn: most, never all. */
const THANKED = 0.96;
const TOLD = 0.93;
const TOLD_AT_CLOSE = 0.94;
const HOWS: Readonly<Record<DutyHow, number>> = {
  call: 0.45,
  note: 0.3,
  email: 0.14,
  "in-person": 0.06,
  message: 0.03,
  gift: 0.02,
};

/** What was owed to sources, and done: thanks after the first answer, word within the month, word and thanks at the close. */
export function tellOfLoops(life: Life): void {
  // Of their own, so that the rest of the story stays as it is.
  const dice = throwDice(20_261_122);
  const say = (referral: string, by: string, day: Day, turn: "arrival" | "later" | "close") =>
    life.scenes.push({ what: "loop", referral, by, day: onWorkday(day), turn, how: dice.weigh(HOWS) });
  const dealOf = new Map(
    life.scenes.flatMap((scene) =>
      scene.what === "deal" && scene.referral ? [[scene.key, scene.referral]] : [],
    ),
  );
  const closedOn = new Map(
    life.scenes.flatMap((scene) => {
      const referral = scene.what === "deal-outcome" ? dealOf.get(scene.deal) : undefined;
      return scene.what === "deal-outcome" && referral ? [[referral, scene] as const] : [];
    }),
  );
  const held = new Set(
    life.scenes.flatMap((scene) =>
      scene.what === "meeting-outcome" && scene.outcome === "held" ? [scene.meeting] : [],
    ),
  );
  const metOn = new Map(
    life.scenes.flatMap((scene) =>
      scene.what === "meeting" && scene.referral && held.has(scene.key)
        ? [[scene.referral, scene.takesPlace] as const]
        : [],
    ),
  );
  const answers = life.scenes.flatMap((scene) => (scene.what === "respond" ? [scene] : []));
  for (const scene of answers) {
    const { referral, by, day } = scene;
    if (dice.chance(THANKED)) say(referral, by, addDays(day, dice.between(0, 1)), "arrival");
    const close = closedOn.get(referral);
    if (close === undefined || close.day > addDays(day, 30)) {
      if (dice.chance(TOLD)) {
        const met = metOn.get(referral);
        const told = addDays(day, dice.between(12, 27));
        // Who meets first tells how it went.
        say(referral, by, met && told <= met ? addDays(met, 1) : told, "later");
      }
    }
    if (close && dice.chance(TOLD_AT_CLOSE))
      say(referral, by, addDays(close.day, dice.between(0, 1)), "close");
  }
}
