import { Pill } from "#lib/web/pill.tsx";
import { answerByText, isLate } from "./referral-words.ts";
import type { ReferralView } from "../referral-view.ts";
import type { Me } from "#team/me-view.ts";
import { useNow } from "#team/screens/use-me.ts";

/** "answer by 18:00 today", "was due yesterday 18:00" */
export function AnswerPill({ referral, me }: { referral: ReferralView; me: Me }) {
  const now = useNow();
  if (referral.answerBy === null) return null;
  return (
    <Pill tone={isLate(referral.answerBy, now) ? "late" : "due"}>
      {answerByText(referral.answerBy, now, me.workspace.timeZone)}
    </Pill>
  );
}
