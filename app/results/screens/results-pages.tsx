import type { Page } from "#lib/web/page.ts";

export const resultsPages: readonly Page[] = [
  {
    path: "/results",
    title: "Where business comes from",
    load: async () => (await import("./origins-page.tsx")).OriginsPage,
  },
  {
    path: "/results/sources",
    title: "Who stands at the beginning",
    load: async () => (await import("./sources-page.tsx")).SourcesPage,
  },
  {
    path: "/results/funnel",
    title: "Where it leaks",
    load: async () => (await import("./funnel-page.tsx")).FunnelPage,
  },
  {
    path: "/results/ahead",
    title: "What comes next",
    load: async () => (await import("./ahead-page.tsx")).AheadPage,
  },
  {
    path: "/results/month-end",
    title: "Month-end",
    load: async () => (await import("./month-end-page.tsx")).MonthEndPage,
  },
  {
    path: "/results/published",
    title: "Published figures",
    load: async () => (await import("./published-page.tsx")).PublishedPage,
  },
];
