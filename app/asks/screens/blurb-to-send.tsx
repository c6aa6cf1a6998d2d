import { useState } from "react";
import type { PersonView } from "#people/person-view.ts";
import { callName } from "#people/call-name.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { copyText } from "#lib/web/copy.ts";
import { LongTextField, TextField } from "#lib/web/field.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { blurbAdvice, blurbOf, letterTo } from "../blurb.ts";
import type { TalkFacts } from "../talk-track.ts";
import { TALK_LANGUAGES, talkLanguage } from "../wordings/talk-languages.ts";
import css from "./talk.module.css";

interface BlurbToSendProps {
  person: PersonView;
  /** Whom they named. */
  to: string | null;
  facts: TalkFacts;
  language: string;
  /** The ask that they answered with a yes. */
  askId: string;
  onDone: () => void;
}

type Copied = "not yet" | "copied" | "refused";

/** Lines for the source to pass on: to copy, or to send from one's own mail program. Nothing is sent from here. */
export function BlurbToSend({ person, to, facts, language, askId, onDone }: BlurbToSendProps) {
  const [whom, setWhom] = useState(to === null ? "" : callName(to));
  const [code, setCode] = useState(language);
  const [own, setOwn] = useState<string | null>(null);
  const [copied, setCopied] = useState<Copied>("not yet");
  const { blurb: words } = talkLanguage(code);
  const account = person.accountKind === "client" ? facts.account : null;
  const made = blurbOf({ ...facts, to: whom.trim() || null, account }, words);
  const blurb = { ...made, text: own ?? made.text };
  const write = (text: string | null) => {
    setOwn(text);
    setCopied("not yet");
  };
  const copy = async () => setCopied((await copyText(blurb.text)) ? "copied" : "refused");
  const source = { name: facts.name, email: person.emails[0] ?? null };
  return (
    <div className={css.blurb}>
      <p className={css.more}>
        Three to five sentences that {facts.name} can paste, change and send. Nothing is sent from here.
      </p>
      <Toggle
        label="Language"
        value={code}
        options={TALK_LANGUAGES.map((each) => ({ value: each.code, label: each.name }))}
        onChange={(next) => {
          setCode(next);
          write(null);
        }}
      />
      <TextField
        label="To whom"
        name="to"
        value={whom}
        placeholder="A first name"
        onChange={(text) => {
          setWhom(text);
          setCopied("not yet");
        }}
      />
      <LongTextField
        label="The lines"
        name="lines"
        lines={8}
        value={blurb.text}
        hint={blurbAdvice(blurb.text) ?? undefined}
        onChange={write}
      />
      <div className={css.acts}>
        <Button tone="primary" onClick={() => void copy()}>
          {copied === "copied" ? "Copied ✓" : "Copy"}
        </Button>
        <LinkButton href={letterTo(source, blurb, words)}>Open in my mail program</LinkButton>
        <Button tone="quiet" onClick={onDone}>
          Done
        </Button>
      </div>
      <Parts on="blurb" id={askId} />
      <p role="status" className={css.more}>
        {copied === "copied" && "On the clipboard: paste it where you write to them."}
        {copied === "refused" && "This browser does not let us copy. Mark the lines and copy them by hand."}
      </p>
    </div>
  );
}
