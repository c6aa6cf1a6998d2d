import type { KeptOf } from "#lib/storage/kept-of-somebody.ts";

/** A rule may name somebody outside; amounts, signatures and lines name nobody. */
export const spiffKept: readonly KeptOf[] = [
  { table: "spiff_version", called: "rules of SPIFFs", words: ["name"] },
];
