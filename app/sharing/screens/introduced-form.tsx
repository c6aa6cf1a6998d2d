import { useState, type FormEvent } from "react";
import { LongLines } from "#lib/web/visited/visited-fields.tsx";
import visited from "#lib/web/visited/visited.module.css";
import type { Names, PageLanguage } from "../languages/language.ts";
import { EFFORTS, type Effort } from "../shared-page.ts";
import type { OpenVisit } from "./use-visit.ts";
import { sayOnPage } from "./visit-call.ts";
import { Line } from "./visit-parts.tsx";

interface IntroducedProps {
  open: OpenVisit;
  words: PageLanguage;
  names: Names;
  close: () => void;
}

const MOST_OF_A_NAME = 60;

/** Whom they introduced, and what they did for it; only the name is needed. */
export function Introduced({ open, words, names, close }: IntroducedProps) {
  const { visit, link, busy, act, failure } = open;
  // Once somebody came of it, the next is somebody else.
  const known = visit.said.length > 0 || visit.asking.some(({ agreed }) => agreed !== null);
  const [who, setWho] = useState({
    name: known ? "" : nameIn(visit.whom),
    company: "",
    email: "",
    phone: "",
    words: "",
  });
  const [effort, setEffort] = useState<Effort>("expects");
  const { form } = words.source;
  const field = (name: keyof typeof who) => ({
    name,
    value: who[name],
    onChange: (value: string) => setWho((before) => ({ ...before, [name]: value })),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    void act(() => sayOnPage(link, { answer: "introduced", ...who, effort })).then((done) => done && close());
  };
  return (
    <form className={visited.form} onSubmit={send} noValidate>
      <Line {...field("name")} label={form.name} failure={failure} words={words} />
      <fieldset className={visited.options}>
        <legend>{form.effort}</legend>
        {EFFORTS.map((each) => (
          <label key={each} className={visited.option}>
            <input type="radio" name="effort" checked={effort === each} onChange={() => setEffort(each)} />
            {form.efforts[each]}
          </label>
        ))}
      </fieldset>
      <Line {...field("company")} label={form.company} hint={form.optional} words={words} />
      <Line {...field("phone")} label={form.phone} hint={form.optional} kind="tel" words={words} />
      <Line
        {...field("email")}
        label={form.email}
        hint={form.optional}
        kind="email"
        failure={failure}
        words={words}
      />
      <LongLines {...field("words")} label={`${form.words(names)} (${form.optional})`} rows={2} />
      <div className={visited.choices}>
        <button type="submit" className={visited.primary} disabled={busy}>
          {form.send(names)}
        </button>
        <button type="button" className={visited.quiet} onClick={close}>
          {form.close}
        </button>
      </div>
    </form>
  );
}

/** "Ben Moss" of "Ben Moss, who plans the shifts"; nothing of a picture that is no name. */
function nameIn(whom: string | null): string {
  const first = whom?.split(",")[0]?.trim() ?? "";
  return first.length <= MOST_OF_A_NAME && /^\p{Lu}/u.test(first) ? first : "";
}
