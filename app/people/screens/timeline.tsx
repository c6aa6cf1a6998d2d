import { Suspense, use } from "react";
import type { ReactNode } from "react";
import { Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { LongList } from "#lib/web/long-list.tsx";
import { Parts } from "#lib/web/parts.tsx";
import type { PhraseBook, PhraseEntry, TimelineLine, TimelineName } from "#lib/web/phrases.ts";
import { Pill } from "#lib/web/pill.tsx";
import { useScreens } from "#lib/web/screens.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import css from "./timeline.module.css";

const NO_PHRASES: readonly PhraseEntry[] = [];
const books = new WeakMap<readonly PhraseEntry[], Promise<PhraseBook>>();

/** What happened with a person, an account or anything else, from the journal, the latest first. */
export function Timeline({ id }: { id: string }) {
  const { phrases = NO_PHRASES } = useScreens();
  return (
    <Section title="What happened" aside={<Parts on="timeline" id={id} seldom />}>
      <Suspense fallback={<Loading lines={3} />}>
        <Lines id={id} book={bookOf(phrases)} />
      </Suspense>
    </Section>
  );
}

function Lines({ id, book }: { id: string; book: Promise<PhraseBook> }) {
  const phrases = use(book);
  const me = useMe();
  if (me === undefined) return <Loading lines={3} />;
  return (
    <LongList<TimelineLine>
      label="What happened, the latest first"
      path="/timeline"
      query={{ of: id, limit: 30 }}
      rowKey={(line) => line.id}
      render={(line) => <Line line={line} phrases={phrases} me={me} of={id} />}
      empty={<p className={css.soft}>Nothing is written down yet.</p>}
    />
  );
}

interface LineProps {
  line: TimelineLine;
  phrases: PhraseBook;
  me: Me;
  of: string;
}

/** One line of the journal as a sentence: "Mia asked Anna Müller". */
export function SaidLine({ line, me }: { line: TimelineLine; me: Me }) {
  const { phrases = NO_PHRASES } = useScreens();
  return (
    <Suspense fallback={<span>…</span>}>
      <Said line={line} book={bookOf(phrases)} me={me} />
    </Suspense>
  );
}

function Said({ line, book, me }: { line: TimelineLine; book: Promise<PhraseBook>; me: Me }) {
  return <Sentence line={line} phrases={use(book)} me={me} of="" />;
}

function Sentence({ line, phrases, me, of }: LineProps) {
  const verb = line.undoes?.verb ?? line.verb;
  return (
    <>
      {line.by?.name ?? "Askwell"} {line.undoes !== null && "took back: "}
      {phrases[verb]?.(line, (id) => nameOf(line, id, me, of)) ?? plainWords(verb)}
    </>
  );
}

function Line({ line, phrases, me, of }: LineProps) {
  return (
    <div className={css.line}>
      <span className={line.undone ? css.undone : undefined}>
        <Sentence line={line} phrases={phrases} me={me} of={of} />
      </span>
      <span className={css.when}>
        {line.undone && <Pill tone="quiet">taken back</Pill>} {dayText(line.day, me.today)}
      </span>
    </div>
  );
}

/** A name as it is now, linked to its page unless one is there. */
function nameOf(line: TimelineLine, id: unknown, me: Me, of: string): ReactNode {
  const found = line.names.find((name) => name.id === id);
  if (found === undefined) return "somebody";
  if (found.kind === "member") return found.id === me.member.id ? "you" : found.name;
  return found.now === of ? found.name : <Go to={addressOf(found)}>{found.name}</Go>;
}

function addressOf({ kind, now }: TimelineName): string {
  return kind === "person" ? `/people/${now}` : `/accounts/${now}`;
}

function plainWords(verb: string): string {
  const [noun = "", happened = ""] = verb.replaceAll("-", " ").split(".");
  return `${happened} ${/^[aeiou]/.test(noun) ? "an" : "a"} ${noun}`;
}

/** All rooms' phrases in one book, fetched once. */
function bookOf(entries: readonly PhraseEntry[]): Promise<PhraseBook> {
  const known = books.get(entries);
  if (known !== undefined) return known;
  const book = Promise.all(entries.map(async (entry) => await entry())).then(
    (all) => Object.assign({}, ...all) as PhraseBook,
  );
  books.set(entries, book);
  return book;
}
