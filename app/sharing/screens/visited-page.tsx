import { NothingOpen, useLanguage } from "#lib/web/visited/visited-parts.tsx";
import visited from "#lib/web/visited/visited.module.css";
import type { Names } from "../languages/language.ts";
import { pageLanguage } from "../languages/page-languages.ts";
import { ContactVisit } from "./contact-visit.tsx";
import { SourceVisit } from "./source-visit.tsx";
import { useVisit } from "./use-visit.ts";

/** What somebody outside opens by a link: a page of its own, without the app around it. */
export function VisitedPage() {
  const { open, opened } = useVisit();
  const sentBy = opened.refused?.sentBy ?? null;
  const code = open?.visit.language ?? sentBy?.language ?? navigator.language.slice(0, 2);
  const words = pageLanguage(code);
  useLanguage(words.code);
  if (open === null) {
    const turnTo = sentBy && words.turnTo({ rep: sentBy.repName, workspace: sentBy.workspaceName });
    return <NothingOpen opened={opened} words={words} turnTo={turnTo} />;
  }
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

function namesIn(visit: { repName: string; workspaceName: string; sourceName: string }): Names {
  return { rep: visit.repName, workspace: visit.workspaceName, source: visit.sourceName };
}
