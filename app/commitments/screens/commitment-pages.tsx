import type { Page } from "#lib/web/page.ts";

export const commitmentPages: readonly Page[] = [
  { path: "/week", title: "My week", load: async () => (await import("./week-page.tsx")).WeekPage },
  {
    path: "/week/team",
    title: "Promises and partners",
    load: async () => (await import("./team-page.tsx")).TeamPage,
  },
];
