import type { PhraseBook } from "#lib/web/phrases.ts";
import type { BoardKind } from "../board.ts";
import { BOARD_NAMES } from "./board-words.ts";

/** How lines about recognition read after the name of who wrote them; see lib/web/phrases.ts. */
export const praisePhrases: PhraseBook = {
  "praise.given": ({ detail }, name) => <>praised {name(detail["toId"])}</>,
  "board.switched-off": ({ detail }) => (
    <>switched the board “{BOARD_NAMES[detail["board"] as BoardKind]}” off</>
  ),
  "best-practice.proposed": ({ detail }) => <>proposed words for asking for {libraryOf(detail)}</>,
  "best-practice.accepted": ({ detail }) => <>put words for asking into {libraryOf(detail)}</>,
  "best-practice.refused": ({ detail }) => <>did not take words for asking into {libraryOf(detail)}</>,
};

function libraryOf(detail: Record<string, unknown>): string {
  return detail["teamId"] === null ? "everybody’s library" : "the team’s library";
}
