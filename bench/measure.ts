import { cpus, totalmem } from "node:os";
import { performance } from "node:perf_hooks";

/** Milliseconds. */
export interface Spread {
  times: number;
  p50: number;
  p95: number;
  most: number;
}

/** The value that `share` of the values do not exceed (nearest rank). Throws without values. */
export function percentile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error("nothing was measured");
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}

export function spreadOf(values: readonly number[]): Spread {
  return {
    times: values.length,
    p50: percentile(values, 0.5),
    p95: percentile(values, 0.95),
    most: percentile(values, 1),
  };
}

export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const began = performance.now();
  const result = await work();
  return { result, ms: performance.now() - began };
}

/** Milliseconds of each of `times` calls, one after the other, after `warmUps` that do not count. */
export async function inTurn(
  times: number,
  work: (turn: number) => Promise<unknown>,
  warmUps = 3,
): Promise<number[]> {
  for (let turn = 0; turn < warmUps; turn++) await work(turn);
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) taken.push((await timed(() => work(warmUps + turn))).ms);
  return taken;
}

/** The same calls shared out between clients that work side by side, each beginning its next as soon as one ends. */
export async function atOnce(
  clients: number,
  times: number,
  work: (turn: number, client: number) => Promise<unknown>,
): Promise<{ taken: number[]; perSecond: number }> {
  const taken: number[] = [];
  let next = 0;
  const client = async (_: unknown, number: number) => {
    for (let turn = next++; turn < times; turn = next++) {
      taken.push((await timed(() => work(turn, number))).ms);
    }
  };
  const { ms } = await timed(() => Promise.all(Array.from({ length: clients }, client)));
  return { taken, perSecond: (times / ms) * 1000 };
}

/**
 * The size asked for: 1 is that of docs/benchmarks.md. From the command line or ASKWELL_BENCH_SCALE, for trying a
 * measurement out; its figures say nothing.
 */
export function scaleAsked(): number {
  const text = process.argv[2] ?? process.env["ASKWELL_BENCH_SCALE"] ?? "1";
  const scale = Number(text);
  if (!(scale > 0 && scale <= 1)) throw new Error(`the scale is "${text}"; it must be above 0 and at most 1`);
  return scale;
}

/** What was measured on, in one line. */
export function machineLine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpus()[0]?.model.trim()}, ${memory} GB, ${process.platform}, Node ${process.version}`;
}

export function heading(name: string, scale: number): void {
  console.log(`${name}, at ${scale === 1 ? "full size" : `${scale} of full size: only to try it out`}`);
  console.log(machineLine());
}

/** Milliseconds as they are printed. */
export function ms(value: number): string {
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}

/** Rows under their heads, figures to the right. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ");
  console.log(["", line(heads), ...rows.map(line), ""].join("\n"));
}
