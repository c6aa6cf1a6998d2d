import { useState } from "react";
import { mailAddress } from "#lib/kernel/mail-address.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { copyText } from "#lib/web/copy.ts";
import { LongTextField, TextField } from "#lib/web/field.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import type { FirstResponseView } from "../first-response-view.ts";
import { gapIn } from "../letter-gap.ts";
import css from "./owed-page.module.css";

/** The reply to an introduction, drafted: to look over, and to send from one's own mail program. */
export function FirstAnswer({ referralId, contactName }: { referralId: string; contactName: string }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button label={`Write to ${contactName}`} onClick={() => setOpened(true)}>
        Write
      </Button>
      <Sheet title={`Your answer to ${contactName}`} opened={opened} onClose={() => setOpened(false)}>
        <Draft referralId={referralId} />
      </Sheet>
    </>
  );
}

function Draft({ referralId }: { referralId: string }) {
  const draft = useRead<FirstResponseView>(`/referrals/${referralId}/first-response`);
  if (draft.problem) return <Trouble problem={draft.problem} again={draft.again} />;
  if (draft.data === undefined) return <Loading />;
  return <Letter draft={draft.data} />;
}

function Letter({ draft }: { draft: FirstResponseView }) {
  const [letter, setLetter] = useState({ subject: draft.subject, text: draft.text });
  const [agreed, setAgreed] = useState(false);
  const [copied, setCopied] = useState(false);
  const { law, to, bcc } = draft;
  const gap = gapIn(letter.text);
  const mayGo = gap === null && (!law.consentFirst || agreed);
  const change = (some: Partial<typeof letter>) => {
    setLetter((before) => ({ ...before, ...some }));
    setCopied(false);
  };
  return (
    <div className={css.lines}>
      <p className={css.soft}>
        Better still: call. Nothing is sent from here.{" "}
        {to === null && "We have no e-mail address of theirs. "}
        {bcc !== null && "The source goes into bcc."}
      </p>
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
        Law of {law.name}: {law.says} This is not legal advice.
      </p>
      {law.consentFirst && (
        <CheckField
          label="They have agreed that I write to them"
          name="agreed"
          value={agreed}
          onChange={setAgreed}
        />
      )}
      {gap !== null && <p role="status">Fill in {gap} first.</p>}
      <div className={css.acts}>
        {mayGo ? (
          <>
            <LinkButton
              href={mailAddress(to === null ? [] : [to], letter.subject, letter.text, {
                bcc: bcc === null ? [] : [bcc],
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
    </div>
  );
}
