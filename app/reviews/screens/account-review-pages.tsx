import type { Page } from "#lib/web/page.ts";

export const accountReviewPages: readonly Page[] = [
  {
    path: "/account-reviews",
    title: "Account reviews",
    load: async () => (await import("./account-reviews-page.tsx")).AccountReviewsPage,
  },
  {
    path: "/account-reviews/$reviewId",
    title: "Account review",
    load: async () => (await import("./account-review-page.tsx")).AccountReviewPage,
  },
];
