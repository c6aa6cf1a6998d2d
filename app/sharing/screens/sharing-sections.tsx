import type { SectionEntry } from "#lib/web/sections.ts";

/** Stands before what other rooms show below the card of Today: somebody spoke to us. */
export const pageNewsSections: readonly SectionEntry[] = [
  { on: "today last", load: async () => (await import("./page-news.tsx")).PageNews },
];

export const sharingSections: readonly SectionEntry[] = [
  { on: "ask", load: async () => (await import("./page-of-ask.tsx")).PageOfAsk },
  { on: "blurb", load: async () => (await import("./page-of-ask.tsx")).PageBesideBlurb },
  { on: "referral", load: async () => (await import("./page-of-referral.tsx")).PageOfReferral },
];
