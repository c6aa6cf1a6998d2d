/** How the team of the story counts its weeks and quarters. */
export const CALENDAR = { firstDay: 1, pattern: "months", startMonth: 1 } as const;
