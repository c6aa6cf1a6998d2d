import { createContext, use } from "react";
import { asProblem } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useScreens } from "#lib/web/screens.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { AskView } from "../ask-view.ts";
import { useTakeBackConversation } from "./use-ask-writes.ts";
import css from "./after-ask.module.css";

/** `named` is whom the source named, where that was said. */
type Close = (named?: string) => void;

const CloseContext = createContext<Close>(() => undefined);

/** Closes the sheet in which somebody was just named; for the part that a room above shows there ("ask-named"). */
export function useAfterAsk(): Close {
  return use(CloseContext);
}

/** Whether a room above goes on from what was said just now. */
export function useGoesOn(): (ask: AskView & { saidId: string | null }) => boolean {
  const { sections = [] } = useScreens();
  return ({ conversations, saidId }) => {
    const now = conversations.find(({ id }) => id === saidId);
    return now?.outcome === "named-someone" && sections.some((entry) => entry.on === "ask-named");
  };
}

/** The ask is written down; the sheet goes on to whom they named. */
export function AfterAsk({
  ask,
  close,
  undone = close,
}: {
  ask: AskView & { saidId: string | null };
  close: Close;
  /** Instead of closing, once it is taken back. */
  undone?: () => void;
}) {
  const say = useUndo();
  const takeBack = useTakeBackConversation();
  const { saidId } = ask;
  const undo = (id: string) => {
    // Closed first: what the rooms above show here reads the ask that goes.
    undone();
    void takeBack.sendNow({ askId: ask.id, saidId: id }).then(
      () => say("Undone."),
      (thrown: unknown) => say(`Not undone. ${asProblem(thrown).reason}`),
    );
  };
  return (
    <CloseContext value={close}>
      <p className={css.done}>
        {ask.sourceName} named someone: noted.
        {saidId !== null && (
          <Button tone="quiet" onClick={() => undo(saidId)}>
            Undo
          </Button>
        )}
      </p>
      <Parts on="ask-named" id={ask.id} />
    </CloseContext>
  );
}
