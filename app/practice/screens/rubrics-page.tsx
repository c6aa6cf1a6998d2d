import { lazy, Suspense, useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Card, Column } from "#lib/web/card.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { mayWriteRubric } from "../own-library.ts";
import type { LibraryView, RubricView } from "../practice-view.ts";
import { usePracticeLanguage } from "./practice-language.ts";
import { DISCIPLINE_WORDS } from "./practice-words.ts";
import { useRetire } from "./use-practice-writes.ts";
import css from "./practice.module.css";

const RubricForm = lazy(async () => ({ default: (await import("./rubric-form.tsx")).RubricForm }));

/** Every rubric, point by point. */
export function RubricsPage() {
  const me = useMe();
  const [language] = usePracticeLanguage();
  const [changing, setChanging] = useState<RubricView | "new" | null>(null);
  const library = useRead<LibraryView>("/practice-library", { language });
  if (library.problem) return <Trouble problem={library.problem} again={library.again} />;
  if (me === undefined || library.data === undefined) return <Loading />;
  const mayWrite = mayWriteRubric(me);
  return (
    <Column>
      <PageHeading
        below="Each point is something that somebody who listens can answer with yes or no."
        action={mayWrite && <Button onClick={() => setChanging("new")}>Add a rubric …</Button>}
      >
        What is scored
      </PageHeading>
      {library.data.rubrics.map((rubric) => (
        <Card
          key={rubric.key}
          title={<span lang={rubric.language}>{rubric.name}</span>}
          below={DISCIPLINE_WORDS[rubric.discipline]}
          aside={<State rubric={rubric} />}
          actions={mayWrite && <Actions rubric={rubric} change={() => setChanging(rubric)} />}
        >
          <ol className={css.lines} lang={rubric.language}>
            {rubric.points.map(({ key, act, why }) => (
              <li key={key} className={css.line}>
                <div className={css.words}>
                  <p>{act}</p>
                  <p className={css.soft}>{why}</p>
                </div>
              </li>
            ))}
          </ol>
        </Card>
      ))}
      <Sheet
        title={changing === "new" || changing === null ? "A rubric of your own" : changing.name}
        opened={changing !== null}
        onClose={() => setChanging(null)}
      >
        <Suspense fallback={<Loading lines={3} />}>
          {changing !== null && (
            <RubricForm rubric={changing === "new" ? null : changing} onDone={() => setChanging(null)} />
          )}
        </Suspense>
      </Sheet>
    </Column>
  );
}

function State({ rubric: { origin, retiredOn } }: { rubric: RubricView }) {
  if (retiredOn !== null) return <Pill tone="quiet">no longer offered</Pill>;
  if (origin === "library") return null;
  return <Pill>{origin === "own" ? "your team’s" : "in your words"}</Pill>;
}

function Actions({ rubric, change }: { rubric: RubricView; change: () => void }) {
  const retire = useRetire("rubric", rubric.key);
  const isRetired = rubric.retiredOn !== null;
  return (
    <>
      <Button label={`Change it: ${rubric.name}`} onClick={change}>
        Change it
      </Button>
      <Button
        tone="quiet"
        busy={retire.busy}
        label={`${isRetired ? "Offer it again" : "Offer it no more"}: ${rubric.name}`}
        onClick={() => retire.send(!isRetired)}
      >
        {isRetired ? "Offer it again" : "Offer it no more"}
      </Button>
    </>
  );
}
