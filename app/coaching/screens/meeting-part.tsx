import { addDays } from "#lib/kernel/days.ts";
import { Card, Quote } from "#lib/web/card.tsx";
import { FactTable, type Column } from "#lib/web/fact-table.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { GoButton } from "#lib/web/button.tsx";
import { SaidLine } from "#people/screens/timeline.tsx";
import type { Opened } from "#scorecard/screens/facts-sheet.tsx";
import { Figure } from "#scorecard/screens/figure.tsx";
import { goalText, KPI_LINES } from "#scorecard/screens/kpi-words.ts";
import type { Me } from "#team/me-view.ts";
import type { Kpi } from "#team/measure.ts";
import type { SalesMeetingView, ToldAskView } from "../sales-meeting-view.ts";
import type { Part } from "../sales-meeting.ts";
import { belowOf, storyOf, type StoryLine } from "./meeting-story.ts";
import { askSoft, besidePastText, DRILL_STEPS, partTitle, PART_NAMES, whyDrill } from "./meeting-words.ts";
import { useArrange } from "./use-sales-meeting.ts";
import css from "./sales-meeting.module.css";

interface PartProps {
  pack: SalesMeetingView;
  me: Me;
}

/** One part of the week's story, with whatever opens from it. */
export function MeetingPart({
  part,
  pack,
  me,
  onOpen,
}: PartProps & { part: Part; onOpen: (opened: Opened) => void }) {
  const below = belowOf(part, pack);
  return (
    <Card
      title={partTitle(part, pack)}
      below={PART_NAMES[part]}
      aside={<span className={css.soft}>{pack.minutes[part]} min</span>}
    >
      {part === "scoreboard" ? (
        <Scoreboard pack={pack} me={me} onOpen={onOpen} />
      ) : part === "best-ask" ? (
        <BestAsk pack={pack} me={me} />
      ) : part === "skill" ? (
        <Drill pack={pack} me={me} />
      ) : (
        <Lines lines={storyOf(part, pack, me.today)} me={me} />
      )}
      {below !== null && <p className={css.soft}>{below}</p>}
      {part === "next" && addDays(pack.next.week, 6) >= me.today && (
        <div className={css.acts}>
          <GoButton to={`/week?week=${pack.next.week}`}>Promise</GoButton>
        </div>
      )}
    </Card>
  );
}

function Lines({ lines, me }: { lines: readonly StoryLine[]; me: Me }) {
  if (lines.length === 0) return null;
  return (
    <ul className={css.lines}>
      {lines.map(({ key, name, words, items, soft, to, fact }) => (
        <li key={key} className={css.line}>
          <p>
            {name !== null && (
              <strong className={css.name}>{to === null ? name : <Go to={to}>{name}</Go>}</strong>
            )}{" "}
            {words}
          </p>
          {items.length > 0 && (
            <ul className={css.items}>
              {items.map(({ mark, text }, at) => (
                // Two may promise the same.
                // oxlint-disable-next-line react/no-array-index-key
                <li key={`${at} ${text}`}>
                  <span aria-hidden="true" className={css.mark}>
                    {mark}
                  </span>
                  {text}
                </li>
              ))}
            </ul>
          )}
          {fact !== null && (
            <p className={css.soft}>
              <SaidLine line={fact} me={me} />
            </p>
          )}
          {soft !== null && <p className={css.soft}>{soft}</p>}
        </li>
      ))}
    </ul>
  );
}

function Scoreboard({ pack, onOpen }: PartProps & { onOpen: (opened: Opened) => void }) {
  const { scoreboard, team, week } = pack;
  const open = (kpi: Kpi, about: string, whose: Opened["whose"]) => {
    const line = KPI_LINES.find((each) => each.kpi === kpi);
    if (line !== undefined) onOpen({ line, about, from: week, to: addDays(week, 6), whose });
  };
  type Row = SalesMeetingView["scoreboard"]["kpis"][number];
  const columns: Column<Row>[] = [
    { key: "kpi", head: "KPI", main: true, render: ({ kpi }) => labelOf(kpi) },
    {
      key: "count",
      head: "this week",
      number: true,
      render: ({ kpi, count }) => (
        <Figure
          large
          count={count}
          of={`${labelOf(kpi)}, ${team.name}`}
          onOpen={() => open(kpi, team.name, { team: team.id })}
        />
      ),
    },
    { key: "goal", head: "goal", number: true, soft: true, render: ({ goal }) => goalText(goal) },
    { key: "before", head: "week before", number: true, soft: true, render: ({ before }) => before ?? "–" },
    ...(pack.ended ? [{ key: "past", head: "own past", soft: true, render: besidePastText }] : []),
  ];
  type Rep = SalesMeetingView["scoreboard"]["reps"][number];
  const reps: Column<Rep>[] = [
    {
      key: "name",
      head: "who",
      main: true,
      render: ({ name, away }) => (
        <>
          {name} {away && <span className={css.soft}>away</span>}
        </>
      ),
    },
    ...KPI_LINES.filter(({ kpi }) => scoreboard.kpis.some((each) => each.kpi === kpi)).map(
      ({ kpi, short, label }): Column<Rep> => ({
        key: kpi,
        head: short,
        number: true,
        render: ({ id, name, counts }) => (
          <Figure
            count={counts.find((each) => each.kpi === kpi)?.count ?? 0}
            of={`${label}, ${name}`}
            onOpen={() => open(kpi as Kpi, name, { member: id, team: team.id })}
          />
        ),
      }),
    ),
  ];
  return (
    <>
      <FactTable
        caption="The team's week"
        columns={columns}
        rows={scoreboard.kpis}
        rowKey={({ kpi }) => kpi}
      />
      {scoreboard.reps.length > 0 && (
        <FactTable stays caption="By name" columns={reps} rows={scoreboard.reps} rowKey={({ id }) => id} />
      )}
    </>
  );
}

function BestAsk({ pack, me }: PartProps) {
  const { bestAsk, asks, chosen, mayArrange } = pack;
  const arrange = useArrange(pack, { bestAskId: chosen.bestAskId });
  return (
    <>
      {bestAsk !== null && <ToldAsk ask={bestAsk} me={me} />}
      {mayArrange && asks.length > 1 && (
        <ChoiceField
          label="Tell of another"
          name="bestAskId"
          value={chosen.bestAskId ?? ""}
          options={[
            { value: "", label: "The one that brought the highest level" },
            ...asks.map(({ askId, member, source, level }) => ({
              value: askId,
              label: `${member.name} asked ${source.name}${level === null ? "" : ` · level ${level}`}`,
            })),
          ]}
          onChange={(id) => arrange.send({ bestAskId: id === "" ? null : id })}
        />
      )}
      <FormError problem={arrange.problem} />
    </>
  );
}

function ToldAsk({ ask, me }: { ask: ToldAskView; me: Me }) {
  return (
    <>
      {ask.said.map((words) => (
        <Quote key={words}>{words}</Quote>
      ))}
      {ask.notes.map((note) => (
        <p key={note}>
          <span className={css.soft}>Noted:</span> {note}
        </p>
      ))}
      {ask.notes.length + ask.said.length === 0 && (
        <p>The words are not written down: let {ask.member.name} say them.</p>
      )}
      <p className={css.soft}>
        {askSoft(ask, me.today)} <Go to={`/asks/${ask.askId}`}>The ask</Go>
      </p>
    </>
  );
}

function Drill({ pack }: PartProps) {
  const { drill, chosen, mayArrange } = pack;
  const arrange = useArrange(pack, { skill: chosen.skill, scenario: chosen.scenario });
  if (drill === null) return null;
  const { scenario, points } = drill;
  return (
    <>
      <p>{whyDrill(drill)}</p>
      <p>
        <strong className={css.name}>{scenario.name}</strong> {scenario.who}
      </p>
      <Quote>{scenario.opening}</Quote>
      <details className={css.more}>
        <summary>How it goes</summary>
        <p>{scenario.situation}</p>
        <ul className={css.items}>
          {points.map(({ key, act }) => (
            <li key={key}>
              <span aria-hidden="true" className={css.mark}>
                ○
              </span>
              {act}
            </li>
          ))}
        </ul>
        <p className={css.soft}>{DRILL_STEPS.join(" ")}</p>
      </details>
      {mayArrange && (
        <ChoiceField
          label="Rehearse something else"
          name="scenario"
          value={chosen.scenario ?? ""}
          options={[
            { value: "", label: "What this team needs most" },
            ...drill.scenarios.map(({ key, name, skillName }) => ({
              value: key,
              label: `${skillName}: ${name}`,
            })),
          ]}
          onChange={(key) => arrange.send({ scenario: key === "" ? null : key, skill: null })}
        />
      )}
      <FormError problem={arrange.problem} />
    </>
  );
}

function labelOf(kpi: Kpi): string {
  return KPI_LINES.find((each) => each.kpi === kpi)?.label ?? kpi;
}
