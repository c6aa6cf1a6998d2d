import type { Page } from "#lib/web/page.ts";

export const accountPages: readonly Page[] = [
  {
    path: "/accounts",
    title: "Accounts",
    load: async () => (await import("./accounts-page.tsx")).AccountsPage,
  },
  {
    path: "/accounts/$accountId",
    title: "An account",
    load: async () => (await import("./account-page.tsx")).AccountPage,
  },
];
