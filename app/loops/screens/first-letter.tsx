import { useState } from "react";
import { callAddress } from "#lib/kernel/call-address.ts";
import { mailAddress } from "#lib/kernel/mail-address.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { copyText } from "#lib/web/copy.ts";
import { LongTextField, TextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { callName } from "#people/call-name.ts";
import { useRecordConsent } from "#people/screens/use-consent-writes.ts";
import { useMe } from "#team/screens/use-me.ts";
import { isUnderWay, POSTAL_GAP } from "../answer-letter.ts";
import type { AnswerLetterView, FirstResponseView } from "../first-response-view.ts";
import { gapIn } from "../letter-gap.ts";
import { agreedText, heldBackText, troubleText } from "./letter-words.ts";
import { LetterUnderWay } from "./letter-under-way.tsx";
import { useSendAnswer } from "./use-letter-writes.ts";
import css from "./owed-page.module.css";

/** The letter itself: what it says, what holds it back, and the ways on which it goes. */
export function FirstLetter({
  referralId,
  last,
}: {
  referralId: string;
  last: AnswerLetterView | undefined;
}) {
  const draft = useRead<FirstResponseView>(`/referrals/${referralId}/first-response`);
  if (last && isUnderWay(last.state)) return <LetterUnderWay letter={last} />;
  if (draft.problem) return <Trouble problem={draft.problem} again={draft.again} />;
  if (draft.data === undefined) return <Loading />;
  return (
    <div className={css.lines}>
      {last?.state === "doubtful" && <LetterUnderWay letter={last} />}
      {last?.state === "failed" && <p role="status">{troubleText(last)} Nothing is lost.</p>}
      <Letter referralId={referralId} draft={draft.data} last={last} />
    </div>
  );
}

interface LetterProps {
  referralId: string;
  draft: FirstResponseView;
  last: AnswerLetterView | undefined;
}

function Letter({ referralId, draft, last }: LetterProps) {
  const me = useMe();
  const { law, to, bcc } = draft;
  const kept = last?.state === "failed" || last?.state === "doubtful" ? last : draft;
  const [letter, setLetter] = useState({ subject: kept.subject, text: kept.text });
  const [copies, setCopies] = useState(true);
  const [copied, setCopied] = useState(false);
  const send = useSendAnswer(referralId);
  const heldBack = heldBackText(draft);
  const gap = gapIn(letter.text);
  const change = (some: Partial<typeof letter>) => {
    setLetter((before) => ({ ...before, ...some }));
    setCopied(false);
  };
  const copyTo = copies && bcc !== null ? bcc : null;
  const agreed = me && agreedText(draft, me.today);
  return (
    <>
      {heldBack !== null && <HeldBack draft={draft} says={heldBack} />}
      <p className={css.soft}>
        {heldBack === null && "Better still: call. "}{" "}
        {to === null ? "We have no e-mail address of theirs." : `To ${to}.`}
        {draft.mail && me && ` It goes out in your name; answers come to ${me.member.email}.`}
      </p>
      {bcc !== null && (
        <CheckField
          label={`${callName(draft.sourceName)} gets it in bcc: ${bcc}`}
          name="copyToSource"
          value={copies}
          onChange={setCopies}
        />
      )}
      <TextField
        label="Subject"
        name="subject"
        value={letter.subject}
        onChange={(subject) => change({ subject })}
      />
      <LongTextField
        label="What you write"
        name="text"
        lines={10}
        value={letter.text}
        onChange={(text) => change({ text })}
      />
      <p className={css.soft}>
        {agreed} Law of {law.name}: {law.says} This is not legal advice.
      </p>
      {gap === POSTAL_GAP ? (
        <p role="status">
          The law of their country wants your postal address in it. A leader writes it down once, in the{" "}
          <Go to="/settings">settings</Go>.
        </p>
      ) : (
        gap !== null && <p role="status">Fill in {gap} first.</p>
      )}
      <FormError problem={send.problem} />
      <div className={css.acts}>
        {heldBack === null && gap === null ? (
          <>
            {draft.mail && to !== null && (
              <Button
                tone="primary"
                busy={send.busy}
                onClick={() => send.send({ ...letter, to, copyToSource: copyTo !== null })}
              >
                Send it now
              </Button>
            )}
            <LinkButton
              href={mailAddress(to === null ? [] : [to], letter.subject, letter.text, {
                bcc: copyTo === null ? [] : [copyTo],
              })}
            >
              Open in my mail program
            </LinkButton>
            <Button onClick={() => void copyText(letter.text).then(setCopied)}>
              {copied ? "Copied ✓" : "Copy"}
            </Button>
          </>
        ) : (
          <Button disabled>Open in my mail program</Button>
        )}
      </div>
    </>
  );
}

/** What to do instead of writing: call, and note in one tap that they agreed. */
function HeldBack({ draft, says }: { draft: FirstResponseView; says: string }) {
  const { contactId, contactName, contactPhone, writing } = draft;
  const record = useRecordConsent(contactId, contactName);
  const call = contactPhone === null ? null : callAddress(contactPhone);
  const everything = writing.stop?.reach === "everything";
  return (
    <div className={css.lines}>
      <p role="status">{says}</p>
      <div className={css.acts}>
        {call !== null && !everything && (
          <LinkButton tone="primary" href={call}>
            Call {callName(contactName)}
          </LinkButton>
        )}
        {writing.stop === null && (
          <Button busy={record.busy} onClick={() => record.send("call")}>
            They agreed on the phone
          </Button>
        )}
      </div>
      <FormError problem={record.problem} />
    </div>
  );
}
