import { useCallback, useEffect, useRef, useState } from "react";
import { asProblem, newGesture, write } from "#lib/web/api.ts";
import { useWrite } from "#lib/web/queries.ts";
import { ACQUAINTANCES, type AcquaintanceKind } from "../acquaintance.ts";
import type { RememberedView } from "../standing-view.ts";
import { typedLine, type Typed } from "./memory-session.ts";

const REFRESH = ["/people", "/accounts", "/search"];

/** What is typed in one session, each line saved at once. One that could not be saved stays, and goes again with the network. */
export function useRemembering() {
  const [typed, setTyped] = useState<readonly Typed[]>([]);
  const latest = useRef(typed);
  useEffect(() => {
    latest.current = typed;
  }, [typed]);
  const become = useCallback(
    (gesture: string, some: Partial<Typed>) =>
      setTyped((all) => all.map((each) => (each.gesture === gesture ? { ...each, ...some } : each))),
    [],
  );
  const { sendNow } = useWrite(remember, { refresh: REFRESH });
  const takeBack = useWrite(forget, { refresh: REFRESH });
  // What is typed again right after it was taken back must not be found still there.
  const takenBack = useRef<Promise<void>>(Promise.resolve());
  const save = async (line: Typed) => {
    become(line.gesture, { state: "saving", reason: null });
    try {
      await takenBack.current;
      become(line.gesture, { state: "saved", answer: await sendNow(line) });
    } catch (thrown) {
      become(line.gesture, { state: "failed", reason: asProblem(thrown).reason });
    }
  };
  const saveAgain = useRef(save);
  useEffect(() => {
    saveAgain.current = save;
  });
  useEffect(() => {
    const back = () => {
      for (const line of latest.current) if (line.state === "failed") void saveAgain.current(line);
    };
    addEventListener("online", back);
    return () => removeEventListener("online", back);
  }, []);
  useWarnBeforeLeaving(typed.some(({ state }) => state === "saving" || state === "failed"));
  return {
    typed,
    /** Answers false where there is no name in the text. */
    add: (text: string, kind: AcquaintanceKind): boolean => {
      const line = typedLine(text, kind, newGesture(), typed);
      if (line === null) return false;
      setTyped((all) => [...all, line]);
      if (line.state === "saving") void save(line);
      return true;
    },
    again: (line: Typed) => void save(line),
    /** Takes a line back, and gives its text to be mended; null while it is on its way. */
    undo: (line: Typed): string | null => {
      if (line.state === "saving" || line.state === "undoing") return null;
      const drop = () => setTyped((all) => all.filter((each) => each.gesture !== line.gesture));
      if (line.answer === null) {
        drop();
        return line.text;
      }
      become(line.gesture, { state: "undoing" });
      takenBack.current = takeBack.sendNow(line.answer).then(drop, (thrown: unknown) => {
        become(line.gesture, { state: "saved", reason: asProblem(thrown).reason });
      });
      return line.text;
    },
  };
}

function remember(line: Typed): Promise<RememberedView> {
  const { fullName, accountName, kind } = line;
  const title = ACQUAINTANCES.find((each) => each.kind === kind)?.title ?? kind;
  const detail = `“Whom do I know?”, ${title.toLowerCase()}`;
  return write<RememberedView>(
    "POST",
    "/acquaintances",
    { fullName, accountName, kind, detail },
    line.gesture,
  );
}

/** Whoever was known before stays; what we said of them just now goes. */
async function forget({ known, person, acquaintanceId }: RememberedView, gesture: string): Promise<void> {
  if (!known) return write("DELETE", `/people/${person.id}`, undefined, gesture);
  if (acquaintanceId !== null) return write("DELETE", `/acquaintances/${acquaintanceId}`, undefined, gesture);
}

function useWarnBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unsaved]);
}
