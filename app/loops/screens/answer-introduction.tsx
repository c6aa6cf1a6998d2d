import { callAddress } from "#lib/kernel/call-address.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import type { Page } from "#lib/kernel/page.ts";
import { whenText } from "#lib/kernel/day-words.ts";
import { useRead } from "#lib/web/queries.ts";
import { callName } from "#people/call-name.ts";
import type { PersonView } from "#people/person-view.ts";
import type { ReferralView } from "#referrals/referral-view.ts";
import { mayChange } from "#referrals/referral.ts";
import { AnswerPill } from "#referrals/screens/answer-pill.tsx";
import { useChangeState } from "#referrals/screens/use-referral-writes.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { DutyView } from "../duty-view.ts";
import { maySettle } from "../duty.ts";
import { FirstAnswer } from "./first-answer.tsx";
import { useAnswered } from "./use-duty-writes.ts";
import css from "./owed-line.module.css";

/** On the page of an introduction, while it waits: until when, and the ways to answer. */
export function AnswerOnReferral({ id }: { id: string }) {
  const me = useMe();
  const referral = useRead<ReferralView>(`/referrals/${id}`).data;
  const person = useRead<PersonView>(
    referral === undefined ? undefined : `/people/${referral.contactId}`,
  ).data;
  if (me === undefined || referral === undefined) return null;
  const call = person?.phones.map(callAddress).find((address) => address !== null) ?? null;
  return <Answer referral={referral} me={me} call={call} />;
}

/** First of all on the page of somebody whom we were introduced to and who waits for us. */
export function WaitsForAnswer({ id }: { id: string }) {
  const me = useMe();
  const waiting = useRead<Page<ReferralView>>("/referrals", { contact: id, unanswered: true, limit: 3 });
  if (me === undefined) return null;
  return waiting.data?.items.map((referral) => (
    <Card
      key={referral.id}
      title={
        <Go to={`/referrals/${referral.id}`}>
          Waits for {referral.memberId === me.member.id ? "your" : `${callName(referral.memberName)}’s`}{" "}
          answer
        </Go>
      }
      below={`Introduced by ${referral.sourceName} ${whenText(referral.countsFrom ?? referral.day, me.today)}${referral.reason === null ? "." : `: ${referral.reason}`}`}
    >
      {/* Numbers stand right below on this page. */}
      <Answer referral={referral} me={me} call={null} />
    </Card>
  ));
}

/** `call`: where one tap calls. */
function Answer({ referral, me, call }: { referral: ReferralView; me: Me; call: string | null }) {
  const { id, contactName, memberId, memberTeamId } = referral;
  const duties = useRead<{ items: DutyView[] }>("/duties", { referral: id });
  const duty = duties.data?.items.find(({ kind }) => kind === "respond");
  const change = useChangeState(referral);
  const instead = useAnswered(id, contactName);
  const owner = { memberId, teamId: memberTeamId };
  const mine = mayChange(me, owner);
  const mayAnswer = mine || (duty !== undefined && maySettle(me, owner, [duty.responsible.id]));
  const answered = mine ? () => change.send({ state: "responded" }) : () => instead.send();
  return (
    <div className={css.line}>
      <p className={css.soft}>
        <AnswerPill referral={referral} me={me} />
        {duty && duty.responsible.because !== "rep" && `${seesToIt(duty, me)}.`}
      </p>
      <div className={css.actions}>
        {mayAnswer && (
          <>
            <Button tone="primary" busy={change.busy || instead.busy} onClick={answered}>
              I answered
            </Button>
            <FirstAnswer referralId={id} contactName={contactName} />
          </>
        )}
        {call !== null && <LinkButton href={call}>Call {callName(contactName)}</LinkButton>}
      </div>
      <FormError problem={change.problem ?? instead.problem} />
    </div>
  );
}

function seesToIt({ responsible }: DutyView, me: Me): string {
  return responsible.id === me.member.id ? "You see to it" : `${responsible.name} sees to it`;
}
