import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { callName } from "#people/call-name.ts";
import type { OfferedView } from "../occasion-view.ts";

/** Readings that an event, an article or a word about it changes. */
export const OCCASION_READS = [
  "/occasions",
  "/touches-today",
  "/silences",
  "/people",
  "/scorecard",
  "/timeline",
];

type Resource = "sent" | "told-day" | "answer" | "attendance" | "reaction";
export interface Noted {
  what: Resource;
  /** Null takes it back. */
  body: object | null;
  said: string;
}

/** What became of an offer, with the way back. */
export function useNoteOffer(offer: OfferedView, done?: () => void): Writing<Noted, OfferedView> {
  const say = useUndo();
  const send = (what: Resource, body: object | null, gesture: string) => {
    const path = `/occasion-offers/${offer.id}/${what}`;
    return write<OfferedView>(body === null ? "DELETE" : "PUT", path, body ?? undefined, gesture);
  };
  const back = useWrite(
    ({ what, body }: Pick<Noted, "what" | "body">, gesture) => send(what, body, gesture),
    { refresh: OCCASION_READS },
  );
  return useWrite(({ what, body }: Noted, gesture) => send(what, body, gesture), {
    refresh: OCCASION_READS,
    done: (_, { what, said }) => {
      say(`${callName(offer.personName)}: ${said}`, () => back.sendNow({ what, body: before(offer, what) }));
      done?.();
    },
  });
}

/** What stood there before. */
function before(
  { answer, came, reaction, reactedOn, sentOn, toldDay }: OfferedView,
  what: Resource,
): object | null {
  const was: Record<Resource, object | null> = {
    sent: sentOn === null ? null : { day: sentOn },
    "told-day": { day: toldDay },
    answer: answer === null ? null : { answer },
    attendance: came === null ? null : { came },
    reaction: reaction === null ? null : { words: reaction, day: reactedOn },
  };
  return was[what];
}

export function useChoose(occasionId: string, done: () => void): Writing<string, OfferedView> {
  return useWrite(
    (personId: string, gesture) =>
      write<OfferedView>("POST", `/occasions/${occasionId}/offers`, { personId }, gesture),
    { refresh: OCCASION_READS, done },
  );
}

/** Not for them after all, with the way back. */
export function useUnchoose(offer: OfferedView): Writing<undefined, unknown> {
  const say = useUndo();
  const again = useChoose(offer.occasionId, () => undefined);
  return useWrite(
    (_: undefined, gesture) => write("DELETE", `/occasion-offers/${offer.id}`, undefined, gesture),
    {
      refresh: OCCASION_READS,
      done: () => say(`${callName(offer.personName)} is not chosen.`, () => again.sendNow(offer.personId)),
    },
  );
}

export function useWordOffer(id: string): Writing<string | null, OfferedView> {
  return useWrite(
    (words: string | null, gesture) =>
      write<OfferedView>("PATCH", `/occasion-offers/${id}`, { words }, gesture),
    { refresh: OCCASION_READS },
  );
}
