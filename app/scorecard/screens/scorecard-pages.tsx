import type { Page } from "#lib/web/page.ts";

export const scorecardPages: readonly Page[] = [
  {
    path: "/scorecard",
    title: "Scorecard",
    load: async () => (await import("./scorecard-page.tsx")).ScorecardPage,
  },
];
