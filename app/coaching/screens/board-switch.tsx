import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import type { BoardKind } from "../board.ts";
import { BOARD_NAMES } from "./board-words.ts";
import { useSwitchBoard } from "./use-boards.ts";

/** For leaders: away with this board, for everybody. */
export function SwitchOff({ board }: { board: BoardKind }) {
  const change = useSwitchBoard(board);
  return (
    <>
      <Button
        tone="quiet"
        busy={change.busy}
        label={`Switch off “${BOARD_NAMES[board]}” for everybody`}
        onClick={() => change.send(false)}
      >
        Switch off
      </Button>
      <FormError problem={change.problem} />
    </>
  );
}

/** For leaders: it is off, and may be on again. */
export function SwitchedOff({ board, offBy }: { board: BoardKind; offBy: string | null }) {
  const change = useSwitchBoard(board);
  return (
    <Card
      title={BOARD_NAMES[board]}
      below={`Off for everybody${offBy === null ? "" : `: ${offBy} switched it off`}. Only leaders see this line.`}
      actions={
        <Button busy={change.busy} onClick={() => change.send(true)}>
          Switch on
        </Button>
      }
    >
      <FormError problem={change.problem} />
    </Card>
  );
}
