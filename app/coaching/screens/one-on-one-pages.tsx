import type { Page } from "#lib/web/page.ts";

export const oneOnOnePages: readonly Page[] = [
  {
    path: "/coaching",
    title: "Coaching",
    load: async () => (await import("./coaching-page.tsx")).CoachingPage,
  },
  {
    path: "/coaching/$memberId",
    title: "1:1",
    load: async () => (await import("./one-on-one-page.tsx")).OneOnOnePage,
  },
];
