import type { Page } from "#lib/web/page.ts";

export const programmePages: readonly Page[] = [
  {
    path: "/programme",
    title: "The programme",
    load: async () => (await import("./programme-page.tsx")).ProgrammePage,
  },
  {
    path: "/programme/barriers",
    title: "What stands in the way",
    load: async () => (await import("./barriers-page.tsx")).BarriersPage,
  },
  {
    path: "/programme/roll-out",
    title: "The first ninety days",
    load: async () => (await import("./roll-out-page.tsx")).RollOutPage,
  },
  {
    path: "/programme/job",
    title: "Job description",
    load: async () => (await import("./job-page.tsx")).JobPage,
  },
];
