import { useId, useState, type FormEvent } from "react";
import { asSentence } from "#lib/kernel/text.ts";
import { passes, type Refused } from "#lib/web/visited/opening.ts";
import { useOpened } from "#lib/web/visited/use-opened.ts";
import visited from "#lib/web/visited/visited.module.css";
import { Line, LongLines } from "#lib/web/visited/visited-fields.tsx";
import { dayIn, NothingOpen, Noted, useLanguage, useTitle } from "#lib/web/visited/visited-parts.tsx";
import type { DigestLineView } from "../digest-view.ts";
import { KEEP_ALL_THE_SAME, LINE_PROBLEMS, type LineProblem } from "../line-problem.ts";
import { actOnLine, lookAtLine, partsOf, undoOnLine, type PressedOnPage } from "./digest-line-call.ts";
import css from "./digest-line-page.module.css";

type Act = DigestLineView["acts"][number];

type LineFailure = Refused<LineProblem>;

const WORDS: { loading: string; again: string; trouble: Record<LineFailure["trouble"], string> } = {
  loading: "One moment …",
  again: "Try again",
  trouble: {
    forged: "This link is not complete, or not one of ours.",
    expired: "This link has run out.",
    "signed-out": "You signed out everywhere since. Links of before open nothing.",
    left: "Whom this mail was written to is not here any more.",
    refused: "That does not go just now.",
    lost: "There is no connection just now.",
    fault: "Something went wrong on our side.",
    "too-many": "That was too much at once. Wait a little.",
  },
};

/** What a button in a mail opens: says what it will write down, and does so when it is pressed here. */
export function DigestLinePage() {
  useLanguage("en");
  const opened = useOpened(lookAtLine, LINE_PROBLEMS);
  const { link, view, refused, busy, act } = opened;
  if (view === null) {
    const helps = refused === null || passes(refused.trouble);
    const turnTo = helps ? null : "A newer mail, or Askwell itself, has what waits for you.";
    return <NothingOpen opened={opened} words={WORDS} turnTo={turnTo} />;
  }
  return (
    <OpenLine
      key={link}
      view={view}
      link={partsOf(link)}
      failure={refused}
      busy={busy}
      press={(pressed) => void act(() => actOnLine(link, pressed))}
      undo={() => void act(() => undoOnLine(link))}
    />
  );
}

interface OpenLineProps {
  view: DigestLineView;
  link: ReturnType<typeof partsOf>;
  failure: LineFailure | null;
  busy: boolean;
  press: (pressed: PressedOnPage) => void;
  undo: () => void;
}

function OpenLine({ view, link, failure, busy, press, undo }: OpenLineProps) {
  const { heading, below, why, say, phone, done, acts, repName, workspaceName, openUntil } = view;
  const [chosen, setChosen] = useState(link.act);
  const act = acts.find(({ id }) => id === chosen) ?? acts[0];
  const others = acts.filter((each) => each !== act);
  useTitle(heading);
  return (
    <main className={visited.page}>
      <header className={visited.head}>
        <h1 className={visited.heading}>{heading}</h1>
        {below !== null && <p className={visited.soft}>{below}</p>}
      </header>
      {why !== "" && <p>{why}</p>}
      {say !== null && <blockquote className={css.quote}>{say}</blockquote>}
      {phone !== null && (
        <a className={visited.plain} href={phone}>
          Call {phone.replace("tel:", "")}
        </a>
      )}
      {done !== null ? (
        <Done timeZone={view.timeZone} done={done} busy={busy} undo={undo} />
      ) : (
        act && (
          <>
            <Confirm
              key={act.id}
              act={act}
              first={act.id === link.act ? link.choice : null}
              failure={failure}
              busy={busy}
              press={press}
            />
            {others.length > 0 && (
              <p className={css.others}>
                {others.map((each) => (
                  <button
                    key={each.id}
                    type="button"
                    className={visited.quiet}
                    onClick={() => setChosen(each.id)}
                  >
                    {each.label}
                  </button>
                ))}
              </p>
            )}
          </>
        )
      )}
      <div role="alert">
        {failure !== null && !isOfField(failure) && (
          <p className={visited.wrong}>
            {failure.trouble === "refused" ? reasonOf(failure) : WORDS.trouble[failure.trouble]}
          </p>
        )}
      </div>
      <footer className={visited.foot}>
        <p>
          In the name of {repName}, {workspaceName}. This link works until {dayIn("en", openUntil)}, for this
          line alone.
        </p>
      </footer>
    </main>
  );
}

function Done({
  timeZone,
  done,
  busy,
  undo,
}: {
  timeZone: string;
  done: NonNullable<DigestLineView["done"]>;
  busy: boolean;
  undo: () => void;
}) {
  if (done.undoUntil === null)
    return (
      <p role="status" className={visited.noted}>
        Written down. {done.did}.
      </p>
    );
  const until = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  });
  return (
    <div role="status">
      <Noted takeBack={undo} busy={busy} label="Undo">
        Written down. {done.did}. You can undo it here until {until.format(new Date(done.undoUntil))}.
      </Noted>
    </div>
  );
}

interface ConfirmProps {
  act: Act;
  /** What the link chose already. */
  first: string | null;
  failure: LineFailure | null;
  busy: boolean;
  press: (pressed: PressedOnPage) => void;
}

function Confirm({ act, first, failure, busy, press }: ConfirmProps) {
  const { choices, until, words, named } = act;
  const known = choices?.options.some(({ id }) => id === first) === true ? first : (choices?.first ?? null);
  const [choice, setChoice] = useState(known);
  const [untilDay, setUntilDay] = useState(until?.[1]?.day ?? "");
  const [said, setSaid] = useState("");
  const [fullName, setFullName] = useState("");
  const [accountName, setAccountName] = useState("");
  const name = useId();
  const needsDay = choice === "not-now" && until !== undefined;
  const asksWhom = choice === "named-someone" && named !== undefined;
  const pressed = (happened: boolean): PressedOnPage => ({
    act: act.id,
    ...(choice !== null && { choice }),
    ...(needsDay && { untilDay }),
    ...(said.trim() !== "" && { words: said }),
    ...(asksWhom &&
      fullName.trim() !== "" && {
        named: { fullName, ...(accountName.trim() !== "" && { accountName }) },
      }),
    ...(happened && { happened }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    press(pressed(false));
  };
  return (
    <form className={visited.card} onSubmit={send} noValidate>
      <p>{act.says}</p>
      {choices && (
        <fieldset className={`${visited.options} ${css.choices}`}>
          <legend>{choices.label}</legend>
          {choices.options.map(({ id, label }) => (
            <label key={id} className={visited.option}>
              <input
                type="radio"
                name={name}
                value={id}
                checked={choice === id}
                onChange={() => setChoice(id)}
              />
              {label}
            </label>
          ))}
          {failure?.field === "choice" && <p className={visited.wrong}>{reasonOf(failure)}</p>}
        </fieldset>
      )}
      {needsDay && (
        <div className={visited.field}>
          <label htmlFor={`${name}-until`}>When to ask again</label>
          <select
            id={`${name}-until`}
            className={css.select}
            value={untilDay}
            onChange={(event) => setUntilDay(event.target.value)}
          >
            {until.map(({ label, day }) => (
              <option key={day} value={day}>
                {label}
              </option>
            ))}
          </select>
          {failure?.field === "untilDay" && <p className={visited.wrong}>{reasonOf(failure)}</p>}
        </div>
      )}
      {asksWhom && (
        <>
          <Line
            label={named.label}
            name="fullName"
            value={fullName}
            onChange={setFullName}
            hint="if you like"
          />
          <Line
            label="Their company"
            name="accountName"
            value={accountName}
            onChange={setAccountName}
            hint="if you know it"
          />
          <p className={visited.soft}>
            Written down as a name only. Say in Askwell when it becomes an introduction.
          </p>
        </>
      )}
      {words && (
        <>
          <LongLines
            label={words.needed ? words.label : `${words.label} (if you like)`}
            name="words"
            value={said}
            onChange={setSaid}
            rows={2}
          />
          {failure?.field === "words" && <p className={visited.wrong}>{reasonOf(failure)}</p>}
        </>
      )}
      <button type="submit" className={visited.primary} disabled={busy}>
        {act.choices || act.words ? "Write it down" : act.label}
      </button>
      {failure?.facts["rule"] === "yes" && (
        <button type="button" className={visited.plain} disabled={busy} onClick={() => press(pressed(true))}>
          {KEEP_ALL_THE_SAME}
        </button>
      )}
    </form>
  );
}

function isOfField({ field, trouble }: LineFailure): boolean {
  return trouble === "refused" && (field === "choice" || field === "untilDay" || field === "words");
}

/** Of a room that said no. */
function reasonOf({ facts }: LineFailure): string {
  return asSentence(facts["reason"] ?? WORDS.trouble.refused);
}
