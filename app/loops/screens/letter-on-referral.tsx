import { capital } from "#lib/web/words.ts";
import { Section } from "#lib/web/card.tsx";
import { useRead } from "#lib/web/queries.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { DutyView } from "../duty-view.ts";
import { isOwed } from "../duty.ts";
import type { AnswerLetterView } from "../first-response-view.ts";
import { sentText } from "./letter-words.ts";
import { WhatWasWritten } from "./what-was-written.tsx";
import css from "./owed-page.module.css";

/** The first answers that left from here. What has left stays, whatever is taken back on this page. */
export function LetterOnReferral({ id }: { id: string }) {
  const me = useMe();
  const letters = useRead<{ items: AnswerLetterView[] }>(`/referrals/${id}/answer-letters`);
  const duties = useRead<{ items: DutyView[] }>("/duties", { referral: id });
  const sent = (letters.data?.items ?? []).filter(({ state }) => state === "sent");
  if (me === undefined || sent.length === 0) return null;
  const takenBack = duties.data?.items.some((duty) => duty.kind === "respond" && isOwed(duty)) ?? false;
  return (
    <Section title="Written from here">
      <ul className={css.lines}>
        {sent.map((letter) => (
          <li key={letter.id} className={css.line}>
            <p className={css.settled}>
              <span>{capital(sentText(letter, me.today, me.workspace.timeZone))}</span>
              <WhatWasWritten letterId={letter.id} to={letter.contactName} />
            </p>
            {letter.copyFailure !== null && (
              <p className={css.soft}>
                {letter.copyTo} did not get theirs: {letter.copyFailure}.
              </p>
            )}
          </li>
        ))}
      </ul>
      {takenBack && (
        <p className={css.soft}>
          That it was answered is taken back here. The letter has left: nothing brings it back.
        </p>
      )}
    </Section>
  );
}
