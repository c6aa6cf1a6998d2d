import type { Page } from "#lib/web/page.ts";

export const peoplePages: readonly Page[] = [
  { path: "/people", title: "People", load: async () => (await import("./people-page.tsx")).PeoplePage },
  {
    path: "/people/doubles",
    title: "Written down twice?",
    load: async () => (await import("./doubles-page.tsx")).DoublesPage,
  },
  {
    path: "/people/whom-do-i-know",
    title: "Whom do I know?",
    load: async () => (await import("./whom-page.tsx")).WhomPage,
  },
  {
    path: "/people/$personId",
    title: "A person",
    load: async () => (await import("./person-page.tsx")).PersonPage,
  },
];
