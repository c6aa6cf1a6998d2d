import type { Page } from "#lib/web/page.ts";

export const doorPages: readonly Page[] = [
  { path: "/settings/keys", title: "API keys", load: async () => (await import("./keys-page.tsx")).KeysPage },
  { path: "/settings/api", title: "API", load: async () => (await import("./api-page.tsx")).ApiPage },
];
