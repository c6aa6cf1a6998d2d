import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export interface Needed {
  scripts: string[];
  styles: string[];
}

/** The files that the first page cannot do without, as the build wrote them down. */
export function readNeeded(bundle: string): Needed {
  return JSON.parse(readFileSync(join(bundle, "first-load.json"), "utf8")) as Needed;
}

/** In thousands of bytes. */
export function gzippedKb(bundle: string, files: readonly string[]): number {
  const bytes = files.map((file) => gzipSync(readFileSync(join(bundle, file)), { level: 9 }).length);
  return bytes.reduce((sum, each) => sum + each, 0) / 1000;
}

export interface Stretch {
  start: number;
  end: number;
}

const QUIET_MS = 5_000;
const AT_MOST_IN_FLIGHT = 2;

/**
 * Time to interactive as Lighthouse means it: from the first content painted, the end of the last long task before five seconds in
 * which there is none and no more than two requests are under way. All in milliseconds since the navigation began.
 */
export function timeToInteractive(
  firstContent: number,
  longTasks: readonly Stretch[],
  requests: readonly Stretch[],
): number {
  const busy = [...longTasks, ...crowded(requests)].toSorted((one, other) => one.start - other.start);
  const isLongTask = new Set<Stretch>(longTasks);
  let quietFrom = firstContent;
  let interactive = firstContent;
  for (const stretch of busy) {
    if (stretch.start - quietFrom >= QUIET_MS) break;
    quietFrom = Math.max(quietFrom, stretch.end);
    if (isLongTask.has(stretch)) interactive = Math.max(interactive, stretch.end);
  }
  return interactive;
}

/** When more than two requests were under way. */
function crowded(requests: readonly Stretch[]): Stretch[] {
  const turns = requests
    .flatMap(({ start, end }) => [
      { at: start, more: 1 },
      { at: end, more: -1 },
    ])
    .toSorted((one, other) => one.at - other.at || one.more - other.more);
  const stretches: Stretch[] = [];
  let inFlight = 0;
  for (const { at, more } of turns) {
    const before = inFlight;
    inFlight += more;
    if (before === AT_MOST_IN_FLIGHT && inFlight > AT_MOST_IN_FLIGHT) stretches.push({ start: at, end: at });
    if (before > AT_MOST_IN_FLIGHT) stretches.at(-1)!.end = at;
  }
  return stretches;
}
