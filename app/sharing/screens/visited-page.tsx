import { useEffect } from "react";
import type { Names, PageLanguage } from "../languages/language.ts";
import { pageLanguage } from "../languages/page-languages.ts";
import { ContactVisit } from "./contact-visit.tsx";
import { SourceVisit } from "./source-visit.tsx";
import { useVisit, type Visiting } from "./use-visit.ts";
import css from "./visited.module.css";

/** What somebody outside opens by a link: a page of its own, without the app around it. */
export function VisitedPage() {
  const visiting = useVisit();
  const { open, failure } = visiting;
  const code = open?.visit.language ?? failure?.sentBy?.language ?? navigator.language.slice(0, 2);
  const words = pageLanguage(code);
  useEffect(() => {
    document.documentElement.lang = words.code;
  }, [words]);
  if (open === null) return <NotOpen visiting={visiting} words={words} />;
  const names = namesIn(open.visit);
  const { kind } = open.visit;
  return (
    <main className={css.page}>
      {kind === "source" ? (
        <SourceVisit open={open} words={words} names={names} />
      ) : (
        <ContactVisit open={open} words={words} names={names} />
      )}
      <footer className={css.foot}>
        <p>{words.kept(names)}</p>
      </footer>
    </main>
  );
}

function NotOpen({ visiting: { failure, again }, words }: { visiting: Visiting; words: PageLanguage }) {
  useTitle(failure === null ? null : words.trouble[failure.trouble]);
  if (failure === null)
    return (
      <main className={css.page} aria-busy="true">
        <p className={css.soft}>{words.loading}</p>
      </main>
    );
  const { sentBy, trouble } = failure;
  const passes = trouble === "lost" || trouble === "fault" || trouble === "too-many";
  return (
    <main className={css.page}>
      <h1 className={css.heading}>{words.trouble[trouble]}</h1>
      {sentBy && <p>{words.turnTo({ rep: sentBy.repName, workspace: sentBy.workspaceName })}</p>}
      {passes && (
        <button type="button" className={css.primary} onClick={again}>
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

/** "3 November 2026", in the language of the page. */
export function dayIn(words: PageLanguage, day: string): string {
  const format = new Intl.DateTimeFormat(words.code === "en" ? "en-GB" : words.code, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

function namesIn(visit: { repName: string; workspaceName: string; sourceName: string }): Names {
  return { rep: visit.repName, workspace: visit.workspaceName, source: visit.sourceName };
}
