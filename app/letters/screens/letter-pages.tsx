import type { Page } from "#lib/web/page.ts";

export const letterPages: readonly Page[] = [
  { path: "/letters", title: "Letters", load: async () => (await import("./letters-page.tsx")).LettersPage },
  {
    path: "/letters/$letterId",
    title: "A letter",
    load: async () => (await import("./letter-page.tsx")).LetterPage,
  },
  {
    path: "/settings/letters",
    title: "Letters: when they leave",
    load: async () => (await import("./sending-page.tsx")).SendingPage,
  },
];
