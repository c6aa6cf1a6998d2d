import type { SectionEntry } from "#lib/web/sections.ts";

export const loopSections: readonly SectionEntry[] = [
  {
    on: "referral answer",
    load: async () => (await import("./answer-introduction.tsx")).AnswerOnReferral,
  },
  { on: "person waits", load: async () => (await import("./answer-introduction.tsx")).WaitsForAnswer },
  { on: "referral", load: async () => (await import("./owed-on-referral.tsx")).OwedOnReferral },
  { on: "deal", load: async () => (await import("./owed-after.tsx")).OwedAfterDeal },
  { on: "meeting", load: async () => (await import("./owed-after.tsx")).OwedAfterMeeting },
  { on: "person", load: async () => (await import("./gifts-with.tsx")).GiftsWithPerson },
  { on: "account", load: async () => (await import("./gifts-with.tsx")).GiftsAtAccount },
  { on: "referral", load: async () => (await import("./letter-on-referral.tsx")).LetterOnReferral },
];
