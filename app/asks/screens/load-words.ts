import { counted } from "#lib/web/words.ts";

/** Who carries the programme alone: said only where few of many do. Null otherwise. */
export function carryingText(
  by: "rep" | "source",
  carrying: readonly { name: string; asks: number }[],
  of: number,
): string | null {
  if (carrying.length === 0 || carrying.length * 3 > of) return null;
  const names = carrying.map(({ name }) => name);
  const who =
    names.length > 3
      ? `${names.length} of ${counted(of, by, `${by}s`)}`
      : names.length < 2
        ? names[0]
        : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
  return by === "rep" ? `Half of all asks are made by ${who}.` : `Half of all asks go to ${who}.`;
}
