import { useEffect, type ReactNode } from "react";
import css from "./visited.module.css";

/** Something that was said, with the way back. */
export function Noted({
  children,
  takeBack,
  busy,
  label,
}: {
  children: ReactNode;
  takeBack: () => void;
  busy: boolean;
  label: string;
}) {
  return (
    <div className={css.noted}>
      <p>{children}</p>
      <button type="button" className={css.quiet} disabled={busy} onClick={takeBack}>
        {label}
      </button>
    </div>
  );
}

/** While a page opens. */
export function Opening({ words }: { words: string }) {
  return (
    <main className={css.page} aria-busy="true">
      <p className={css.soft}>{words}</p>
    </main>
  );
}

/** A page that opens nothing: why, whom to turn to, and another try where that may help. */
export function NotOpen({
  why,
  turnTo,
  again,
}: {
  why: string;
  turnTo: string | null;
  again: { label: string; press: () => void } | null;
}) {
  useTitle(why);
  return (
    <main className={css.page}>
      <h1 className={css.heading}>{why}</h1>
      {turnTo !== null && <p>{turnTo}</p>}
      {again !== null && (
        <button type="button" className={css.primary} onClick={again.press}>
          {again.label}
        </button>
      )}
    </main>
  );
}

export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = title;
  }, [title]);
}

/** The language of the page, for whoever hears it. */
export function useLanguage(code: string): void {
  useEffect(() => {
    document.documentElement.lang = code;
  }, [code]);
}

/** "3 November 2026", in the language of the page. */
export function dayIn(code: string, day: string): string {
  const format = new Intl.DateTimeFormat(code === "en" ? "en-GB" : code, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}
