import type { SectionEntry } from "#lib/web/sections.ts";

export const askSections: readonly SectionEntry[] = [
  { on: "person first", load: async () => (await import("./ask-first.tsx")).AskFirst },
  { on: "person", load: async () => (await import("./asks-of.tsx")).AsksOfPerson },
  { on: "person", load: async () => (await import("./may-know.tsx")).WhomTheyMayKnow },
  { on: "person", load: async () => (await import("./rest-of-source.tsx")).RestOfSource },
  { on: "person", load: async () => (await import("./target-sections.tsx")).PersonAsTarget },
  { on: "account", load: async () => (await import("./coverage-of-account.tsx")).CoverageOfAccount },
  { on: "account", load: async () => (await import("./moments-at.tsx")).MomentsAt },
  { on: "account", load: async () => (await import("./target-sections.tsx")).AccountAsTarget },
  { on: "ask", load: async () => (await import("./blurb-of-ask.tsx")).BlurbOfAsk },
];
