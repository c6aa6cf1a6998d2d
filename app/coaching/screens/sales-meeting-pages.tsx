import type { Page } from "#lib/web/page.ts";

export const salesMeetingPages: readonly Page[] = [
  {
    path: "/sales-meeting",
    title: "Sales meeting",
    load: async () => (await import("./next-meeting-page.tsx")).NextMeetingPage,
  },
  {
    path: "/sales-meeting/$teamId/$week",
    title: "Sales meeting",
    load: async () => (await import("./sales-meeting-page.tsx")).SalesMeetingPage,
  },
];
