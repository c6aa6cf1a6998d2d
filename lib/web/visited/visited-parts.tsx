import { useEffect, type ReactNode } from "react";
import type { CallTrouble } from "./call-by-link.ts";
import { passes } from "./opening.ts";
import type { Opened } from "./use-opened.ts";
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

interface NothingOpenProps<Word extends string> {
  opened: Pick<Opened<unknown, Word>, "refused" | "again">;
  words: { loading: string; again: string; trouble: Record<Word | CallTrouble, string> };
  /** To whom else. */
  turnTo: string | null;
}

/** While a page opens; and one that opens nothing: why, whom to turn to, and another try where that may help. */
export function NothingOpen<Word extends string>({
  opened: { refused, again },
  words,
  turnTo,
}: NothingOpenProps<Word>) {
  const why = refused && words.trouble[refused.trouble];
  useTitle(why);
  if (refused === null)
    return (
      <main className={css.page} aria-busy="true">
        <p className={css.soft}>{words.loading}</p>
      </main>
    );
  return (
    <main className={css.page}>
      <h1 className={css.heading}>{why}</h1>
      {turnTo !== null && <p>{turnTo}</p>}
      {passes(refused.trouble) && (
        <button type="button" className={css.primary} onClick={() => void again()}>
          {words.again}
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
