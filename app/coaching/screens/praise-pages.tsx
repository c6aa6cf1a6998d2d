import type { Page } from "#lib/web/page.ts";

export const praisePages: readonly Page[] = [
  { path: "/wall", title: "The wall", load: async () => (await import("./wall-page.tsx")).WallPage },
  {
    path: "/wall/boards",
    title: "Side by side",
    load: async () => (await import("./boards-page.tsx")).BoardsPage,
  },
  {
    path: "/wall/what-works",
    title: "What works",
    load: async () => (await import("./what-works-page.tsx")).WhatWorksPage,
  },
];
