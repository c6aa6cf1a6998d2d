import type { Page } from "#lib/web/page.ts";

export const importPages: readonly Page[] = [
  {
    path: "/imports",
    title: "Bring in a file",
    load: async () => (await import("./imports-page.tsx")).ImportsPage,
  },
  {
    path: "/imports/$importId",
    title: "A file",
    load: async () => (await import("./import-page.tsx")).ImportPage,
  },
];
