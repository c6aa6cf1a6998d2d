import { wilson } from "#lib/kernel/rates.ts";
import { heading, printTable, scaleAsked } from "./measure.ts";
import { byChance, byFormula, byWords, measure, type Measured } from "./meet-measure.ts";
import { KEPT_APART, WORKED_ON, type LabelledPeople } from "./meet-people.ts";

const scale = scaleAsked();
const lots = Math.max(20, Math.round(200 * scale));
heading("These two should meet: the formula against words in common and against chance", scale);
tell("the people the weights were chosen on", WORKED_ON);
const [ours, words] = tell("people kept apart until the weights stood", KEPT_APART);
if (!ours || !words || !isAbove(ours, words)) {
  console.log("MISSED: the formula proposes no better than words in common");
  process.exitCode = 1;
}

function tell(which: string, labelled: LabelledPeople): Measured[] {
  const size = labelled.people.length;
  const pairs = (size * (size - 1)) / 2;
  console.log(`\n${which}: ${size} people, ${pairs} pairs, ${labelled.good.length} of them should meet`);
  const chance = Array.from({ length: lots }, (_, at) => measure(labelled, byChance(at + 1)));
  const sum = (of: (one: Measured) => number) => chance.reduce((total, one) => total + of(one), 0);
  const rows: [string, Measured][] = [
    ["formula", measure(labelled, byFormula)],
    ["words in common", measure(labelled, byWords)],
    [
      `chance, ${lots} times`,
      { proposed: sum((one) => one.proposed), right: sum((one) => one.right), good: sum((one) => one.good) },
    ],
  ];
  printTable(
    ["order", "proposed", "right", "precision at 3", "95 % interval", "recall at 3", "95 % interval"],
    rows.map(([order, { proposed, right, good }]) => [
      order,
      String(proposed),
      String(right),
      ...share(right, proposed),
      ...share(right, good),
    ]),
  );
  return rows.map(([, measured]) => measured);
}

function isAbove(one: Measured, other: Measured): boolean {
  return one.right / one.proposed > other.right / other.proposed && one.right >= other.right;
}

function share(right: number, of: number): [string, string] {
  const { low, high } = wilson(right, of);
  return [percent(right / of), `${percent(low)} to ${percent(high)}`];
}

function percent(value: number): string {
  return `${(100 * value).toFixed(0)} %`;
}
