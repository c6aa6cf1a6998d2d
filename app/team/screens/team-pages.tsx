import type { Page } from "#lib/web/page.ts";

export const teamPages: readonly Page[] = [
  {
    path: "/welcome",
    title: "Welcome",
    bare: true,
    load: async () => (await import("./welcome-page.tsx")).WelcomePage,
  },
  {
    path: "/sign-in",
    title: "Sign in",
    bare: true,
    load: async () => (await import("./sign-in-page.tsx")).SignInPage,
  },
  {
    path: "/forgot",
    title: "Forgotten password",
    bare: true,
    load: async () => (await import("./forgot-page.tsx")).ForgotPage,
  },
  {
    path: "/reset",
    title: "New password",
    bare: true,
    load: async () => (await import("./reset-page.tsx")).ResetPage,
  },
  {
    path: "/invitation",
    title: "Invitation",
    bare: true,
    load: async () => (await import("./invitation-page.tsx")).InvitationPage,
  },
  {
    path: "/account",
    title: "Your account",
    load: async () => (await import("./account-page.tsx")).AccountPage,
  },
  { path: "/team", title: "Team", load: async () => (await import("./team-page.tsx")).TeamPage },
  {
    path: "/settings",
    title: "Settings",
    load: async () => (await import("./settings-page.tsx")).SettingsPage,
  },
  {
    path: "/settings/clocks",
    title: "Clocks",
    load: async () => (await import("./clocks-page.tsx")).ClocksPage,
  },
  {
    path: "/settings/days-off",
    title: "Days off",
    load: async () => (await import("./days-off-page.tsx")).DaysOffPage,
  },
  { path: "/settings/goals", title: "Goals", load: async () => (await import("./goals-page.tsx")).GoalsPage },
];
