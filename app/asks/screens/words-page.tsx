import { useState } from "react";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Button } from "#lib/web/button.tsx";
import { Column, Quote, Section } from "#lib/web/card.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { shortDay } from "#lib/kernel/day-words.ts";
import type { Moment } from "../ask.ts";
import { PARTS_AT, type Part } from "../talk-part.ts";
import { choicesFor } from "../wording.ts";
import type { WordingView } from "../wording-view.ts";
import { TALK_LANGUAGES } from "../wordings/talk-languages.ts";
import { MOMENT_WORDS, optionsOf } from "./ask-words.ts";
import { GOAL_WORDS, PART_WORDS, workedText } from "./talk-words.ts";
import { languageOf, useTalkAddress } from "./use-talk.ts";
import { useBringBackWords, useRetireWords, useTakeBackWords } from "./use-wording-writes.ts";
import { WordingForm } from "./wording-form.tsx";
import css from "./words-page.module.css";

/** The team's words by moment and part, the ones that work first, each with what came of it. */
export function WordsPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <Words me={me} />;
}

function Words({ me }: { me: Me }) {
  const [address, setAddress] = useTalkAddress();
  const { moment } = address;
  const language = languageOf(address);
  const words = useRead<{ items: WordingView[] }>("/wordings", { language, moment }, { keep: true });
  const [writing, setWriting] = useState<{ part: Part; instead?: WordingView } | null>(null);
  const close = () => setWriting(null);
  return (
    <Column>
      <PageHeading below="What your team says, and what came of it. Words that bring introductions rise.">
        Words for asking
      </PageHeading>
      <div className={css.filters}>
        <ChoiceField<Moment>
          label="At which moment"
          name="moment"
          value={moment}
          hint={GOAL_WORDS[moment]}
          options={optionsOf(MOMENT_WORDS)}
          onChange={(next) => setAddress({ moment: next })}
        />
        <Toggle
          label="Language"
          value={language}
          options={TALK_LANGUAGES.map(({ code, name }) => ({ value: code as typeof language, label: name }))}
          onChange={(code) => setAddress({ language: code })}
        />
      </div>
      {words.problem ? (
        <Trouble problem={words.problem} again={words.again} />
      ) : words.data === undefined ? (
        <Loading />
      ) : (
        PARTS_AT[moment].map((part) => (
          <PartOfTalk
            key={part}
            part={part}
            moment={moment}
            words={words.data?.items ?? []}
            me={me}
            onWrite={(instead) => setWriting(instead === undefined ? { part } : { part, instead })}
          />
        ))
      )}
      <Sheet
        title={writing === null ? "" : PART_WORDS[writing.part]}
        opened={writing !== null}
        onClose={close}
      >
        {writing !== null && (
          <WordingForm me={me} moment={moment} language={language} {...writing} onDone={close} />
        )}
      </Sheet>
    </Column>
  );
}

interface PartProps {
  part: Part;
  moment: Moment;
  words: readonly WordingView[];
  me: Me;
  onWrite: (instead?: WordingView) => void;
}

function PartOfTalk({ part, moment, words, me, onWrite }: PartProps) {
  const here = words.filter((each) => each.part === part && each.moment === moment);
  const said = choicesFor(
    words.filter(({ offered }) => offered),
    moment,
    part,
  );
  const others = here.filter((each) => !said.includes(each) && !each.seed);
  return (
    <Section
      title={PART_WORDS[part]}
      aside={
        <Button tone="quiet" label={`Write words: ${PART_WORDS[part]}`} onClick={() => onWrite()}>
          Write words
        </Button>
      }
    >
      {said.length === 0 && <p className={css.soft}>Nobody has words for this. Write the first ones.</p>}
      {said.length > 0 && said[0]?.moment !== moment && (
        <p className={css.soft}>None of its own at this moment: these fit anytime.</p>
      )}
      <ul className={css.words}>
        {said.map((each) => (
          <OneWording key={each.key} wording={each} me={me} onWrite={onWrite} />
        ))}
      </ul>
      {others.length > 0 && (
        <details className={css.others}>
          <summary>
            {others.length === 1 ? "One more" : `${others.length} more`}: retired, or of others
          </summary>
          <ul className={css.words}>
            {others.map((each) => (
              <OneWording key={each.key} wording={each} me={me} onWrite={onWrite} />
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function OneWording({
  wording,
  me,
  onWrite,
}: {
  wording: WordingView;
  me: Me;
  onWrite: (instead: WordingView) => void;
}) {
  const { id, text, talks, mayChange, retiredOn } = wording;
  const retire = useRetireWords();
  const bringBack = useBringBackWords();
  const takeBack = useTakeBackWords();
  const problem = retire.problem ?? bringBack.problem ?? takeBack.problem;
  const actions =
    id === null
      ? [{ label: "Say it our way", run: () => onWrite(wording) }]
      : [
          { label: "Say it differently", run: () => onWrite(wording) },
          retiredOn === null
            ? { label: "Retire", run: () => retire.send(id) }
            : { label: "Bring back", run: () => bringBack.send(id) },
          ...(talks === 0 ? [{ label: "Take back", run: () => takeBack.send(id) }] : []),
        ];
  return (
    <li className={css.wording}>
      <div className={css.said}>
        <Quote>{text}</Quote>
        <p className={css.soft}>
          {workedText(wording)}
          {id !== null && ` · ${whose(wording)}`}
        </p>
        {retiredOn !== null && <Pill tone="quiet">retired {shortDay(retiredOn, me.today)}</Pill>}
        {problem && <FormError problem={problem} />}
      </div>
      {(mayChange || id === null) && (
        <ActionMenu label={`More for “${text.slice(0, 40)}”`} actions={actions}>
          …
        </ActionMenu>
      )}
    </li>
  );
}

/** "the team North's, by Jon Berg" */
function whose({ teamName, memberName, byName }: WordingView): string {
  const of = memberName ?? (teamName === null ? "everybody's" : `team ${teamName}`);
  return byName === null || byName === memberName ? of : `${of}, by ${byName}`;
}
