/** A file of the sources, as far as it weighs. `imports`: what must have run before it does. */
export interface Module {
  bytes: number;
  /** A style sheet, which comes as a file beside its chunk. */
  styled: boolean;
  imports: readonly string[];
}

/** Modules that are fetched together, and how often that happens compared with others. */
export interface Need {
  often: number;
  modules: ReadonlySet<string>;
}

interface Chunk {
  modules: string[];
  bytes: number;
  styled: boolean;
  /** For each need whether it fetches this chunk. */
  fetched: boolean[];
  imports: Set<Chunk>;
}

/**
 * Puts modules together so that the needs cost least: a file costs as much as `request` bytes more. What the same needs fetch goes
 * together; then the two chunks that save most when they are one become one, until no two save anything. Never two that would have to
 * wait for each other through a third.
 */
export function mergeModules(
  modules: ReadonlyMap<string, Module>,
  needs: readonly Need[],
  request: number,
): string[][] {
  const costOf = ({ bytes, styled, fetched }: Omit<Chunk, "modules" | "imports">): number =>
    often(fetched, needs) * (bytes + (styled ? 2 : 1) * request);
  const savedBy = (one: Chunk, other: Chunk) => costOf(one) + costOf(other) - costOf(sumOf(one, other));
  const savings = new Savings(savedBy);
  for (const chunk of linked(fetchedAlike(modules, needs), modules)) savings.add(chunk);
  for (let best = savings.best(); best !== null; best = savings.best()) {
    const [one, other] = best;
    if (waits(one, other) || waits(other, one)) savings.forget(one, other);
    else savings.replace(one, other, merged(one, other, savings.chunks()));
  }
  return [...savings.chunks()].map((chunk) => chunk.modules);
}

function often(fetched: readonly boolean[], needs: readonly Need[]): number {
  let sum = 0;
  for (let at = 0; at < needs.length; at++) if (fetched[at]) sum += needs[at]!.often;
  return sum;
}

/** What two would save as one, for all two that would save anything. */
class Savings {
  readonly #rows = new Map<Chunk, Map<Chunk, number>>();
  readonly #savedBy: (one: Chunk, other: Chunk) => number;

  constructor(savedBy: (one: Chunk, other: Chunk) => number) {
    this.#savedBy = savedBy;
  }

  chunks(): Iterable<Chunk> {
    return this.#rows.keys();
  }

  add(chunk: Chunk): void {
    const row = new Map<Chunk, number>();
    for (const other of this.#rows.keys()) {
      const saved = this.#savedBy(chunk, other);
      if (saved > 0) row.set(other, saved);
    }
    this.#rows.set(chunk, row);
  }

  best(): [Chunk, Chunk] | null {
    let most = 0;
    let best: [Chunk, Chunk] | null = null;
    for (const [one, row] of this.#rows)
      for (const [other, saved] of row)
        if (saved > most) {
          most = saved;
          best = [one, other];
        }
    return best;
  }

  forget(one: Chunk, other: Chunk): void {
    this.#rows.get(one)?.delete(other);
  }

  replace(one: Chunk, other: Chunk, both: Chunk): void {
    for (const gone of [one, other]) {
      this.#rows.delete(gone);
      for (const row of this.#rows.values()) row.delete(gone);
    }
    this.add(both);
  }
}

function fetchedAlike(modules: ReadonlyMap<string, Module>, needs: readonly Need[]): Chunk[] {
  const chunks = new Map<string, Chunk>();
  for (const [id, { bytes, styled }] of modules) {
    const fetched = needs.map((need) => need.modules.has(id));
    if (!fetched.includes(true)) continue;
    const key = fetched.map(Number).join("");
    const chunk = chunks.get(key) ?? { modules: [], bytes: 0, styled: false, fetched, imports: new Set() };
    chunk.modules.push(id);
    chunk.bytes += bytes;
    chunk.styled ||= styled;
    chunks.set(key, chunk);
  }
  return [...chunks.values()];
}

function linked(chunks: Chunk[], modules: ReadonlyMap<string, Module>): Chunk[] {
  const chunkOf = new Map(chunks.flatMap((chunk) => chunk.modules.map((id) => [id, chunk] as const)));
  for (const chunk of chunks)
    for (const id of chunk.modules)
      for (const imported of modules.get(id)!.imports) {
        const from = chunkOf.get(imported);
        if (from !== undefined && from !== chunk) chunk.imports.add(from);
      }
  return chunks;
}

function sumOf(one: Chunk, other: Chunk): Omit<Chunk, "modules" | "imports"> {
  return {
    bytes: one.bytes + other.bytes,
    styled: one.styled || other.styled,
    fetched: one.fetched.map((fetched, at) => fetched || other.fetched[at]!),
  };
}

function merged(one: Chunk, other: Chunk, all: Iterable<Chunk>): Chunk {
  const imports = new Set(
    [...one.imports, ...other.imports].filter((each) => each !== one && each !== other),
  );
  const both = { ...sumOf(one, other), modules: [...one.modules, ...other.modules], imports };
  for (const chunk of all) {
    const had = [one, other].filter((each) => chunk.imports.delete(each));
    if (had.length > 0) chunk.imports.add(both);
  }
  return both;
}

/** Does the one wait for the other also through a third? */
function waits(one: Chunk, other: Chunk): boolean {
  const seen = new Set<Chunk>([...one.imports].filter((chunk) => chunk !== other));
  for (const chunk of seen) {
    if (chunk === other) return true;
    chunk.imports.forEach((each) => seen.add(each));
  }
  return false;
}
