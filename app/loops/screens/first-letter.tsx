import { useState } from "react";
import { mailAddress } from "#lib/kernel/mail-address.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { copyText } from "#lib/web/copy.ts";
import { ChoiceField, LongTextField, TextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { capital } from "#lib/web/words.ts";
import { callName } from "#people/call-name.ts";
import { useMe } from "#team/screens/use-me.ts";
import { faultIn, isUnderWay, POSTAL_GAP, withNotice, withoutNotice, withThanks } from "../answer-letter.ts";
import type { AnswerLetterView, FirstResponseView } from "../first-response-view.ts";
import { gapIn } from "../letter-gap.ts";
import { agreedText, heldBackText, lawText, troubleText } from "./letter-words.ts";
import { LetterToWhom } from "./letter-to-whom.tsx";
import { LetterUnderWay } from "./letter-under-way.tsx";
import { useSendAnswer } from "./use-letter-writes.ts";
import css from "./first-letter.module.css";

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
    <div className={css.letter}>
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

type Language = FirstResponseView["language"];
type Written = Record<"subject" | "body", string>;

const LANGUAGE_WORDS: Record<Language, string> = { en: "English", de: "Deutsch" };

function Letter({ referralId, draft, last }: LetterProps) {
  const me = useMe();
  const { to, bcc, drafts, reason } = draft;
  const kept = last?.state === "failed" || last?.state === "doubtful" ? last : undefined;
  // What was changed, a language; the rest is as drafted.
  const [own, setOwn] = useState<Partial<Record<Language, Written>>>(() =>
    kept === undefined ? {} : ownOf(kept, draft),
  );
  const [language, setLanguage] = useState<Language | null>(() => keptLanguage(kept, draft));
  const [copies, setCopies] = useState(kept === undefined || kept.copyTo !== null);
  const [copied, setCopied] = useState(false);
  const send = useSendAnswer(referralId);
  const chosen = language ?? draft.language;
  const drafted = drafts.find((each) => each.language === chosen);
  if (drafted === undefined) return null;
  const body = withThanks(withoutNotice(drafted.text, drafted), drafted, copies);
  const letter = own[chosen] ?? { subject: drafted.subject, body };
  const text = withNotice(letter.body, drafted);
  const copyTo = copies ? bcc : null;
  const change = (some: Partial<Written>) => {
    setOwn((before) => ({ ...before, [chosen]: { ...letter, ...some } }));
    setCopied(false);
  };
  const changeCopies = (copy: boolean) => {
    if (own[chosen] !== undefined) change({ body: withThanks(letter.body, drafted, copy) });
    setCopies(copy);
  };
  const fault = faultIn({
    subject: letter.subject,
    text,
    sourceName: draft.sourceName,
    copied: copyTo !== null,
    drafts,
  });
  const agreed = me && agreedText(draft, me.today);
  return (
    <>
      <LetterToWhom draft={draft} answersTo={draft.mail ? (me?.member.email ?? null) : null} />
      {bcc !== null && (
        <CheckField
          label={`${callName(draft.sourceName)} gets it in bcc: ${bcc}`}
          name="copyToSource"
          value={copies}
          onChange={changeCopies}
        />
      )}
      <ChoiceField
        label="Language"
        name="language"
        value={chosen}
        options={drafts.map((each) => ({ value: each.language, label: LANGUAGE_WORDS[each.language] }))}
        onChange={(next) => {
          setLanguage(next);
          setCopied(false);
        }}
        {...(reason !== null && { hint: `Why you should talk stands in it as it was noted: “${reason}”` })}
      />
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
        value={letter.body}
        onChange={(next) => change({ body: next })}
      />
      <p className={css.notice}>
        <span className={css.soft}>Stands beneath it in any case:</span>
        {drafted.notice.join(" ")}
      </p>
      <p className={css.soft}>
        {agreed} {lawText(draft)}
      </p>
      {gapIn(text) === POSTAL_GAP ? (
        <p role="status">
          Your postal address has to stand in it. A leader writes it down once, in the{" "}
          <Go to="/settings">settings</Go>.
        </p>
      ) : (
        fault !== null && <p role="status">{capital(fault.reason)}.</p>
      )}
      <FormError problem={send.problem} />
      <div className={css.acts}>
        {heldBackText(draft) === null && fault === null ? (
          <>
            {draft.mail && to !== null && (
              <Button
                tone="primary"
                busy={send.busy}
                onClick={() =>
                  send.send({ to, subject: letter.subject, text, copyToSource: copyTo !== null })
                }
              >
                Send it now
              </Button>
            )}
            <LinkButton
              href={mailAddress(to === null ? [] : [to], letter.subject, text, {
                bcc: copyTo === null ? [] : [copyTo],
              })}
            >
              Open in my mail program
            </LinkButton>
            <Button onClick={() => void copyText(text).then(setCopied)}>
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

/** In which language a letter that did not leave was written: that of its notice. */
function keptLanguage(
  kept: AnswerLetterView | undefined,
  { drafts }: Pick<FirstResponseView, "drafts">,
): Language | null {
  const same = drafts.find((each) => kept && withoutNotice(kept.text, each) !== kept.text);
  return same?.language ?? null;
}

function ownOf(kept: AnswerLetterView, draft: FirstResponseView): Partial<Record<Language, Written>> {
  const language = keptLanguage(kept, draft) ?? draft.language;
  const drafted = draft.drafts.find((each) => each.language === language);
  const body = drafted === undefined ? kept.text : withoutNotice(kept.text, drafted);
  return { [language]: { subject: kept.subject, body } };
}
