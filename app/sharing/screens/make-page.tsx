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
  const names = { rep: ask.memberName, workspace: me.workspace.name, source: person.fullName };
  const { draft } = pageLanguage(code);
  const whom = ask.targetPersonName ?? ask.targetAccountName ?? ask.forWhom ?? facts.idealClient;
  const account = person.accountKind === "client" ? facts.account : null;
  const to = ask.targetPersonName === null ? null : callName(ask.targetPersonName);
  const written = (pictured: string | null) => ({
    asked: draft.asked({ whom: pictured, reason: facts.reason }),
    blurb: blurbOf(
      { ...facts, rep: ask.memberName, to, account, idealClient: to === null ? pictured : facts.idealClient },
      talkLanguage(code).blurb,
    ).text,
  });
  const start = { whom: whom ?? "", reason: facts.reason ?? "", subject: draft.subject(names) };
  return (
    <>
      <Toggle
        label="Language"
        value={code}
        options={TALK_LANGUAGES.map((each) => ({ value: each.code, label: each.name }))}
        onChange={setCode}
      />
      <Fields key={code} ask={ask} me={me} start={start} written={written} language={code} {...rest} />
    </>
  );
}

function Fields({
  ask,
  start,
  written,
  language,
  asksFirst,
  done,
}: MakePageProps & {
  start: { whom: string; reason: string; subject: string };
  /** The lines as they come from whom to picture, until the rep writes their own. */
  written: (whom: string | null) => { asked: string; blurb: string };
  language: string;
}) {
  const draft = useDraft({ ...start, askFirst: asksFirst, days: String(OPEN_DAYS) });
  const [own, setOwn] = useState<{ asked?: string; blurb?: string }>({});
  const lines = { ...written(draft.value.whom.trim() || null), ...own };
  const make = useMakePage(done);
  const { days, ...words } = draft.value;
  const name = callName(ask.sourceName);
  return (
    <Form
      problem={make.problem}
      onSubmit={() => make.send({ askId: ask.id, language, ...words, ...lines, days: Number(days) })}
      actions={
        <Button submit tone="primary" busy={make.busy}>
          Make the page
        </Button>
      }
    >
      {language !== TALK_LANGUAGES[0].code && (
        <p>
          Whom to picture and the reason stand here as your team wrote them: read them once in this language.
        </p>
      )}
      <TextField
        label="Whom to picture"
        hint="Begin with a name where you have one: “Ben Moss, who plans the shifts”."
        {...draft.field("whom")}
      />
      <LongTextField label="Why it is worth their time" lines={2} {...draft.field("reason")} />
      <LongTextField
        label={`What you ask ${name}`}
        name="asked"
        lines={4}
        value={lines.asked}
        onChange={(asked) => setOwn((before) => ({ ...before, asked }))}
      />
      <LongTextField
        label="The lines to pass on"
        name="blurb"
        lines={7}
        value={lines.blurb}
        onChange={(blurb) => setOwn((before) => ({ ...before, blurb }))}
      />
      <CheckField
        label={`${name} asks the new contact first`}
        hint="They agree before we learn their name, and may decline without a word."
        {...draft.field("askFirst")}
      />
      <ChoiceField label="The link opens for" {...draft.field("days")} options={OPENS} />
    </Form>
  );
}
