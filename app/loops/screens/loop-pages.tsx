import type { Page } from "#lib/web/page.ts";

export const loopPages: readonly Page[] = [
  { path: "/owed", title: "Owed to sources", load: async () => (await import("./owed-page.tsx")).OwedPage },
  { path: "/gifts", title: "Gifts", load: async () => (await import("./gifts-page.tsx")).GiftsPage },
  {
    path: "/settings/gifts",
    title: "What a gift may cost",
    load: async () => (await import("./gift-rule-page.tsx")).GiftRulePage,
  },
];
