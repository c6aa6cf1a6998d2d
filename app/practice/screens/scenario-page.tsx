import { Suspense, useState } from "react";
import { newId } from "#lib/kernel/ids.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card, Column, Section } from "#lib/web/card.tsx";
import { nowMs } from "#lib/web/clock.ts";
import { maybeOneOf } from "#lib/web/filters.ts";
import { Go, useFilters, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import type { Refusal } from "#lib/web/form.tsx";
import { useRead, useRefreshAfter } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { RubricView, ScenarioView } from "../practice-view.ts";
import { WAYS } from "../session.ts";
import type { SessionView } from "../session-view.ts";
import { Opposite } from "./opposite.tsx";
import { usePracticeLanguage } from "./practice-language.ts";
import { MOMENT_NOTES } from "./practice-words.ts";
import { ScenarioAside } from "./scenario-aside.tsx";
import { ScoreSheet } from "./score-sheet.tsx";
import { ScoredSession } from "./scored-session.tsx";
import { SessionTakes } from "./session-takes.tsx";
import { LIBRARY_READS, useSaveSession, type SaidScore } from "./use-practice-writes.ts";
import { wayTabs, type Rehearsed, type WayTab } from "./ways.ts";
import css from "./practice.module.css";

interface Found {
  scenario: ScenarioView;
  rubric: RubricView;
}

/** One scenario: who sits opposite, several ways to rehearse it, and the score. */
export function ScenarioPage() {
  const key = usePathPart("scenario");
  const [language] = usePracticeLanguage();
  const found = useRead<Found>(`/practice-scenarios/${key}`, { language });
  if (found.problem) return <Trouble problem={found.problem} again={found.again} />;
  if (found.data === undefined) return <Loading />;
  return <Rehearsal key={key} {...found.data} />;
}

/** What was rehearsed, and what was said of it before that was taken back. */
type Done = Rehearsed & { said?: SaidScore };

const filters = { way: maybeOneOf(...WAYS) };

function Rehearsal({ scenario, rubric }: Found) {
  const [{ way }, setFilters] = useFilters(filters);
  const [done, setDone] = useState<Done | null>(null);
  const [saved, setSaved] = useState<SessionView | "waits" | null>(null);
  const tab = wayTabs.find((each) => each.way === way) ?? wayTabs[0];
  const again = () => {
    setDone(null);
    setSaved(null);
  };
  const undone = (said: SaidScore) => {
    setSaved(null);
    setDone((now) => now && { ...now, said });
  };
  return (
    <Column>
      <PageHeading
        below={
          <>
            <span lang={scenario.language}>
              {rubric.name}
              {scenario.moment !== null && `, ${MOMENT_NOTES[scenario.language][scenario.moment]}`}
            </span>{" "}
            {scenario.retiredOn !== null && <Pill tone="quiet">no longer offered</Pill>}
          </>
        }
        action={<ScenarioAside scenario={scenario} />}
      >
        {scenario.name}
      </PageHeading>
      {saved === null && (
        <Opposite
          key={tab?.way === "talk" ? "talk" : "other"}
          scenario={scenario}
          language={scenario.language}
          folds={tab?.way === "talk"}
        />
      )}
      {saved !== null ? (
        <Saved saved={saved} again={again} />
      ) : done === null ? (
        <>
          <Tabs current={tab} onChoose={(next) => setFilters({ way: next })} />
          {tab !== undefined && (
            <Suspense fallback={<Loading lines={3} />}>
              <tab.screen
                key={tab.way}
                scenario={scenario}
                rubric={rubric}
                language={scenario.language}
                onDone={setDone}
              />
            </Suspense>
          )}
          <Scored rubric={rubric} />
        </>
      ) : (
        tab !== undefined && (
          <Scoring
            scenario={scenario}
            rubric={rubric}
            tab={tab}
            done={done}
            back={() => setDone(null)}
            onSaved={setSaved}
            onUndone={undone}
          />
        )
      )}
    </Column>
  );
}

function Tabs({
  current,
  onChoose,
}: {
  current: WayTab | undefined;
  onChoose: (way: WayTab["way"]) => void;
}) {
  if (wayTabs.length < 2) return null;
  return (
    <nav aria-label="How to rehearse it">
      <ul className={css.tabs}>
        {wayTabs.map(({ way, label }) => (
          <li key={way}>
            <button
              type="button"
              aria-current={way === current?.way ? "true" : undefined}
              onClick={() => onChoose(way)}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What will be asked afterwards, for whoever wants to know before. */
function Scored({ rubric }: { rubric: RubricView }) {
  return (
    <details className={css.more}>
      <summary>What it is scored by</summary>
      <ul className={css.lines} lang={rubric.language}>
        {rubric.points.map(({ key, act, why }) => (
          <li key={key} className={css.line}>
            <div className={css.words}>
              <p>{act}</p>
              <p className={css.soft}>{why}</p>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface ScoringProps extends Found {
  tab: WayTab;
  done: Done;
  back: () => void;
  onSaved: (saved: SessionView | "waits") => void;
  /** With what was said, which stands there again. */
  onUndone: (said: SaidScore) => void;
}

const OUTDATED: Refusal = {
  reason:
    "What is scored here was changed a moment ago. Your answers stand; look over what is new, and count it.",
};

function Scoring({ scenario, rubric, tab, done, back, onSaved, onUndone }: ScoringProps) {
  const me = useMe();
  const [id] = useState(() => newId(new Date(nowMs(0))));
  const save = useSaveSession({
    done: (session) => {
      done.tie?.(session.id);
      done.afterSaved?.();
      onSaved(session);
    },
    waits: () => {
      done.tie?.(id);
      onSaved("waits");
    },
    undone: (said) => {
      done.tie?.(null);
      done.afterUndone?.();
      onUndone(said);
    },
  });
  // Somebody has changed what is scored meanwhile: it is read anew, and what was answered stands.
  const isOutdated = save.problem?.kind === "invalid" && save.problem.field === "kept";
  useRefreshAfter(!isOutdated, LIBRARY_READS);
  if (me === undefined) return <Loading />;
  return (
    <Section title="How was it? You first">
      {done.suggested !== undefined && (
        <p className={css.soft}>
          {done.suggestedBy === undefined
            ? "These answers were read from what you said."
            : `These answers are from ${done.suggestedBy}.`}{" "}
          Look them over: yours count.
        </p>
      )}
      <ScoreSheet
        points={rubric.points}
        begun={done.said ?? { kept: done.suggested ?? {}, note: "" }}
        language={rubric.language}
        button="Count it"
        busy={save.busy}
        problem={isOutdated ? OUTDATED : save.problem}
        onScore={(said) =>
          save.send({
            ...said,
            id,
            scenario: scenario.key,
            language: scenario.language,
            way: tab.way,
            day: me.today,
            seconds: done.seconds,
            askIds: done.askIds ?? [],
            takeIds: done.takeIds ?? [],
          })
        }
        other={
          <Button tone="quiet" onClick={back}>
            Back to the rehearsal
          </Button>
        }
      />
    </Section>
  );
}

function Saved({ saved, again }: { saved: SessionView | "waits"; again: () => void }) {
  return (
    <>
      {saved === "waits" ? (
        <Card title="Kept on this device">
          <p className={css.soft}>It counts as soon as there is a connection.</p>
        </Card>
      ) : (
        <>
          <ScoredSession session={saved} />
          <SessionTakes sessionId={saved.id} mine />
        </>
      )}
      <div className={css.acts}>
        <GoButton to="/practice" tone="primary">
          Done for today
        </GoButton>
        <Button onClick={again}>Once more</Button>
      </div>
      <p className={css.soft}>
        <Go to="/practice/skills">How practice goes</Go>
      </p>
    </>
  );
}
