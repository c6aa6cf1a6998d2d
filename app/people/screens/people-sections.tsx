import type { SectionEntry } from "#lib/web/sections.ts";

/** What the people room shows on an account's page, before the rooms above. */
export const peopleSections: readonly SectionEntry[] = [
  { on: "account", load: async () => (await import("./account-issues.tsx")).OpenIssues },
  { on: "account", load: async () => (await import("./likely-accounts.tsx")).LikelyAccounts },
  { on: "account", load: async () => (await import("./add-somebody-there.tsx")).AddSomebodyThere },
  { on: "account", load: async () => (await import("./account-issues.tsx")).RaiseIssue },
];

/** After the rooms above: what is kept for oneself, and what happened. */
export const lastSections: readonly SectionEntry[] = [
  { on: "account", load: async () => (await import("./private-note.tsx")).PrivateNoteOnAccount },
  { on: "account", load: async () => (await import("./merged-ones.tsx")).MergedOnes },
  ...["account", "ask", "referral", "meeting", "deal"].map((on) => ({
    on,
    load: async () => (await import("./timeline.tsx")).Timeline,
  })),
];
