import type { Page } from "#lib/web/page.ts";

export const pollPages: readonly Page[] = [
  {
    path: "/programme/poll",
    title: "Poll",
    load: async () => (await import("./poll-page.tsx")).PollPage,
  },
  {
    path: "/programme/willing",
    title: "What makes clients willing",
    load: async () => (await import("./willing-page.tsx")).WillingPage,
  },
  {
    path: "/programme/goals",
    title: "Goals",
    load: async () => (await import("./goal-proposal-page.tsx")).GoalProposalPage,
  },
];
