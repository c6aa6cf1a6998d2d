import type { Page } from "#lib/web/page.ts";

export const givingPages: readonly Page[] = [
  { path: "/giving", title: "Giving", load: async () => (await import("./giving-page.tsx")).GivingPage },
  {
    path: "/given/$givenId",
    title: "An introduction we make",
    load: async () => (await import("./given-page.tsx")).GivenPage,
  },
];
