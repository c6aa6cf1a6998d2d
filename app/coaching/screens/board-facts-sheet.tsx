import { shortDay } from "#lib/kernel/day-words.ts";
import { Empty } from "#lib/web/empty.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { SaidLine } from "#people/screens/timeline.tsx";
import type { Me } from "#team/me-view.ts";
import type { BoardFactView } from "../board-view.ts";
import type { Board } from "../board.ts";
import { BOARD_NAMES } from "./board-words.ts";
import { PraiseButton } from "./praise-button.tsx";
import css from "./praise.module.css";

/** Which number was pressed. */
export interface OpenedBoard {
  board: Board;
  memberId: string;
  name: string;
  about: string;
  by: "month" | "quarter";
  day: string;
}

/** What one number of a board counts; each of it can be praised. */
export function BoardFactsSheet({
  opened,
  me,
  onClose,
}: {
  opened: OpenedBoard | null;
  me: Me;
  onClose: () => void;
}) {
  return (
    <Sheet
      title={opened === null ? "" : `${BOARD_NAMES[opened.board]}: ${opened.name}`}
      opened={opened !== null}
      onClose={onClose}
    >
      {opened !== null && <Facts opened={opened} me={me} />}
    </Sheet>
  );
}

function Facts({ opened: { board, memberId, name, about, by, day }, me }: { opened: OpenedBoard; me: Me }) {
  const facts = useRead<{ items: BoardFactView[] }>(`/boards/${board}/facts`, { member: memberId, by, day });
  if (facts.problem?.kind === "not-found")
    return <Empty>Which promises somebody kept is theirs, their partner’s and their manager’s to see.</Empty>;
  if (facts.problem) return <Trouble problem={facts.problem} again={facts.again} />;
  if (facts.data === undefined) return <Loading lines={3} />;
  return (
    <>
      <p className={css.soft}>{about}</p>
      <ul className={css.lines}>
        {facts.data.items.map(({ day: on, fact, words }, at) => (
          <li key={fact?.id ?? `${on} ${at}`} className={css.line}>
            <div className={css.between}>
              <p className={css.what}>
                {fact === null ? words : <SaidLine line={fact} me={me} />}
                <span className={css.soft}>
                  {" "}
                  {fact === null ? `week of ${shortDay(on, me.today)}` : shortDay(on, me.today)}
                </span>
              </p>
              {fact !== null && memberId !== me.member.id && <PraiseButton factId={fact.id} toName={name} />}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
