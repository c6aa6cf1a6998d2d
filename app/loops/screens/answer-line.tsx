import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import type { Me } from "#team/me-view.ts";
import { useNow } from "#team/screens/use-me.ts";
import type { DutyView } from "../duty-view.ts";
import { dueText, forWhomText } from "../duty-words.ts";
import { FirstAnswer } from "./first-answer.tsx";
import { useAnswered } from "./use-duty-writes.ts";
import css from "./owed-line.module.css";

/** An introduction of a colleague's that waits for our answer. */
export function AnswerLine({ duty, me }: { duty: DutyView; me: Me }) {
  const answered = useAnswered(duty.referralId, duty.contactName);
  const now = useNow();
  return (
    <div className={css.line}>
      <p className={css.what}>
        <span>
          Answer <Go to={`/referrals/${duty.referralId}`}>{duty.contactName}</Go>, introduced by{" "}
          {duty.sourceName}
        </span>
        <Pill tone={duty.state === "late" ? "late" : "due"}>
          {dueText(duty.dueAt, now, me.workspace.timeZone)}
        </Pill>
      </p>
      <p className={css.soft}>{forWhomText(duty)}</p>
      <div className={css.actions}>
        <Button busy={answered.busy} label={`I answered ${duty.contactName}`} onClick={() => answered.send()}>
          I answered
        </Button>
        <FirstAnswer referralId={duty.referralId} contactName={duty.contactName} />
      </div>
      <FormError problem={answered.problem} />
    </div>
  );
}
