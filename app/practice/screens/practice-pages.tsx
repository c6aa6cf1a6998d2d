import type { Page } from "#lib/web/page.ts";

export const practicePages: readonly Page[] = [
  {
    path: "/practice",
    title: "Practice",
    load: async () => (await import("./practice-page.tsx")).PracticePage,
  },
  {
    path: "/practice/skills",
    title: "How practice goes",
    load: async () => (await import("./skills-page.tsx")).SkillsPage,
  },
  {
    path: "/practice/team",
    title: "Practice of the team",
    load: async () => (await import("./practice-team-page.tsx")).PracticeTeamPage,
  },
  {
    path: "/practice/rubrics",
    title: "What is scored",
    load: async () => (await import("./rubrics-page.tsx")).RubricsPage,
  },
  {
    path: "/practice/sessions/$sessionId",
    title: "A rehearsal",
    load: async () => (await import("./session-page.tsx")).SessionPage,
  },
  {
    path: "/settings/practice-endpoint",
    title: "Who plays a persona",
    load: async () => (await import("./endpoint-page.tsx")).EndpointPage,
  },
  {
    path: "/practice/$scenario",
    title: "Practice",
    load: async () => (await import("./scenario-page.tsx")).ScenarioPage,
  },
];
