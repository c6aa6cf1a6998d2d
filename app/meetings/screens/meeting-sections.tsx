import type { SectionEntry } from "#lib/web/sections.ts";

export const meetingSections: readonly SectionEntry[] = [
  { on: "person", load: async () => (await import("./meetings-of.tsx")).MeetingsWithPerson },
  { on: "account", load: async () => (await import("./meetings-of.tsx")).MeetingsAtAccount },
  { on: "referral", load: async () => (await import("./meetings-of.tsx")).MeetingsOfReferral },
];
