import type { Page } from "#lib/web/page.ts";

export const askPages: readonly Page[] = [
  { path: "/asks", title: "Asked", load: async () => (await import("./asks-page.tsx")).AsksPage },
  {
    path: "/people/$personId/ask",
    title: "Ask",
    load: async () => (await import("./talk-page.tsx")).TalkPage,
  },
  {
    path: "/words-for-asking",
    title: "Words for asking",
    load: async () => (await import("./words-page.tsx")).WordsPage,
  },
  {
    path: "/ideal-clients",
    title: "Whom we want to meet",
    load: async () => (await import("./ideal-clients-page.tsx")).IdealClientsPage,
  },
  {
    path: "/reasons",
    title: "Why they should meet us",
    load: async () => (await import("./reasons-page.tsx")).ReasonsPage,
  },
  {
    path: "/asks/load",
    title: "How our sources are asked",
    load: async () => (await import("./load-page.tsx")).LoadPage,
  },
  {
    path: "/asks/week",
    title: "Whom I ask this week",
    load: async () => (await import("./week-page.tsx")).WeekPage,
  },
  {
    path: "/settings/moments",
    title: "Moments",
    load: async () => (await import("./moments-page.tsx")).MomentsPage,
  },
  {
    path: "/asks/coverage",
    title: "Who has been asked",
    load: async () => (await import("./coverage-page.tsx")).CoveragePage,
  },
  {
    path: "/asks/everyone",
    title: "Ask everyone",
    load: async () => (await import("./everyone-page.tsx")).EveryonePage,
  },
  { path: "/asks/$askId", title: "An ask", load: async () => (await import("./ask-page.tsx")).AskPage },
];
