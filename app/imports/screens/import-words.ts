import type { RowAction } from "../import.ts";
import type { ImportKind } from "../fields.ts";
import type { ImportView } from "../import-view.ts";

export const KIND_WORDS: Record<ImportKind, string> = {
  accounts: "Accounts",
  people: "People",
  deals: "Deals",
};

const ONE: Record<ImportKind | "rows", string> = {
  accounts: "account",
  people: "person",
  deals: "deal",
  rows: "row",
};

/** What becomes of rows, before it is done and after. */
export const ACTION_WORDS: Record<RowAction, [ahead: string, done: string]> = {
  create: ["will be added", "added"],
  update: ["will be completed", "completed"],
  same: ["already here", "already here"],
  skip: ["left out", "left out"],
  bad: ["to mend", "to mend"],
};

/** The heading of an import: what there is to do with it, as a sentence. */
export function headingOf(one: Pick<ImportView, "state" | "counts" | "fileName" | "kind">): string {
  const { create = 0, update = 0 } = one.counts ?? {};
  const many = one.kind ?? "rows";
  const noun = (count: number) => (count === 1 ? ONE[many] : many);
  switch (one.state) {
    case "unmapped":
      return "What do the columns mean?";
    case "previewing":
      return "Looking through the file";
    case "previewed":
      return create + update === 0
        ? "Nothing in it is new"
        : `Ready: ${create.toLocaleString()} new ${noun(create)}`;
    case "applying":
      return "Bringing it in";
    case "applied":
      return `${(create + update).toLocaleString()} ${noun(create + update)} ${create + update === 1 ? "is" : "are"} in`;
    case "undoing":
      return "Taking it back";
    case "undone":
      return "Taken back, as if it had never come";
    case "set-aside":
      return "Set aside";
    case "failed":
      return "That did not work";
    default:
      return one.fileName;
  }
}
