import type { Page } from "#lib/web/page.ts";

export const dealPages: readonly Page[] = [
  { path: "/deals", title: "Deals", load: async () => (await import("./deals-page.tsx")).DealsPage },
  { path: "/deals/$dealId", title: "A deal", load: async () => (await import("./deal-page.tsx")).DealPage },
  {
    path: "/chain/$of/$ofId",
    title: "A chain",
    load: async () => (await import("./chain-page.tsx")).ChainPage,
  },
];
