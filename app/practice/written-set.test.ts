import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { MOMENTS } from "#asks/ask.ts";

const POINTS = ["whom", "picture", "reason", "introduction", "next", "gratitude", "value", "freedom"];
const WEAKENS = ["apology", "hedge", "anyone"];
const LABELS = [...POINTS, ...WEAKENS];

interface LabelledAsk {
  id: string;
  moment: string;
  text: string;
  points: Record<string, boolean>;
  weakens: Record<string, boolean>;
  spans: Record<string, string>;
}

const FILES = ["tuning.en", "tuning.de", "tuning-2.en", "tuning-2.de", "held-out.en", "held-out.de"];

const set = new Map(FILES.map((file) => [file, read(file)] as const));
const all = [...set.values()].flat();

function read(file: string): LabelledAsk[] {
  const lines = readFileSync(new URL(`written-set/${file}.jsonl`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => JSON.parse(line) as LabelledAsk);
}

const asksOf = (file: string) => set.get(file) ?? [];

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function shinglesOf(text: string, size: number): string[] {
  const words = wordsOf(text);
  return words.slice(size - 1).map((_, at) => words.slice(at, at + size).join(" "));
}

const hasLabel = ({ points, weakens }: LabelledAsk, label: string) =>
  (points[label] ?? weakens[label]) === true;

test("holds at least 130 texts of each language, and their ids and texts stand once", () => {
  for (const language of ["en", "de"]) {
    const texts = [...asksOf(`tuning.${language}`), ...asksOf(`held-out.${language}`)];
    expect(texts.length).toBeGreaterThanOrEqual(130);
    expect(texts.every(({ id }) => id.startsWith(`${language}-`))).toBe(true);
  }
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(new Set(all.map(({ text }) => wordsOf(text).join(" "))).size).toBe(all.length);
});

test.each(all.map((ask) => [ask.id, ask] as const))(
  "%s answers every label, and shows the words for each yes",
  (_, ask) => {
    expect(Object.keys(ask).toSorted()).toEqual(["id", "moment", "points", "spans", "text", "weakens"]);
    expect(MOMENTS).toContain(ask.moment);
    expect(Object.keys(ask.points)).toEqual(POINTS);
    expect(Object.keys(ask.weakens)).toEqual(WEAKENS);
    expect(Object.keys(ask.spans).toSorted()).toEqual(
      LABELS.filter((label) => hasLabel(ask, label)).toSorted(),
    );
    for (const span of Object.values(ask.spans)) {
      expect(span.trim()).not.toBe("");
      expect(ask.text).toContain(span);
    }
  },
);

test.each(FILES)("%s has every label in 15 to 70 of 100 texts", (file) => {
  const asks = asksOf(file);
  for (const label of LABELS) {
    const share = asks.filter((ask) => hasLabel(ask, label)).length / asks.length;
    expect(share, label).toBeGreaterThanOrEqual(0.15);
    expect(share, label).toBeLessThanOrEqual(0.7);
  }
});

// Plain words come in common turns: those of the second set may share six, and no longer stretch.
test.each([
  ["tuning", "en", 6],
  ["tuning", "de", 6],
  ["tuning-2", "en", 8],
  ["tuning-2", "de", 8],
] as const)(
  "what stands in %s.%s stands in none that is held out, %d words in a row",
  (part, language, size) => {
    const tuned = new Set(asksOf(`${part}.${language}`).flatMap(({ text }) => shinglesOf(text, size)));
    const shared = asksOf(`held-out.${language}`).flatMap(({ id, text }) =>
      shinglesOf(text, size)
        .filter((shingle) => tuned.has(shingle))
        .map((shingle) => `${id}: ${shingle}`),
    );
    expect(shared).toEqual([]);
  },
);
