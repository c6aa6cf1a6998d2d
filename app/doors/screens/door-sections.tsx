import type { SectionEntry } from "#lib/web/sections.ts";

export const doorSections: readonly SectionEntry[] = [
  { on: "today end", load: async () => (await import("./mail-questions-today.tsx")).MailQuestionsToday },
];
