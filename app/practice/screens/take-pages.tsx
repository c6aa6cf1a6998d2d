import type { Page } from "#lib/web/page.ts";

export const takePages: readonly Page[] = [
  {
    path: "/practice/takes",
    title: "Takes",
    load: async () => (await import("./takes-page.tsx")).TakesPage,
  },
];
