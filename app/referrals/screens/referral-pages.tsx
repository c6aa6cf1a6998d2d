import type { Page } from "#lib/web/page.ts";

export const referralPages: readonly Page[] = [
  {
    path: "/referrals",
    title: "Introductions",
    load: async () => (await import("./referrals-page.tsx")).ReferralsPage,
  },
  {
    path: "/referrals/$referralId",
    title: "An introduction",
    load: async () => (await import("./referral-page.tsx")).ReferralPage,
  },
];
