import { lazy, Suspense, useState } from "react";
import type { Day } from "#lib/kernel/days.ts";
import { fold } from "#lib/kernel/fold.ts";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { TextField } from "#lib/web/field.tsx";
import { oneOf, text } from "#lib/web/filters.ts";
import { Go, useFilters, useGo } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { LANGUAGE_NAMES, PRACTICE_LANGUAGES, type PracticeLanguage } from "../library/practice-languages.ts";
import { DISCIPLINES } from "../rubric.ts";
import type { LibraryView, RubricView, ScenarioView, SkillView } from "../practice-view.ts";
import { mayChangeScenario } from "../own-library.ts";
import { agoText, DISCIPLINE_WORDS } from "./practice-words.ts";
import { useRetire } from "./use-practice-writes.ts";
import css from "./practice.module.css";

const ScenarioForm = lazy(async () => ({ default: (await import("./scenario-form.tsx")).ScenarioForm }));

const filters = { of: oneOf("all", ...DISCIPLINES), q: text() };

interface LibraryListProps {
  language: PracticeLanguage;
  onLanguage: (language: PracticeLanguage) => void;
  skills: readonly SkillView[];
  today: Day;
}

/** Everything there is to rehearse, by discipline and skill. */
export function LibraryList({ language, onLanguage, skills, today }: LibraryListProps) {
  const go = useGo();
  const [{ of, q }, setFilters] = useFilters(filters);
  const [adding, setAdding] = useState(false);
  const library = useRead<LibraryView>("/practice-library", { language }, { keep: true });
  if (library.problem) return <Trouble problem={library.problem} again={library.again} />;
  if (library.data === undefined) return <Loading lines={4} />;
  const { rubrics, scenarios } = library.data;
  const add = <Button onClick={() => setAdding(true)}>Add a scenario …</Button>;
  const groups = rubrics
    .filter(({ discipline, retiredOn }) => retiredOn === null && (of === "all" || of === discipline))
    .map((rubric) => ({ rubric, found: scenarios.filter((each) => fits(each, rubric, q)) }))
    .filter(({ found }) => found.length > 0)
    .toSorted((a, b) => placeOf(a.rubric) - placeOf(b.rubric));
  return (
    <Section title="The library" aside={add}>
      <div className={css.filters}>
        <TextField
          label="Search"
          name="q"
          kind="search"
          value={q}
          onChange={(said) => setFilters({ q: said })}
        />
        <Toggle
          label="Discipline"
          value={of}
          options={[
            { value: "all", label: "All" },
            ...DISCIPLINES.map((value) => ({ value, label: DISCIPLINE_WORDS[value] })),
          ]}
          onChange={(value) => setFilters({ of: value })}
        />
        <Toggle
          label="Language"
          value={language}
          options={PRACTICE_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
          onChange={onLanguage}
        />
      </div>
      {groups.length === 0 ? (
        <Empty action={add}>
          Nothing fits. The talk you shy away from is the one to rehearse: write it down as a scenario.
        </Empty>
      ) : (
        groups.map(({ rubric, found }) => (
          <SkillCard
            key={rubric.key}
            rubric={rubric}
            scenarios={found}
            skill={skills.find((each) => each.rubric === rubric.key)}
            today={today}
          />
        ))
      )}
      <Retired scenarios={scenarios.filter(({ retiredOn }) => retiredOn !== null)} />
      <p className={css.soft}>
        <Go to="/practice/rubrics">What is scored, point by point</Go>
      </p>
      <Sheet title="A scenario of your own" opened={adding} onClose={() => setAdding(false)}>
        <Suspense fallback={<Loading lines={3} />}>
          {adding && <ScenarioForm scenario={null} onDone={({ key }) => go(`/practice/${key}`)} />}
        </Suspense>
      </Sheet>
    </Section>
  );
}

interface SkillCardProps {
  rubric: RubricView;
  scenarios: readonly ScenarioView[];
  skill: SkillView | undefined;
  today: Day;
}

function SkillCard({ rubric, scenarios, skill, today }: SkillCardProps) {
  const me = useMe();
  const last = skill?.last ?? null;
  return (
    <Card
      title={<span lang={rubric.language}>{rubric.name}</span>}
      below={`${DISCIPLINE_WORDS[rubric.discipline]}. ${last === null ? "Not practised yet" : `Last practised ${agoText(last, today)}`}`}
      aside={skill?.isDue === true ? <Pill tone="due">due</Pill> : undefined}
    >
      <ul className={css.lines}>
        {scenarios.map(({ key, name, who, origin, authorId, language }) => (
          <li key={key} className={css.line}>
            <div className={css.words}>
              <p className={css.name} lang={language}>
                <Go to={`/practice/${key}`}>{name}</Go>
              </p>
              <p className={css.soft} lang={language}>
                {who}
              </p>
            </div>
            {origin === "own" && (
              <Pill tone="quiet">{authorId === me?.member.id ? "yours" : "your team’s"}</Pill>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What is offered no more, for whoever looks for it. */
function Retired({ scenarios }: { scenarios: readonly ScenarioView[] }) {
  const me = useMe();
  if (scenarios.length === 0) return null;
  return (
    <details className={css.more}>
      <summary>No longer offered ({scenarios.length})</summary>
      <ul className={css.lines}>
        {scenarios.map((scenario) => (
          <li key={scenario.key} className={css.line}>
            <div className={css.words} lang={scenario.language}>
              <p className={css.name}>
                <Go to={`/practice/${scenario.key}`}>{scenario.name}</Go>
              </p>
              <p className={css.soft}>{scenario.who}</p>
            </div>
            {me !== undefined && mayChangeScenario(me, scenario.authorId) && <OfferAgain of={scenario} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

function OfferAgain({ of: { key, name } }: { of: ScenarioView }) {
  const retire = useRetire("scenario", key);
  return (
    <Button busy={retire.busy} label={`Offer it again: ${name}`} onClick={() => retire.send(false)}>
      Offer it again
    </Button>
  );
}

function placeOf({ discipline }: RubricView): number {
  return DISCIPLINES.indexOf(discipline);
}

function fits(
  { rubric, retiredOn, name, who, situation }: ScenarioView,
  { key }: RubricView,
  q: string,
): boolean {
  if (rubric !== key || retiredOn !== null) return false;
  const said = fold(`${name} ${who} ${situation}`);
  return fold(q)
    .split(" ")
    .every((word) => said.includes(word));
}
