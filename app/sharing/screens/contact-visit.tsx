import { useState, type FormEvent } from "react";
import { LongLines } from "#lib/web/visited/visited-fields.tsx";
import { dayIn, useTitle } from "#lib/web/visited/visited-parts.tsx";
import visited from "#lib/web/visited/visited.module.css";
import type { Names, PageLanguage } from "../languages/language.ts";
import type { OpenVisit } from "./use-visit.ts";
import { sayOnPage, takeBackOnPage } from "./visit-call.ts";
import { FailureLine, Line, Noted } from "./visit-parts.tsx";
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
      <header className={visited.head}>
        <h1 className={visited.heading}>{title}</h1>
        <p className={visited.soft}>{words.contact.who(names)}</p>
        <p className={visited.soft}>{words.opens(names, dayIn(words.code, visit.untilDay))}</p>
      </header>
      {visit.blurb !== "" && <blockquote className={css.quote}>{visit.blurb}</blockquote>}
      {agreed ? (
        <Noted busy={busy} words={words} takeBack={() => void act(() => takeBackOnPage(link, agreed.id))}>
          {words.contact.agreed(names)}
        </Noted>
      ) : at === "no" ? (
        <p role="status" className={visited.noted}>
          {words.contact.declined}
        </p>
      ) : (
        <section className={visited.card}>
          {at === "choice" ? (
            <div className={visited.choices}>
              <button type="button" className={visited.primary} onClick={() => setAt("yes")}>
                {words.contact.yes}
              </button>
              <button type="button" className={visited.plain} disabled={busy} onClick={decline}>
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
    <form className={visited.form} onSubmit={send} noValidate>
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
      <p className={visited.soft}>{words.contact.agree(names)}</p>
      <button type="submit" className={visited.primary} disabled={busy}>
        {words.contact.send}
      </button>
    </form>
  );
}
