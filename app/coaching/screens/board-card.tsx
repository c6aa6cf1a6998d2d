import { useState } from "react";
import { Bars } from "#lib/web/bars.tsx";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { Empty } from "#lib/web/empty.tsx";
import { FactTable } from "#lib/web/fact-table.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { Figure } from "#scorecard/screens/figure.tsx";
import { periodText, shortPeriod } from "#scorecard/screens/period-words.ts";
import { mayLead } from "#team/member.ts";
import type { Me } from "#team/me-view.ts";
import type { BoardView } from "../board-view.ts";
import { FEWEST_PLACED, FEWEST_PROMISED, FEWEST_WORKDAYS, type Board } from "../board.ts";
import { BoardFactsSheet, type OpenedBoard } from "./board-facts-sheet.tsx";
import { SwitchOff } from "./board-switch.tsx";
import {
  BOARD_HINTS,
  BOARD_NAMES,
  countText,
  pastText,
  perWeekText,
  placeText,
  shareText,
} from "./board-words.ts";
import css from "./praise.module.css";

export interface BoardQuery {
  team?: string;
  by: "month" | "quarter";
  day: string;
}

/** One number side by side: a few places, and what all of them did together beside their own past. */
export function BoardCard({ board, query, me }: { board: Board; query: BoardQuery; me: Me }) {
  const seen = useRead<BoardView>(`/boards/${board}`, { ...query }, { keep: true });
  if (seen.problem) return <Trouble problem={seen.problem} again={seen.again} />;
  if (seen.data === undefined) return <Loading lines={4} />;
  const { members, small } = seen.data;
  if (members === null) return null;
  return (
    <Card
      title={BOARD_NAMES[board]}
      below={
        small
          ? `${BOARD_HINTS[board]} In a team of fewer than ${FEWEST_PLACED} nobody has a place.`
          : BOARD_HINTS[board]
      }
      aside={mayLead(me) ? <SwitchOff board={board} /> : undefined}
    >
      {members.length === 0 ? (
        <Empty>No reps are here yet. Those who are invited stand here once they have come in.</Empty>
      ) : (
        <Rows board={board} seen={seen.data} members={members} query={query} me={me} />
      )}
      <Past board={board} seen={seen.data} me={me} />
    </Card>
  );
}

const MOST_ROWS = 12;

type Member = NonNullable<BoardView["members"]>[number];

interface RowsProps {
  board: Board;
  seen: BoardView;
  members: readonly Member[];
  query: BoardQuery;
  me: Me;
}

function Rows({ board, seen, members, query, me }: RowsProps) {
  const [opened, setOpened] = useState<OpenedBoard | null>(null);
  const about = periodText(seen.period, me.workspace.calendar, me.today);
  const [all, setAll] = useState(false);
  const shown = all ? members : shownAtFirst(members, me.member.id);
  const isShare = board === "promises-kept";
  const shared = (place: number) => members.filter((each) => each.place === place).length > 1;
  return (
    <>
      <FactTable<Member>
        caption={`${BOARD_NAMES[board]}, ${about}`}
        rows={shown}
        rowKey={({ memberId }) => memberId}
        columns={[
          {
            key: "name",
            head: "rep",
            main: true,
            render: ({ memberId, name, place }) => (
              <>
                {memberId === me.member.id ? "You" : name}{" "}
                {place !== null && <Pill tone="good">{placeText(place, shared(place))}</Pill>}
              </>
            ),
          },
          {
            key: "rate",
            head: isShare ? "share" : "for each week there",
            number: true,
            render: ({ perWeek, workdays, count, of }) =>
              of !== null ? (
                <span className={of < FEWEST_PROMISED ? css.soft : undefined}>
                  {shareText({ count, of })}
                </span>
              ) : perWeek === null ? (
                <span className={css.soft}>
                  there {workdays} of {FEWEST_WORKDAYS} days
                </span>
              ) : (
                perWeekText(perWeek)
              ),
          },
          {
            key: "count",
            head: "in all",
            number: true,
            render: ({ memberId, name, count, of }) =>
              count === 0 ? (
                countText({ count, of })
              ) : (
                <span className={css.figure}>
                  <Figure
                    count={count}
                    of={`${BOARD_NAMES[board]}, ${name}, ${about}`}
                    onOpen={() => setOpened({ board, memberId, name, about, by: query.by, day: query.day })}
                  />
                  {of !== null && <span className={css.soft}> of {of}</span>}
                </span>
              ),
          },
          { key: "days", head: "days there", number: true, soft: true, render: ({ workdays }) => workdays },
        ]}
      />
      {shown.length < members.length && (
        <Button onClick={() => setAll(true)}>{`Show all ${members.length}`}</Button>
      )}
      <BoardFactsSheet opened={opened} me={me} onClose={() => setOpened(null)} />
    </>
  );
}

/** Of many those who have a place, and oneself. */
function shownAtFirst(members: readonly Member[], mine: string): readonly Member[] {
  if (members.length <= MOST_ROWS) return members;
  return members.filter(({ place, memberId }) => place !== null || memberId === mine);
}

/** The team beside its own past, before anybody beside anybody else. */
function Past({ board, seen: { past }, me }: { board: Board; seen: BoardView; me: Me }) {
  const said = pastText(past);
  if (said === null) return null;
  return (
    <div className={css.between}>
      <p className={css.soft}>{said}</p>
      <Bars
        label={
          board === "promises-kept"
            ? "Of a hundred promises, kept together"
            : `${BOARD_NAMES[board]} together, for each week of one rep there`
        }
        bars={past.map(({ period, perWeek, count, of }) => ({
          name: shortPeriod(period, me.workspace.calendar),
          value:
            of === null ? Math.round((perWeek ?? 0) * 10) / 10 : Math.round((100 * count) / Math.max(1, of)),
        }))}
        width={96}
      />
    </div>
  );
}
