import { useState } from "react";
import { callByLink } from "#lib/web/visited/call-by-link.ts";
import { refusedIn, type Refused } from "#lib/web/visited/opening.ts";
import { useOpened } from "#lib/web/visited/use-opened.ts";
import { Line } from "#lib/web/visited/visited-fields.tsx";
import { NothingOpen, useLanguage, useTitle } from "#lib/web/visited/visited-parts.tsx";
import css from "#lib/web/visited/visited.module.css";
import type { LetterVisitView } from "../subscription-view.ts";
import { LETTER_VISIT_PROBLEMS, type LetterVisitProblem } from "../visit-problem.ts";
import { visitWords, type VisitWords } from "./visit-words.ts";

const look = (link: string) => callByLink<LetterVisitView>(link, "GET", "/visited-letters");

/** What somebody opens by the link in a letter, in a question, or on our site: they say whether they want letters. */
export function VisitedLetterPage() {
  const opened = useOpened(look, LETTER_VISIT_PROBLEMS);
  const { link, view: visit, refused, busy, act } = opened;
  const words = visitWords(visit?.language ?? navigator.language.slice(0, 2));
  useLanguage(words.code);
  if (visit === null) return <NothingOpen opened={opened} words={words} turnTo={null} />;
  const say = (method: "PUT" | "DELETE") =>
    void act(() => callByLink<LetterVisitView>(link, method, "/visited-letters/subscribed"));
  return (
    <main className={css.page}>
      {visit.kind === "sign-up" ? (
        <SignUp link={link} visit={visit} words={words} />
      ) : (
        <Wanted visit={visit} words={words} busy={busy} say={say} />
      )}
      <div role="alert">
        {refused !== null && <p className={css.wrong}>{words.trouble[refused.trouble]}</p>}
      </div>
    </main>
  );
}

interface WantedProps {
  visit: LetterVisitView;
  words: VisitWords;
  busy: boolean;
  say: (method: "PUT" | "DELETE") => void;
}

function Wanted({ visit, words, busy, say }: WantedProps) {
  const { workspaceName, subscribed, kind, test } = visit;
  const heading =
    kind === "subscribe" && !subscribed
      ? words.question(workspaceName)
      : subscribed
        ? words.comes(workspaceName)
        : words.gone(workspaceName);
  useTitle(heading);
  return (
    <>
      <h1 className={css.heading} aria-live="polite">
        {heading}
      </h1>
      {test && <p className={css.soft}>{words.test}</p>}
      {!subscribed && kind === "unsubscribe" && <p>{words.holds}</p>}
      {!subscribed && <p className={css.soft}>{visit.words}</p>}
      <div className={css.choices}>
        {subscribed ? (
          <button type="button" className={css.primary} disabled={busy} onClick={() => say("DELETE")}>
            {words.stop}
          </button>
        ) : (
          <button
            type="button"
            className={kind === "subscribe" ? css.primary : css.plain}
            disabled={busy}
            onClick={() => say("PUT")}
          >
            {kind === "subscribe" ? words.yes : words.afterAll}
          </button>
        )}
      </div>
      {(subscribed || kind === "subscribe") && (
        <p className={css.soft}>{subscribed ? words.oneClick : words.orNothing}</p>
      )}
    </>
  );
}

function SignUp({ link, visit, words }: { link: string; visit: LetterVisitView; words: VisitWords }) {
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [state, setState] = useState<"open" | "busy" | "done">("open");
  const [trouble, setTrouble] = useState<Refused<LetterVisitProblem>["trouble"] | null>(null);
  const heading = words.signUp(visit.workspaceName);
  useTitle(heading);
  if (state === "done")
    return (
      <>
        <h1 className={css.heading}>{words.lookInMail}</h1>
        <p>{words.confirmThere}</p>
      </>
    );
  const ask = async () => {
    setState("busy");
    try {
      await callByLink(link, "POST", "/visited-letters/asked", { name, email, language: words.code });
      setState("done");
    } catch (thrown) {
      setTrouble(refusedIn(thrown, LETTER_VISIT_PROBLEMS).trouble);
      setState("open");
    }
  };
  const atField = trouble === "name" || trouble === "email";
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <h1 className={css.heading}>{heading}</h1>
      <p>{words.monthly}</p>
      <Line
        label={words.name}
        name="name"
        value={name}
        onChange={setName}
        autoComplete="name"
        wrong={trouble === "name" ? words.trouble.name : null}
      />
      <Line
        label={words.email}
        name="email"
        kind="email"
        value={email}
        onChange={setEmail}
        autoComplete="email"
        wrong={trouble === "email" ? words.trouble.email : null}
      />
      <div role="alert">
        {trouble !== null && !atField && <p className={css.wrong}>{words.trouble[trouble]}</p>}
      </div>
      <button type="submit" className={css.primary} disabled={state === "busy"}>
        {words.ask}
      </button>
    </form>
  );
}
