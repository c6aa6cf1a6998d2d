import type { Page } from "#lib/web/page.ts";

export const programmePages: readonly Page[] = [
  {
    path: "/programme",
    title: "The programme",
    load: async () => (await import("./programme-page.tsx")).ProgrammePage,
  },
];
