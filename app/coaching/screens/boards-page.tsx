import { addDays, type Day } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { Button } from "#lib/web/button.tsx";
import { Section } from "#lib/web/card.tsx";
import { day, oneOf, text } from "#lib/web/filters.ts";
import { useFilters } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Toggle } from "#lib/web/toggle.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { periodText } from "#scorecard/screens/period-words.ts";
import { mayLead } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { BOARD_KINDS, BOARDS } from "../board.ts";
import { BoardCard } from "./board-card.tsx";
import { SwitchedOff } from "./board-switch.tsx";
import { CoachingTabs } from "./coaching-tabs.tsx";
import { ImprovedCard } from "./improved-card.tsx";
import { TiersCard } from "./tiers-card.tsx";
import { useBoards } from "./use-boards.ts";
import { EVERYBODY, teamQuery, WallLinks, WhoseField } from "./wall-team.tsx";
import css from "./praise.module.css";

const FILTERS = { team: text(), by: oneOf("month", "quarter"), day: day() };

/** What reps did side by side, by the days on which they were there. */
export function BoardsPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <Boards me={me} />;
}

function Boards({ me }: { me: Me }) {
  const [{ team, by, day: asked = me.today }, change] = useFilters(FILTERS);
  const boards = useBoards();
  if (boards.problem) return <Trouble problem={boards.problem} again={boards.again} />;
  if (boards.data === undefined) return <Loading />;
  // One's own team, unless somebody says otherwise.
  const whose = team === "" ? (me.member.teamId ?? EVERYBODY) : team;
  const off = boards.data.items.filter(({ isOn }) => !isOn);
  const isOn = (board: string) => off.every((each) => each.board !== board);
  const { calendar } = me.workspace;
  const period = periodOf(asked, by, calendar);
  const query = { ...teamQuery(whose), by, day: asked };
  const on = BOARDS.filter(isOn);
  const isAny = BOARD_KINDS.some(isOn);
  return (
    <div className={css.stack}>
      <CoachingTabs />
      <PageHeading
        below={
          isAny
            ? "By the days each was there, so that part-time and absence cost nobody a place. Never by time on screens, never by money."
            : "A leader has switched them off."
        }
      >
        {on.length === 0 ? "No boards here" : `Side by side, ${periodText(period, calendar, me.today)}`}
      </PageHeading>
      <WallLinks open="boards" />
      {isAny && (
        <div className={css.controls}>
          <WhoseField everybody="All reps" value={whose} onChange={(teamId) => change({ team: teamId })} />
          <Toggle
            label="Period"
            value={by}
            options={[
              { value: "month", label: "Month" },
              { value: "quarter", label: "Quarter" },
            ]}
            onChange={(next) => change({ by: next })}
          />
          <Button tone="quiet" onClick={() => change({ day: addDays(period.start, -1) })}>
            Before
          </Button>
          {period.end < me.today && (
            <Button tone="quiet" onClick={() => change({ day: dayAfter(period.end, me.today) })}>
              After
            </Button>
          )}
        </div>
      )}
      <div className={css.boards}>
        {on.map((board) => (
          <BoardCard key={board} board={board} query={query} me={me} />
        ))}
      </div>
      {(isOn("most-improved") || isOn("tiers")) && (
        <Section title="Beside one’s own past, and one’s own goal">
          <div className={css.boards}>
            {isOn("most-improved") && <ImprovedCard query={teamQuery(whose)} me={me} />}
            {isOn("tiers") && <TiersCard query={{ ...teamQuery(whose), day: asked }} me={me} />}
          </div>
        </Section>
      )}
      {mayLead(me) && off.length > 0 && (
        <Section title="Switched off">
          {off.map(({ board, offBy }) => (
            <SwitchedOff key={board} board={board} offBy={offBy} />
          ))}
        </Section>
      )}
    </div>
  );
}

function dayAfter(end: Day, today: Day): Day | undefined {
  const next = addDays(end, 1);
  return next > today ? undefined : next;
}
