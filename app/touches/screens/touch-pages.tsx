import type { Page } from "#lib/web/page.ts";

export const touchPages: readonly Page[] = [
  {
    path: "/touches",
    title: "Who has not heard from us",
    load: async () => (await import("./touches-page.tsx")).TouchesPage,
  },
  {
    path: "/touches/cards",
    title: "Cards to write by hand",
    load: async () => (await import("./cards-page.tsx")).CardsPage,
  },
  {
    path: "/touches/occasions",
    title: "Events and articles",
    load: async () => (await import("./occasions-page.tsx")).OccasionsPage,
  },
  {
    path: "/touches/occasions/$occasionId",
    title: "Event or article",
    load: async () => (await import("./occasion-page.tsx")).OccasionPage,
  },
  {
    path: "/settings/rhythms",
    title: "How often people hear from us",
    load: async () => (await import("./rhythms-page.tsx")).RhythmsPage,
  },
];
