import type { Page } from "#lib/web/page.ts";

export const resultsPages: readonly Page[] = [
  {
    path: "/results",
    title: "Where business comes from",
    load: async () => (await import("./origins-page.tsx")).OriginsPage,
  },
];
