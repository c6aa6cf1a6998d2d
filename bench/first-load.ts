import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

interface Chunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
  css?: string[];
}

type Manifest = Record<string, Chunk>;

export interface Needed {
  scripts: string[];
  styles: string[];
}

/** The files that a page cannot do without: those of the entries, of the page itself and of all they import, not lazily. */
export function neededBy(page: string, manifest: Manifest): Needed {
  const start = Object.values(manifest).filter((chunk) => chunk.isEntry || chunk.src === page);
  if (!start.some((chunk) => chunk.src === page)) throw new Error(`the bundle has no chunk of ${page}`);
  const found = new Set<Chunk>();
  const take = (chunk: Chunk | undefined) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    chunk.imports?.forEach((name) => take(manifest[name]));
  };
  start.forEach(take);
  const chunks = [...found];
  const styles = chunks.flatMap((chunk) => chunk.css ?? []);
  return { scripts: [...new Set(chunks.map((chunk) => chunk.file))], styles: [...new Set(styles)] };
}

export function readManifest(bundle: string): Manifest {
  return JSON.parse(readFileSync(join(bundle, ".vite", "manifest.json"), "utf8")) as Manifest;
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
