import { useEffect, useRef, useState } from "react";
import { untilProposals } from "#asks/until.ts";
import { mailAddress } from "#lib/kernel/mail-address.ts";
import { LongLines } from "#lib/web/visited/visited-fields.tsx";
import { dayIn, useTitle } from "#lib/web/visited/visited-parts.tsx";
import visited from "#lib/web/visited/visited.module.css";
import type { Names, PageLanguage } from "../languages/language.ts";
import type { VisitView } from "../visit-view.ts";
import { Introduced } from "./introduced-form.tsx";
import type { OpenVisit } from "./use-visit.ts";
import { askFirstOnPage, sayOnPage, takeBackOnPage } from "./visit-call.ts";
import { Copy, FailureLine, Noted } from "./visit-parts.tsx";
import css from "./visited.module.css";

interface VisitProps {
  open: OpenVisit;
  words: PageLanguage;
  names: Names;
}

/** What a source reads and says: what is asked, lines to pass on, an answer, and later what became of it. */
export function SourceVisit({ open, words, names }: VisitProps) {
  const { visit, link } = open;
  const [lines, setLines] = useLines(link, visit.blurb);
  const told = visit.became.length > 0;
  const thanked = visit.said.some(({ answer }) => answer === "introduced");
  const { source } = words;
  const title = told
    ? source.headingTold(names)
    : thanked || visit.asked === null
      ? source.headingThanks(names)
      : source.heading(names);
  useTitle(title);
  return (
    <>
      <header className={visited.head}>
        <h1 className={visited.heading}>{title}</h1>
        <p className={visited.soft}>{words.opens(names, dayIn(words.code, visit.untilDay))}</p>
      </header>
      <Told visit={visit} words={words} names={names} />
      <Said open={open} words={words} names={names} />
      {open.failedAt === "above" && <FailureLine failure={open.failure} words={words} />}
      {visit.asked !== null && (
        <>
          <blockquote className={css.quote}>{visit.asked}</blockquote>
          {visit.whom !== null && (
            <p>
              <span className={visited.soft}>{words.source.whom}:</span> {visit.whom}
            </p>
          )}
          {visit.reason !== null && (
            <p>
              <span className={visited.soft}>{words.source.reason}:</span> {visit.reason}
            </p>
          )}
        </>
      )}
      {visit.asked !== null && visit.blurb !== "" && (
        <section className={visited.card}>
          <LongLines
            label={words.source.lines}
            hint={words.source.linesHint}
            name="lines"
            rows={8}
            value={lines}
            onChange={setLines}
          />
          <div className={visited.choices}>
            <Copy text={lines} words={words} primary={visit.said.length === 0 && visit.asking.length === 0} />
            <a className={visited.plain} href={mailAddress([], visit.subject, lines)}>
              {words.source.mail}
            </a>
          </div>
        </section>
      )}
      <Asking visit={visit} words={words} names={names} />
      <Answer open={open} words={words} names={names} />
      {open.failedAt === "below" && <FailureLine failure={open.failure} words={words} />}
    </>
  );
}

/** The lines as the source left them, also after the phone has put the page away. */
function useLines(link: string, blurb: string): [string, (text: string) => void] {
  const key = `lines ${link.slice(0, 43)}`;
  const [own, setOwn] = useState<string | null>(() => sessionStorage.getItem(key));
  const write = (text: string) => {
    setOwn(text);
    sessionStorage.setItem(key, text);
  };
  return [own ?? blurb, write];
}

function Told({ visit, words, names }: { visit: VisitView; words: PageLanguage; names: Names }) {
  const { told } = words.source;
  if (visit.became.length === 0) return null;
  return (
    <section className={visited.card} aria-label={told.heading}>
      <ul className={css.lines}>
        {visit.became.map(({ name, introducedOn, state, stateDay, told: own }) => (
          <li key={`${name} ${introducedOn}`}>
            <strong className={css.name}>{name}</strong>
            <br />
            {told.introduced(dayIn(words.code, introducedOn))};{" "}
            {told.state(names, state, dayIn(words.code, stateDay))}.
            {own !== null && <blockquote className={css.quote}>{own}</blockquote>}
          </li>
        ))}
      </ul>
      <p className={visited.soft}>{told.thanks(names)}</p>
    </section>
  );
}

function Said({ open: { visit, link, busy, act }, words, names }: VisitProps) {
  const { said } = words.source;
  return visit.said.map(({ id, answer, untilDay, name }) => (
    <Noted
      key={id}
      busy={busy}
      words={words}
      takeBack={() => void act(() => takeBackOnPage(link, id), "above")}
    >
      {answer === "introduced"
        ? said.introduced(names, name ?? "")
        : answer === "not-now"
          ? said.notNow(dayIn(words.code, untilDay ?? visit.today))
          : answer === "not-them"
            ? said.notThem(visit.whom ?? "")
            : said.never}
    </Noted>
  ));
}

/** Whom the source asks first, with what to send them. */
function Asking({ visit, words, names }: { visit: VisitView; words: PageLanguage; names: Names }) {
  const { asking } = words.source;
  return visit.asking.map(({ id, link, untilDay, agreed, text: question }) => {
    const text = `${question}\n\n${asking.tail(link)}`;
    return (
      <section key={id} className={visited.card} aria-label={asking.heading}>
        <h2 className={visited.title}>{asking.heading}</h2>
        {agreed !== null ? (
          <p>{asking.agreed(names, agreed)}</p>
        ) : (
          <>
            <p className={visited.soft}>{asking.hint}</p>
            <pre className={css.toSend}>{text}</pre>
            <div className={visited.choices}>
              <Copy text={text} words={words} label={asking.copy} primary />
              <a className={visited.plain} href={mailAddress([], visit.subject, text)}>
                {words.source.mail}
              </a>
            </div>
            <p className={visited.soft}>{asking.waits(dayIn(words.code, untilDay))}</p>
          </>
        )}
      </section>
    );
  });
}

function Answer({ open, words, names }: VisitProps) {
  const { visit, link, busy, act } = open;
  const [at, setAt] = useState<"choice" | "introduced" | "later">("choice");
  const section = useRef<HTMLElement>(null);
  const { source } = words;
  const may = new Set(visit.may);
  useEffect(() => {
    if (at !== "choice") section.current?.querySelector<HTMLElement>("input, button")?.focus();
  }, [at]);
  if (may.size === 0) return null;
  const say = (answer: "not-them" | "never") => void act(() => sayOnPage(link, { answer }));
  const askFirst = may.has("introduced") && (
    <button
      type="button"
      className={visit.askFirst ? visited.primary : visited.plain}
      disabled={busy}
      onClick={() => void act(() => askFirstOnPage(link, source.asking.draft(names, visit.reason)))}
    >
      {source.askFirst}
    </button>
  );
  return (
    <section ref={section} className={visited.card} aria-label={source.answer}>
      {at === "introduced" ? (
        <Introduced open={open} words={words} names={names} close={() => setAt("choice")} />
      ) : at === "later" ? (
        <div className={visited.choices}>
          {untilProposals(visit.today).map(({ day: untilDay }) => (
            <button
              key={untilDay}
              type="button"
              className={visited.plain}
              disabled={busy}
              onClick={() =>
                void act(() => sayOnPage(link, { answer: "not-now", untilDay })).then(() => setAt("choice"))
              }
            >
              {source.later(dayIn(words.code, untilDay))}
            </button>
          ))}
          <button type="button" className={visited.quiet} onClick={() => setAt("choice")}>
            {source.form.close}
          </button>
        </div>
      ) : (
        <div className={visited.choices}>
          {visit.askFirst && askFirst}
          {may.has("introduced") && (
            <button
              type="button"
              className={visit.askFirst ? visited.plain : visited.primary}
              onClick={() => setAt("introduced")}
            >
              {source.introduced}
            </button>
          )}
          {!visit.askFirst && askFirst}
          {may.has("not-now") && (
            <button type="button" className={visited.plain} onClick={() => setAt("later")}>
              {source.notNow}
            </button>
          )}
          {may.has("not-them") && (
            <button type="button" className={visited.plain} disabled={busy} onClick={() => say("not-them")}>
              {source.notThem}
            </button>
          )}
          {may.has("never") && (
            <button type="button" className={visited.quiet} disabled={busy} onClick={() => say("never")}>
              {source.never}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
