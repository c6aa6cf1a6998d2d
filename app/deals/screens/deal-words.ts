import type { Tone } from "#lib/web/pill.tsx";
import type { DealOutcome } from "../deal.ts";

export const OUTCOME_TONES: Record<DealOutcome, Tone> = { open: "plain", won: "good", lost: "quiet" };
