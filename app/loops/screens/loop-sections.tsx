import type { SectionEntry } from "#lib/web/sections.ts";

export const loopSections: readonly SectionEntry[] = [
  { on: "referral", load: async () => (await import("./owed-on-referral.tsx")).OwedOnReferral },
];
