import { wilson } from "#lib/kernel/rates.ts";
import { heading, printTable, scaleAsked } from "./measure.ts";
import {
  FEW_SOURCES,
  FULL_SIZE,
  POLICIES,
  simulate,
  TRUTHS,
  type CompanySize,
  type Policy,
  type Simulated,
  type Truth,
} from "./simulated-company.ts";

const AIM = 1.5;
const scale = scaleAsked();
const seeds = Array.from({ length: Math.max(3, Math.round(20 * scale)) }, (_, at) => at + 1);
heading("Whom to ask: suggestions against other orders, in a simulated company", scale);
console.log(
  `${seeds.length} companies, each with ${FULL_SIZE.reps} reps, ${FULL_SIZE.reps * FULL_SIZE.sourcesPerRep} sources and ${FULL_SIZE.weeks} weeks; one to three asks a rep and week`,
);
let failed = false;
for (const [name, truth] of Object.entries(TRUTHS)) compare(name, truth, FULL_SIZE);
compare("as assumed, with few sources a rep", TRUTHS["as assumed"], FEW_SOURCES);
if (failed) process.exitCode = 1;

function compare(name: string, truth: Truth, size: CompanySize): void {
  const years = new Map<Policy, Simulated[]>(
    POLICIES.map((policy) => [policy, seeds.map((seed) => simulate(seed, policy, truth, size))]),
  );
  const random = years.get("random")!.map(per100);
  console.log(`\nwhat makes sources willing: ${name} (${size.sourcesPerRep} sources a rep)`);
  printTable(
    [
      "order",
      "introductions per 100 asks",
      "times random",
      "sources asked",
      "most of one in 30 days",
      "over budget",
    ],
    POLICIES.map((policy) => {
      const each = years.get(policy)!;
      return [
        policy,
        spread(each.map(per100), 1),
        spread(
          each.map((year, at) => per100(year) / random[at]!),
          2,
        ),
        `${(100 * mean(each.map(({ distinct }) => distinct))).toFixed(0)} %`,
        String(Math.max(...each.map(({ mostIn30Days }) => mostIn30Days))),
        String(each.reduce((sum, { overBudget }) => sum + overBudget, 0)),
      ];
    }),
  );
  const ours = years.get("suggestions")!;
  if (ours.some(({ overBudget, mostIn30Days }) => overBudget > 0 || mostIn30Days > 1)) failed = true;
  if (name === "as assumed") {
    const ratio = mean(ours.map((year, at) => per100(year) / random[at]!));
    console.log(`aim: at least ${AIM} times random: ${ratio >= AIM ? "kept" : "MISSED"}`);
    if (ratio < AIM) failed = true;
  }
  tellChances(ours.flatMap(({ shown }) => shown));
}

/** The chances as the product would have shown them, each from outcomes of before. */
function tellChances(shown: Simulated["shown"]): void {
  if (shown.length === 0)
    return console.log("no chance was ever shown: scores did not say more than the team's share");
  const brier = mean(shown.map(({ chance, named }) => (chance - Number(named)) ** 2));
  const baseline = mean(shown.map(({ base, named }) => (base - Number(named)) ** 2));
  console.log(
    `chances shown ${shown.length} times: Brier ${brier.toFixed(4)}, saying the team's share of everybody ${baseline.toFixed(4)}`,
  );
  const tens = Map.groupBy(shown, ({ chance }) => Math.min(9, Math.floor(chance * 10)));
  printTable(
    ["chance shown", "mean", "named someone", "95 % interval", "n"],
    [...tens]
      .toSorted(([a], [b]) => a - b)
      .map(([ten, each]) => {
        const named = each.filter((one) => one.named).length;
        const { low, high } = wilson(named, each.length);
        return [
          `${ten * 10}–${ten * 10 + 10} %`,
          percent(mean(each.map(({ chance }) => chance))),
          percent(named / each.length),
          `${percent(low)} to ${percent(high)}`,
          String(each.length),
        ];
      }),
  );
}

function per100({ introductions, asks }: Simulated): number {
  return (100 * introductions) / asks;
}

/** The mean, and within what it lies in 95 of 100 such series (normal approximation over the seeds). */
function spread(values: readonly number[], digits: number): string {
  const middle = mean(values);
  const variance =
    values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(1, values.length - 1);
  const half = 1.96 * Math.sqrt(variance / values.length);
  return `${middle.toFixed(digits)} (${(middle - half).toFixed(digits)} to ${(middle + half).toFixed(digits)})`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
