import { useState } from "react";

const NOTES = "askwell-practice-notes";
const LOOK = "askwell-prompter";

/** How the notes stand before whoever speaks: pixels of a letter's body, and of the way they roll in a second. */
export interface PrompterLook {
  size: number;
  speed: number;
}

/**
 * At 65 cm a capital should fill 22 minutes of an arc (ISO 9241-303), 4.2 mm; on a phone of 6 pixels a millimetre these are 25,
 * and a capital of Source Serif is two thirds of its body.
 */
export const ARMS_LENGTH_PX = 38;
export const SIZES = { least: 24, most: 80, step: 4 };
export const SPEEDS = { least: 10, most: 160, step: 10 };

/** What one wants to say in a scenario, kept on this device. */
export function useNotes(memberId: string, scenario: string): [notes: string, keep: (notes: string) => void] {
  const key = [NOTES, memberId, scenario].join(" ");
  const [notes, setNotes] = useState(() => read(key) ?? "");
  const keep = (text: string) => {
    setNotes(text);
    write(key, text);
  };
  return [notes, keep];
}

export function usePrompterLook(): [look: PrompterLook, change: (some: Partial<PrompterLook>) => void] {
  const [look, setLook] = useState<PrompterLook>(() => {
    const [size, speed] = (read(LOOK) ?? "").split(" ").map(Number);
    return { size: within(SIZES, size || ARMS_LENGTH_PX), speed: within(SPEEDS, speed || 40) };
  });
  const change = (some: Partial<PrompterLook>) => {
    const wanted = { ...look, ...some };
    const next = { size: within(SIZES, wanted.size), speed: within(SPEEDS, wanted.speed) };
    setLook(next);
    write(LOOK, `${next.size} ${next.speed}`);
  };
  return [look, change];
}

function within({ least, most }: { least: number; most: number }, value: number): number {
  return Math.min(most, Math.max(least, value));
}

// Where nothing can be kept, notes begin anew each time.
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Full or forbidden: see above.
  }
}
