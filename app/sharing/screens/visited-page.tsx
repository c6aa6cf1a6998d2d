import { NotOpen, Opening, useLanguage } from "#lib/web/visited/visited-parts.tsx";
import visited from "#lib/web/visited/visited.module.css";
import type { Names, PageLanguage } from "../languages/language.ts";
import { pageLanguage } from "../languages/page-languages.ts";
import { ContactVisit } from "./contact-visit.tsx";
import { SourceVisit } from "./source-visit.tsx";
import { useVisit, type Visiting } from "./use-visit.ts";

/** What somebody outside opens by a link: a page of its own, without the app around it. */
export function VisitedPage() {
  const visiting = useVisit();
  const { open, failure } = visiting;
  const code = open?.visit.language ?? failure?.sentBy?.language ?? navigator.language.slice(0, 2);
  const words = pageLanguage(code);
  useLanguage(words.code);
  if (open === null) return <NothingOpen visiting={visiting} words={words} />;
  const names = namesIn(open.visit);
  const { kind } = open.visit;
  return (
    <main className={visited.page}>
      {kind === "source" ? (
        <SourceVisit open={open} words={words} names={names} />
      ) : (
        <ContactVisit open={open} words={words} names={names} />
      )}
      <footer className={visited.foot}>
        <p>{words.kept(names)}</p>
      </footer>
    </main>
  );
}

function NothingOpen({ visiting: { failure, again }, words }: { visiting: Visiting; words: PageLanguage }) {
  if (failure === null) return <Opening words={words.loading} />;
  const { sentBy, trouble } = failure;
  const passes = trouble === "lost" || trouble === "fault" || trouble === "too-many";
  return (
    <NotOpen
      why={words.trouble[trouble]}
      turnTo={sentBy ? words.turnTo({ rep: sentBy.repName, workspace: sentBy.workspaceName }) : null}
      again={passes ? { label: words.again, press: again } : null}
    />
  );
}

function namesIn(visit: { repName: string; workspaceName: string; sourceName: string }): Names {
  return { rep: visit.repName, workspace: visit.workspaceName, source: visit.sourceName };
}
