import type { Page } from "#lib/web/page.ts";

export const meetingPages: readonly Page[] = [
  {
    path: "/meetings",
    title: "Meetings",
    load: async () => (await import("./meetings-page.tsx")).MeetingsPage,
  },
  {
    path: "/meetings/$meetingId",
    title: "A meeting",
    load: async () => (await import("./meeting-page.tsx")).MeetingPage,
  },
  {
    path: "/meetings/$meetingId/brief",
    title: "Before a meeting",
    load: async () => (await import("./brief-page.tsx")).BriefPage,
  },
];
