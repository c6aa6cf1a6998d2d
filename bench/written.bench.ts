import { wilson } from "#lib/kernel/rates.ts";
import { machineLine, printTable } from "./measure.ts";
import {
  agreementOn,
  SET_PARTS,
  labelledAsks,
  precisionOf,
  recallOf,
  SET_LANGUAGES,
} from "./written-measure.ts";

console.log("What is read in written asks, against their labels");
console.log(machineLine());
for (const part of SET_PARTS) {
  for (const language of SET_LANGUAGES) {
    const asks = labelledAsks(language, part);
    console.log(
      `\n${part === "held-out" ? "never seen" : `seen while the rules were written (${part})`}, ${language}: ${asks.length} asks`,
    );
    printTable(
      ["label", "labelled", "read", "precision", "95 %", "recall", "95 %"],
      agreementOn(asks).map((each) => {
        const { key, right, wrong, overlooked } = each;
        return [
          key,
          String(right + overlooked),
          String(right + wrong),
          precisionOf(each).toFixed(2),
          interval(right, right + wrong),
          recallOf(each).toFixed(2),
          interval(right, right + overlooked),
        ];
      }),
    );
  }
}

function interval(successes: number, n: number): string {
  const { low, high } = wilson(successes, n);
  return `${low.toFixed(2)}–${high.toFixed(2)}`;
}
