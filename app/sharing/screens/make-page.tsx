import { useState } from "react";
import { blurbOf } from "#asks/blurb.ts";
import type { AskView } from "#asks/ask-view.ts";
import { TALK_LANGUAGES, talkLanguage } from "#asks/wordings/talk-languages.ts";
import { languageOf, useTalk, useTalkAddress } from "#asks/screens/use-talk.ts";
import { Button } from "#lib/web/button.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { ChoiceField, LongTextField, TextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Toggle } from "#lib/web/toggle.tsx";
import { callName } from "#people/call-name.ts";
import type { PersonView } from "#people/person-view.ts";
import type { Me } from "#team/me-view.ts";
import { pageLanguage } from "../languages/page-languages.ts";
import { OPEN_DAYS } from "../shared-page.ts";
import { useMakePage } from "./use-page-writes.ts";

interface MakePageProps {
  ask: AskView;
  me: Me;
  /** Their source asked first the last time. */
  asksFirst: boolean;
  done: () => void;
}

const OPENS = [
  { value: "14", label: "Two weeks" },
  { value: String(OPEN_DAYS), label: "Two months" },
  { value: "180", label: "Half a year" },
];

/** What the source will read, written from what is known; nothing stands there that the rep does not see here. */
export function MakePage({ ask, me, ...rest }: MakePageProps) {
  const person = useRead<PersonView>(`/people/${ask.sourceId}`).data;
  return person === undefined ? <Loading /> : <WithTalk ask={ask} person={person} me={me} {...rest} />;
}

function WithTalk({ ask, person, me, ...rest }: MakePageProps & { person: PersonView }) {
  const [address] = useTalkAddress();
  const about = { ...address, moment: ask.moment, target: ask.targetPersonId ?? ask.targetAccountId ?? "" };
  const { facts, match } = useTalk(person, me, about);
  const [code, setCode] = useState<string>(languageOf(address));
  if (match === undefined) return <Loading />;
  const names = { rep: me.member.name, workspace: me.workspace.name, source: person.fullName };
  const { draft } = pageLanguage(code);
  const whom = ask.targetPersonName ?? ask.targetAccountName ?? ask.forWhom ?? facts.idealClient;
  const account = person.accountKind === "client" ? facts.account : null;
  const to = ask.targetPersonName === null ? null : callName(ask.targetPersonName);
  const { text } = blurbOf({ ...facts, to, account }, talkLanguage(code).blurb);
  const start = {
    asked: draft.asked({ whom, reason: facts.reason }),
    whom: whom ?? "",
    subject: draft.subject(names),
    blurb: text,
  };
  return (
    <>
      <Toggle
        label="Language"
        value={code}
        options={TALK_LANGUAGES.map((each) => ({ value: each.code, label: each.name }))}
        onChange={setCode}
      />
      <Fields key={code} ask={ask} me={me} start={start} language={code} {...rest} />
    </>
  );
}

function Fields({
  ask,
  start,
  language,
  asksFirst,
  done,
}: MakePageProps & {
  start: { asked: string; whom: string; subject: string; blurb: string };
  language: string;
}) {
  const draft = useDraft({ ...start, askFirst: asksFirst, days: String(OPEN_DAYS) });
  const make = useMakePage(done);
  const { days, ...words } = draft.value;
  const name = callName(ask.sourceName);
  return (
    <Form
      problem={make.problem}
      onSubmit={() => make.send({ askId: ask.id, language, ...words, days: Number(days) })}
      actions={
        <Button submit tone="primary" busy={make.busy}>
          Make the page
        </Button>
      }
    >
      <LongTextField label={`What you ask ${name}`} lines={4} {...draft.field("asked")} />
      <TextField
        label="Whom to picture"
        hint="Stands on the page as it is. A name before the first comma is offered when they say whom they introduced."
        {...draft.field("whom")}
      />
      <LongTextField label="The lines to pass on" lines={7} {...draft.field("blurb")} />
      <CheckField
        label={`${name} asks the new contact first`}
        hint="They agree before we learn their name, and may decline without a word."
        {...draft.field("askFirst")}
      />
      <ChoiceField label="The link opens for" {...draft.field("days")} options={OPENS} />
    </Form>
  );
}
