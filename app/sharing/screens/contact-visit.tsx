import { useState, type FormEvent } from "react";
import type { Names, PageLanguage } from "../languages/language.ts";
import type { OpenVisit } from "./use-visit.ts";
import { sayOnPage, takeBackOnPage } from "./visit-call.ts";
import { FailureLine, Line, LongLines, Noted } from "./visit-parts.tsx";
import { dayIn, useTitle } from "./visited-page.tsx";
import css from "./visited.module.css";

interface VisitProps {
  open: OpenVisit;
  words: PageLanguage;
  names: Names;
}

/** For somebody whom a source asks before names are joined: yes with a way to reach them, or no without a word to anybody. */
export function ContactVisit({ open, words, names }: VisitProps) {
  const { visit, link, busy, act } = open;
  const [at, setAt] = useState<"choice" | "yes" | "no">("choice");
  const title = words.contact.heading(names);
  useTitle(title);
  const [agreed] = visit.said;
  const decline = () =>
    void act(() => sayOnPage(link, { answer: "declined" })).then((done) => done && setAt("no"));
  return (
    <>
      <header className={css.head}>
        <h1 className={css.heading}>{title}</h1>
        <p className={css.soft}>{words.contact.who(names)}</p>
        <p className={css.soft}>{words.opens(names, dayIn(words, visit.untilDay))}</p>
      </header>
      {visit.blurb !== "" && <blockquote className={css.quote}>{visit.blurb}</blockquote>}
      {agreed ? (
        <Noted busy={busy} words={words} takeBack={() => void act(() => takeBackOnPage(link, agreed.id))}>
          {words.contact.agreed(names)}
        </Noted>
      ) : at === "no" ? (
        <p role="status" className={css.noted}>
          {words.contact.declined}
        </p>
      ) : (
        <section className={css.card}>
          {at === "choice" ? (
            <div className={css.choices}>
              <button type="button" className={css.primary} onClick={() => setAt("yes")}>
                {words.contact.yes}
              </button>
              <button type="button" className={css.plain} disabled={busy} onClick={decline}>
                {words.contact.no}
              </button>
            </div>
          ) : (
            <Agree open={open} words={words} names={names} />
          )}
        </section>
      )}
      <FailureLine failure={open.failure} words={words} />
    </>
  );
}

function Agree({ open: { link, act, busy, failure }, words, names }: VisitProps) {
  const [who, setWho] = useState({ name: "", email: "", phone: "", words: "" });
  const { form } = words.source;
  const field = (name: keyof typeof who) => ({
    name,
    value: who[name],
    onChange: (value: string) => setWho((before) => ({ ...before, [name]: value })),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    void act(() => sayOnPage(link, { answer: "agreed", ...who }));
  };
  return (
    <form className={css.form} onSubmit={send} noValidate>
      <Line
        {...field("name")}
        label={words.contact.fields.name}
        autoComplete="name"
        failure={failure}
        words={words}
      />
      <Line
        {...field("email")}
        label={words.contact.fields.email}
        kind="email"
        autoComplete="email"
        failure={failure}
        words={words}
      />
      <Line
        {...field("phone")}
        label={words.contact.fields.phone}
        kind="tel"
        autoComplete="tel"
        failure={failure}
        words={words}
      />
      <LongLines {...field("words")} label={`${form.words(names)} (${form.optional})`} rows={2} />
      <p className={css.soft}>{words.contact.agree(names)}</p>
      <button type="submit" className={css.primary} disabled={busy}>
        {words.contact.send}
      </button>
    </form>
  );
}
