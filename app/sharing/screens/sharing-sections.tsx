import type { SectionEntry } from "#lib/web/sections.ts";

export const sharingSections: readonly SectionEntry[] = [
  { on: "today", load: async () => (await import("./page-news.tsx")).PageNews },
  { on: "ask", load: async () => (await import("./page-of-ask.tsx")).PageOfAsk },
  { on: "blurb", load: async () => (await import("./page-of-ask.tsx")).PageBesideBlurb },
  { on: "referral", load: async () => (await import("./page-of-referral.tsx")).PageOfReferral },
];
