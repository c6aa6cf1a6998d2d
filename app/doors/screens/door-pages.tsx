import type { Page } from "#lib/web/page.ts";

export const doorPages: readonly Page[] = [
  { path: "/settings/keys", title: "API keys", load: async () => (await import("./keys-page.tsx")).KeysPage },
  {
    path: "/settings/mail",
    title: "Mail that logs itself",
    load: async () => (await import("./mail-page.tsx")).MailPage,
  },
  {
    path: "/settings/calendar",
    title: "Your calendar",
    load: async () => (await import("./calendar-page.tsx")).CalendarPage,
  },
  { path: "/settings/api", title: "API", load: async () => (await import("./api-page.tsx")).ApiPage },
];
