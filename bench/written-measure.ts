import { readFileSync } from "node:fs";
import {
  ASK_POINTS,
  WEAKENINGS,
  type AskPoint,
  type Weakening,
} from "#practice/written-rules/written-language.ts";
import { readAsk } from "#practice/written.ts";

export const SET_LANGUAGES = ["en", "de"] as const;
export type SetLanguage = (typeof SET_LANGUAGES)[number];
/** Rules are written by reading the first two; the last is for the measurement alone. */
export const SET_PARTS = ["tuning", "tuning-2", "held-out"] as const;
export type SetPart = (typeof SET_PARTS)[number];

export interface LabelledAsk {
  id: string;
  text: string;
  points: Record<AskPoint, boolean>;
  weakens: Record<Weakening, boolean>;
}

/** How often what was read is what was labelled, for one label. */
export interface Agreement {
  key: AskPoint | Weakening;
  /** Read and labelled · read and not labelled · labelled and not read. */
  right: number;
  wrong: number;
  overlooked: number;
}

export function labelledAsks(language: SetLanguage, part: SetPart): LabelledAsk[] {
  const file = new URL(`../app/practice/written-set/${part}.${language}.jsonl`, import.meta.url);
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as LabelledAsk);
}

export function agreementOn(asks: readonly LabelledAsk[]): Agreement[] {
  const read = asks.map((ask) => ({ ask, reading: readAsk(ask.text) }));
  const weakened = ({ passages }: (typeof read)[number]["reading"], key: Weakening) =>
    passages.some((passage) => passage.kind === "weakens" && passage.key === key);
  return [
    ...ASK_POINTS.map((key) =>
      counted(
        key,
        read.map(({ ask, reading }) => [ask.points[key], reading.kept[key]]),
      ),
    ),
    ...WEAKENINGS.map((key) =>
      counted(
        key,
        read.map(({ ask, reading }) => [ask.weakens[key], weakened(reading, key)]),
      ),
    ),
  ];
}

/** Of what was read, the share that is labelled so. */
export function precisionOf({ right, wrong }: Agreement): number {
  return right + wrong === 0 ? 0 : right / (right + wrong);
}

/** Of what is labelled, the share that was read. */
export function recallOf({ right, overlooked }: Agreement): number {
  return right + overlooked === 0 ? 0 : right / (right + overlooked);
}

function counted(key: Agreement["key"], pairs: readonly (readonly [boolean, boolean])[]): Agreement {
  const count = (labelled: boolean, said: boolean) =>
    pairs.filter((pair) => pair[0] === labelled && pair[1] === said).length;
  return { key, right: count(true, true), wrong: count(false, true), overlooked: count(true, false) };
}
