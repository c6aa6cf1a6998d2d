import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Moment } from "../ask.ts";
import type { Part } from "../talk-part.ts";

const READS = ["/wordings", "/timeline"];

export interface WordsToWrite {
  moment: Moment;
  part: Part;
  language: string;
  text: string;
  teamId: string | null;
  memberId: string | null;
  /** These are retired at once. */
  replaces?: string;
}

/** Writes words, with the way back: to those they took the place of, too. */
export function useWriteWords(done: () => void): Writing<WordsToWrite, { id: string }> {
  const say = useUndo();
  const undo = useWrite(
    async ({ id, replaces }: { id: string; replaces?: string }, gesture) => {
      await write("DELETE", `/wordings/${id}`, undefined, gesture);
      if (replaces !== undefined) await write("DELETE", `/wordings/${replaces}/retired`);
    },
    { refresh: READS },
  );
  return useWrite(
    (words: WordsToWrite, gesture) => write<{ id: string }>("POST", "/wordings", words, gesture),
    {
      refresh: READS,
      done: ({ id }, { replaces }) => {
        say("Written.", () => undo.sendNow(replaces === undefined ? { id } : { id, replaces }));
        done();
      },
    },
  );
}

export function useRetireWords(): Writing<string, void> {
  const say = useUndo();
  const back = useWrite(bringBack, { refresh: READS });
  return useWrite(retire, { refresh: READS, done: (_none, id) => say("Retired.", () => back.sendNow(id)) });
}

export function useBringBackWords(): Writing<string, void> {
  const say = useUndo();
  const again = useWrite(retire, { refresh: READS });
  return useWrite(bringBack, {
    refresh: READS,
    done: (_none, id) => say("Brought back.", () => again.sendNow(id)),
  });
}

/** Only words that nobody used yet go for good; nothing is lost that could not be written again. */
export function useTakeBackWords(): Writing<string, void> {
  const say = useUndo();
  return useWrite((id: string, gesture) => write("DELETE", `/wordings/${id}`, undefined, gesture), {
    refresh: READS,
    done: () => say("Taken back."),
  });
}

async function retire(id: string, gesture: string): Promise<void> {
  await write("PUT", `/wordings/${id}/retired`, undefined, gesture);
}

async function bringBack(id: string, gesture: string): Promise<void> {
  await write("DELETE", `/wordings/${id}/retired`, undefined, gesture);
}
