import type { Planned } from "./month-end.ts";

export const PLANNED_WORDS: Record<Planned, { name: string; one: string; many: string }> = {
  "deals-closed": { name: "Deals closed by introduction", one: "deal closed", many: "deals closed" },
  "referrals-received": {
    name: "Introductions received",
    one: "introduction received",
    many: "introductions received",
  },
  "people-asked": { name: "People asked", one: "person asked", many: "people asked" },
};
