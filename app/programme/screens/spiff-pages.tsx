import type { Page } from "#lib/web/page.ts";

export const spiffPages: readonly Page[] = [
  {
    path: "/programme/spiffs",
    title: "SPIFFs",
    load: async () => (await import("./spiffs-page.tsx")).SpiffsPage,
  },
  {
    path: "/programme/spiffs/$day/$memberId",
    title: "Statement",
    load: async () => (await import("./spiff-statement-page.tsx")).SpiffStatementPage,
  },
];
