import type { Origin } from "./origin.ts";

export const ORIGIN_LABELS: Record<Origin, string> = {
  referral: "Referral",
  "cold-call": "Cold call",
  inbound: "They came to us",
  event: "Event",
  partner: "Partner",
  "existing-client": "Existing client",
  other: "Other",
};

export const ORIGIN_OPTIONS = (Object.entries(ORIGIN_LABELS) as [Origin, string][]).map(([value, label]) => ({
  value,
  label,
}));
