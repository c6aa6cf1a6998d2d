import type { SectionEntry } from "#lib/web/sections.ts";

export const loopSections: readonly SectionEntry[] = [
  { on: "referral", load: async () => (await import("./owed-on-referral.tsx")).OwedOnReferral },
  { on: "person", load: async () => (await import("./gifts-with.tsx")).GiftsWithPerson },
  { on: "account", load: async () => (await import("./gifts-with.tsx")).GiftsAtAccount },
  { on: "referral", load: async () => (await import("./letter-on-referral.tsx")).LetterOnReferral },
];
