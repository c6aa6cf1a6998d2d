/**
 * Which rows of one file speak of the same thing, told by keys. It holds a number a key, not the rows: some 40 bytes for
 * each, so that a file of 100,000 people takes some megabytes.
 */
export interface InFile {
  /** The line of an earlier row with one of these keys, or null; files this row under them. */
  meet: (line: number, keys: readonly string[]) => number | null;
  /** The line of an earlier row that was found to be about this subject, or null; remembers this one. */
  take: (line: number, subjectId: string) => number | null;
  /** Made by a row of this file, which `meet` alone may find again. */
  bear: (subjectId: string) => void;
  wasBorn: (subjectId: string) => boolean;
}

export function newInFile(): InFile {
  const lines = new Map<number, number>();
  const taken = new Map<number, number>();
  const born = new Set<number>();
  return {
    meet(line, keys) {
      const hashes = keys.map(hashOf);
      const earlier = hashes.map((hash) => lines.get(hash)).find((found) => found !== undefined);
      for (const hash of hashes) if (!lines.has(hash)) lines.set(hash, earlier ?? line);
      return earlier ?? null;
    },
    take(line, subjectId) {
      const hash = hashOf(subjectId);
      const earlier = taken.get(hash) ?? null;
      if (earlier === null) taken.set(hash, line);
      return earlier;
    },
    bear: (subjectId) => void born.add(hashOf(subjectId)),
    wasBorn: (subjectId) => born.has(hashOf(subjectId)),
  };
}

/** 53 bits: of a million keys two meet by chance once in twenty thousand files (cyrb53, public domain). */
export function hashOf(text: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
