import type { SectionEntry } from "#lib/web/sections.ts";

export const dealSections: readonly SectionEntry[] = [
  { on: "person", load: async () => (await import("./deals-of.tsx")).DealsWithPerson },
  { on: "account", load: async () => (await import("./deals-of.tsx")).DealsAtAccount },
  { on: "referral", load: async () => (await import("./deals-of.tsx")).DealsOfReferral },
  { on: "person", load: async () => (await import("./chain-link.tsx")).ChainOfPerson },
  { on: "referral", load: async () => (await import("./chain-link.tsx")).ChainOfReferral },
  { on: "deal", load: async () => (await import("./chain-link.tsx")).ChainOfDeal },
];
