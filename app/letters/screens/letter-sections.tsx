import type { SectionEntry } from "#lib/web/sections.ts";

export const letterSections: readonly SectionEntry[] = [
  { on: "today last", load: async () => (await import("./answers-today.tsx")).AnswersToday },
  { on: "person", load: async () => (await import("./letters-with.tsx")).LettersWith },
];
