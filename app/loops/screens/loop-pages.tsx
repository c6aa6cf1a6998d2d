import type { Page } from "#lib/web/page.ts";

export const loopPages: readonly Page[] = [
  { path: "/owed", title: "Owed to sources", load: async () => (await import("./owed-page.tsx")).OwedPage },
];
