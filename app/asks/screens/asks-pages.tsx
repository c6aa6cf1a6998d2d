import type { Page } from "#lib/web/page.ts";

export const askPages: readonly Page[] = [
  { path: "/asks", title: "Asked", load: async () => (await import("./asks-page.tsx")).AsksPage },
  { path: "/asks/$askId", title: "An ask", load: async () => (await import("./ask-page.tsx")).AskPage },
];
