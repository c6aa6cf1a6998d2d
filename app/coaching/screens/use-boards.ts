import { write } from "#lib/web/api.ts";
import { useRead, useWrite, type Reading, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { BoardSwitchView } from "../board-view.ts";
import type { BoardKind } from "../board.ts";
import { BOARD_NAMES } from "./board-words.ts";

const BOARD_READS = ["/boards", "/most-improved", "/tiers"];

export function useBoards(): Reading<{ items: BoardSwitchView[] }> {
  return useRead<{ items: BoardSwitchView[] }>("/boards");
}

/** Switches a board off or on, with the way back. */
export function useSwitchBoard(board: BoardKind): Writing<boolean, unknown> {
  const say = useUndo();
  const put = (isOn: boolean, gesture: string) =>
    write(isOn ? "DELETE" : "PUT", `/boards/${board}/off`, undefined, gesture);
  const undo = useWrite(put, { refresh: BOARD_READS });
  return useWrite(put, {
    refresh: BOARD_READS,
    done: (_, isOn) =>
      say(`“${BOARD_NAMES[board]}” is ${isOn ? "on again" : "off: nobody sees it"}.`, () =>
        undo.sendNow(!isOn),
      ),
  });
}
