import type { Page } from "#lib/web/page.ts";

export const todayPages: readonly Page[] = [
  { path: "/", title: "Today", load: async () => (await import("./today-page.tsx")).TodayPage },
];
