import { uniformFrom } from "#lib/kernel/random.ts";
import { planFor, project } from "#results/projection.ts";
import { STEPS } from "#results/step.ts";
import { inventedPast, type Invented } from "./invented-past.ts";
import { heading, ms, printTable, scaleAsked, spreadOf, timed } from "./measure.ts";

const HISTORIES = 1_000;
const TEAMS: [string, Invented][] = [
  ["six reps who differ", {}],
  ["six reps who hardly differ", { alike: 400 }],
  ["two reps who ask little", { reps: 2, asks: [1, 3] }],
  ["thirty reps", { reps: 30 }],
  ["eleven reps with holidays who grow into asking", { uneven: true, reps: 11, asks: [1, 5] }],
];

const scale = scaleAsked();
heading("What the 80 % ranges of the next quarter hold, and what they take", scale);
held();
await taken();

/** Of histories that go on after the projection was made: how many outcomes lie in its range. */
function held(): void {
  const histories = Math.ceil(HISTORIES * scale);
  const rows = TEAMS.map(([name, team], at) => {
    const uniform = uniformFrom(100 + at);
    const count = { introductions: 0, meetings: 0, deals: 0 };
    let said = 0;
    for (let history = 0; history < histories; history += 1) {
      const { ahead, outcome } = inventedPast(uniform, team);
      const found = project({ ...ahead, seed: history, rounds: 250 });
      if (found.kind === "too-early") continue;
      said += 1;
      for (const step of STEPS) {
        const { low, high } = found.steps[step].at(-1)!;
        if (low <= outcome[step] && outcome[step] <= high) count[step] += 1;
      }
    }
    const all = STEPS.reduce((sum, step) => sum + count[step], 0);
    return [name, String(said), ...STEPS.map((step) => share(count[step], said)), share(all, 3 * said)];
  });
  printTable(["held", "histories", ...STEPS, "all"], rows);
}

/** Milliseconds of a projection of a thousand rounds, and of a plan backwards. */
async function taken(): Promise<void> {
  const rows: string[][] = [];
  for (const reps of [6, 50, 500]) {
    const { ahead } = inventedPast(uniformFrom(reps), { reps: Math.ceil(reps * scale) });
    const forth: number[] = [];
    const back: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      forth.push((await timed(() => Promise.resolve(project(ahead)))).ms);
      back.push((await timed(() => Promise.resolve(planFor(6 * ahead.reps.length, ahead)))).ms);
    }
    rows.push([String(ahead.reps.length), ms(spreadOf(forth).p50), ms(spreadOf(back).p50)]);
  }
  printTable(["reps", "projection ms", "plan ms"], rows);
}

function share(many: number, of: number): string {
  return `${((100 * many) / Math.max(1, of)).toFixed(1)} %`;
}
