import type { AccountField, DealField, ImportKind, PersonField } from "../fields.ts";

/**
 * One kind of file that one program writes. Headers are plain (see plainHeader); `#` stands for any number.
 * `needs`: of every list at least one header is there. `lacks`: none of these is there.
 */
interface FormatOf<K extends ImportKind, F extends string> {
  id: string;
  /** Whose ids the records carry. */
  system: string;
  label: string;
  kind: K;
  needs: string[][];
  lacks?: string[];
  /** Enough when the name of the file or the ids in it speak for this format too. */
  withHint?: { needs: string[][]; fileName: RegExp; id: RegExp };
  /** The headers that feed a field, the best first. */
  fields: Partial<Record<F, string[]>>;
  /** More headers by which the format is known, although nothing is taken from them. */
  alsoKnown?: string[];
}

export type Format =
  | FormatOf<"accounts", AccountField>
  | FormatOf<"people", PersonField>
  | FormatOf<"deals", DealField>;
