import { useMemo, useState } from "react";
import { callAddress } from "#lib/kernel/call-address.ts";
import { countryNames } from "#lib/kernel/country.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { ChoiceField, TextField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { callName } from "#people/call-name.ts";
import { useRecordConsent } from "#people/screens/use-consent-writes.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { FirstResponseView } from "../first-response-view.ts";
import { heldBackText } from "./letter-words.ts";
import { useNoteContact } from "./use-letter-writes.ts";
import css from "./first-letter.module.css";

/** To whom a first answer goes: what holds it back, a call instead, and what has to be known of them first. */
export function LetterToWhom({ draft, answersTo }: { draft: FirstResponseView; answersTo: string | null }) {
  const { contactName, contactPhone, writing, law, to } = draft;
  const heldBack = heldBackText(draft);
  const call =
    contactPhone === null || writing.stop?.reach === "everything" ? null : callAddress(contactPhone);
  return (
    <>
      {heldBack !== null && <p role="status">{heldBack}</p>}
      <div className={css.acts}>
        {call !== null && (
          <LinkButton tone={heldBack === null ? "plain" : "primary"} href={call}>
            Call {callName(contactName)}
          </LinkButton>
        )}
        {heldBack !== null && writing.stop === null && <Agreed draft={draft} />}
        {heldBack === null && <p className={css.soft}>A call is better still.</p>}
      </div>
      {law.knows === "nothing" && writing.stop === null && <Country draft={draft} />}
      {to === null ? (
        <Address draft={draft} />
      ) : (
        <p className={css.to}>
          <span>
            To <strong>{to}</strong>
          </span>
          {answersTo !== null && (
            <span className={css.soft}>It goes out in your name. Answers come to {answersTo}.</span>
          )}
        </p>
      )}
    </>
  );
}

/** One tap: they agreed. */
function Agreed({ draft }: { draft: FirstResponseView }) {
  const record = useRecordConsent(draft.contactId, draft.contactName);
  return (
    <>
      <Button busy={record.busy} onClick={() => record.send("call")}>
        They agreed on the phone
      </Button>
      <FormError problem={record.problem} />
    </>
  );
}

function Country({ draft }: { draft: FirstResponseView }) {
  const home = useMe()?.workspace.defaultCountry ?? null;
  const names = useMemo(() => countryNames(home), [home]);
  const note = useNoteContact(draft.contactId, draft.contactName);
  return (
    <>
      <ChoiceField
        label={`In which country is ${callName(draft.contactName)}?`}
        name="country"
        value=""
        disabled={note.busy}
        options={[{ value: "", label: "Not noted" }, ...names.map((name) => ({ value: name, label: name }))]}
        onChange={(country) => country !== "" && note.send({ country })}
      />
      <FormError problem={note.problem} />
    </>
  );
}

function Address({ draft }: { draft: FirstResponseView }) {
  const [email, setEmail] = useState("");
  const note = useNoteContact(draft.contactId, draft.contactName);
  return (
    <form
      className={css.address}
      onSubmit={(event) => {
        event.preventDefault();
        if (email.trim() !== "") note.send({ emails: [email.trim()] });
      }}
    >
      <TextField
        label={`E-mail of ${callName(draft.contactName)}`}
        kind="email"
        name="email"
        value={email}
        onChange={setEmail}
      />
      <Button submit busy={note.busy}>
        Note it
      </Button>
      <FormError problem={note.problem} />
    </form>
  );
}
