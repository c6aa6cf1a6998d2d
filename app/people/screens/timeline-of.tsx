import { Fragment, useEffect, useState, type ReactNode } from "react";
import { Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import type { PhraseBook, TimelineLine, TimelineName } from "#lib/web/phrases.ts";
import { useScreens } from "#lib/web/screens.ts";
import { shortDay } from "#lib/web/words.ts";
import { useMe } from "#team/screens/use-me.ts";
import css from "./people.module.css";

const ADDRESS: Record<TimelineName["kind"], string | null> = {
  person: "/people",
  account: "/accounts",
  member: null,
};

/** What the journal says, the latest first; what was taken back stays, struck through. */
export function TimelineOf({ id }: { id: string }) {
  const me = useMe();
  const phrases = usePhrases();
  if (me === undefined || phrases === null) return null;
  return (
    <Section title="What happened">
      <LongList<TimelineLine>
        label="Timeline"
        path="/timeline"
        query={{ of: id }}
        rowKey={(line) => line.id}
        empty={<p className={css.soft}>Nothing yet.</p>}
        render={(line) => <Line line={line} phrases={phrases} today={me.today} />}
      />
    </Section>
  );
}

function Line({ line, phrases, today }: { line: TimelineLine; phrases: PhraseBook; today: string }) {
  const phrase = phrases[line.undoes?.verb ?? line.verb];
  const name = (id: unknown): ReactNode => <Name of={line.names.find((each) => each.id === id)} />;
  const said = phrase ? phrase(line, name) : (line.undoes?.verb ?? line.verb).replaceAll(/[.-]/g, " ");
  return (
    <div className={css.line}>
      <span className={css.soft}>{shortDay(line.day, today)} · </span>
      <span className={line.undone ? css.taken : undefined}>
        {line.by?.name ?? "Askwell"} {line.undoes && "took back: "}
        {said}
      </span>
      {line.undone && <span className={css.soft}> (taken back)</span>}
    </div>
  );
}

function Name({ of }: { of: TimelineName | undefined }) {
  if (of === undefined) return <>somebody</>;
  const address = ADDRESS[of.kind];
  return address ? <Go to={`${address}/${of.now}`}>{of.name}</Go> : <Fragment>{of.name}</Fragment>;
}

/** Every room's phrases in one book; null until they are there. */
function usePhrases(): PhraseBook | null {
  const { phrases = [] } = useScreens();
  const [book, setBook] = useState<PhraseBook | null>(null);
  useEffect(() => {
    let gone = false;
    void Promise.all(phrases.map((load) => load())).then((books) => {
      if (!gone) setBook(Object.assign({}, ...books) as PhraseBook);
    });
    return () => {
      gone = true;
    };
  }, [phrases]);
  return book;
}
