import { Go } from "#lib/web/go.tsx";
import type { PhraseBook, TimelineLine } from "#lib/web/phrases.ts";

/** How lines of imports read after the name of who brought the file; see lib/web/phrases.ts. */
export const importPhrases: PhraseBook = {
  "import.applied": (line) => <>brought in {fileOf(line)}</>,
  "import.brought": (line) => <>brought this in with {fileOf(line)}</>,
  "import.filled-in": (line) => <>filled this in from {fileOf(line)}</>,
};

function fileOf({ subject, detail }: TimelineLine) {
  return <Go to={`/imports/${subject.id}`}>{String(detail["file"])}</Go>;
}
