import { useEffect, useId, useState } from "react";
import type { KeyboardEvent } from "react";

/**
 * The keyboard of a text field with a list below it (the ARIA combobox): arrows, Home, End and Enter move and choose
 * while the focus stays in the field.
 */
export function useListbox({ count, onChoose, start = 0 }: ListboxOptions) {
  const id = useId();
  const [at, setAt] = useState(start);
  const active = Math.min(at, count - 1);
  const lineId = (line: number) => `${id}-${line}`;
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [id, active]);

  /** True when the key was for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing || count === 0) return false;
    if (event.key === "ArrowDown") setAt((active + 1) % count);
    else if (event.key === "ArrowUp") setAt((active - 1 + count) % count);
    else if (event.key === "Enter" && active >= 0) onChoose(active);
    else return false;
    event.preventDefault();
    return true;
  };

  return {
    onKey,
    reset: () => setAt(start),
    moveTo: setAt,
    active,
    listId: id,
    activeId: active >= 0 ? lineId(active) : undefined,
    lineProps: (line: number) => ({
      id: lineId(line),
      role: "option" as const,
      "aria-selected": line === active,
      onMouseMove: () => setAt(line),
    }),
  };
}

/**
 * Where a key leads among chips that stand side by side behind a first line; null where it is the field's. `at` is the active one,
 * 0 the first line; `atEnd`: the caret stands behind what is typed.
 */
export function chipAfter(
  key: string,
  { at, count, atEnd }: { at: number; count: number; atEnd: boolean },
): number | null {
  if (key === "ArrowRight" && (at > 0 || atEnd) && count > 1) return Math.min(at + 1, count - 1);
  if (key === "ArrowLeft" && at > 0) return at - 1;
  return key === "Escape" && at > 0 ? 0 : null;
}

interface ListboxOptions {
  count: number;
  onChoose: (line: number) => void;
  /** -1: nothing is chosen by a mere Enter. */
  start?: number;
}
