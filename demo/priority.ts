import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, instantOf, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { NOTHING_SAID, type Alignment, type Area } from "#programme/alignment.ts";
import { setMark } from "#programme/barrier-mark-actions.ts";
import { beginRollOut, sayAlignment, statePriority } from "#programme/priority-actions.ts";
import { setGoal } from "#team/goal-actions.ts";

const ZONE = "Europe/Berlin";
const BEGAN_DAYS_AGO = 65;
const GOAL_DAYS_AGO = 550;

/** What comes first, said twice; the six areas as far as they are; and a roll-out in its tenth week. */
export async function tellPriority(
  tx: Tx,
  { leader, managers }: { leader: Actor; managers: readonly Actor[] },
): Promise<void> {
  const { today } = leader;
  const began = addDays(today, -BEGAN_DAYS_AGO);
  await statePriority(tx, on(leader, addDays(began, -180)), {
    words: "We want more introductions. Ask when you can.",
    day: undefined,
  });
  await statePriority(tx, on(leader, began), {
    words:
      "Introductions come first. Before we call anybody we do not know, we ask somebody who knows them. We plan it on Monday, practise it every week, tell each other on Friday, and I do the same.",
    day: undefined,
  });
  await beginRollOut(tx, on(leader, began), began);
  // The result has a goal, and the asks that lead to it have none: the roll-out says so.
  await setGoal(tx, on(leader, began), {
    of: null,
    measure: "deals-closed",
    amount: 1,
    every: "month",
    fromDay: addDays(today, -GOAL_DAYS_AGO),
  });
  const [first = leader, second = first] = managers;
  const owners: readonly [Area, Actor, number][] = [
    ["recruiting", leader, 3],
    ["onboarding", second, 20],
    ["training", first, -3],
    ["compensation", leader, 40],
    ["meetings", first, -10],
  ];
  for (const [area, owner, dueIn] of owners)
    await say(tx, on(leader, addDays(began, 3)), area, { owner, dueOn: addDays(today, dueIn) });
  await say(tx, on(first, addDays(today, -12)), "meetings", {
    owner: first,
    dueOn: addDays(today, -10),
    evidence:
      "The weekly meeting opens with what was promised and who introduced us. Pipeline is last, and shorter.",
    alignedOn: addDays(today, -12),
  });
  await say(tx, on(leader, addDays(today, -20)), "compensation", {
    owner: leader,
    dueOn: addDays(today, 40),
    evidence:
      "The bonus counts introductions and meetings from this quarter on; it is in everybody’s letter.",
    alignedOn: addDays(today, -20),
  });
  await setMark(tx, on(leader, addDays(today, -40)), "coached", {
    mark: 50,
    why: "We agreed on a 1:1 every other week with each rep.",
  });
}

async function say(
  tx: Tx,
  actor: Actor,
  area: Area,
  { owner, ...said }: Partial<Alignment> & { owner: Actor },
): Promise<void> {
  await sayAlignment(tx, actor, area, { ...NOTHING_SAID, ...said, ownerId: owner.member.id });
}

function on(actor: Actor, day: Day): Actor {
  return { ...actor, today: day, now: instantOf(day, "09:30", ZONE) };
}
