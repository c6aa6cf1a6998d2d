import type { SectionEntry } from "#lib/web/sections.ts";

export const referralSections: readonly SectionEntry[] = [
  { on: "person", load: async () => (await import("./referrals-of.tsx")).ReferralsOfPerson },
  { on: "account", load: async () => (await import("./referrals-of.tsx")).ReferralsAtAccount },
  { on: "ask", load: async () => (await import("./referrals-of.tsx")).ReferralsOfAsk },
  // In the sheet that logs an ask, once somebody was named.
  { on: "ask-named", load: async () => (await import("./named-in-ask.tsx")).NamedInAsk },
];
