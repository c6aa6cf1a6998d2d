import type { Page } from "#lib/web/page.ts";

export const reportPages: readonly Page[] = [
  {
    path: "/report-cards",
    title: "What clients say",
    load: async () => (await import("./report-results-page.tsx")).ReportResultsPage,
  },
  {
    path: "/report-cards/$cardId",
    title: "Report card",
    load: async () => (await import("./report-card-page.tsx")).ReportCardPage,
  },
  {
    path: "/settings/report-cards",
    title: "What report cards ask",
    load: async () => (await import("./report-templates-page.tsx")).ReportTemplatesPage,
  },
];
