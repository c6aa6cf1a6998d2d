import type { Tone } from "#lib/web/pill.tsx";
import type { DealOrigin, DealOutcome } from "../deal.ts";

export const ORIGIN_LABELS: Record<DealOrigin, string> = {
  referral: "Referral",
  "cold-call": "Cold call",
  inbound: "They came to us",
  event: "Event",
  partner: "Partner",
  "existing-client": "Existing client",
  other: "Other",
};

export const OUTCOME_TONES: Record<DealOutcome, Tone> = { open: "plain", won: "good", lost: "quiet" };

export const ORIGIN_OPTIONS = (Object.entries(ORIGIN_LABELS) as [DealOrigin, string][]).map(
  ([value, label]) => ({
    value,
    label,
  }),
);
