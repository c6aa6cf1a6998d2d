import { useQueryClient } from "@tanstack/react-query";
import { systemClock } from "#lib/kernel/clock.ts";
import { ApiProblem, asProblem, write, type Method } from "./api.ts";
import { verdictOn, type KeptWrite } from "./outbox.ts";
import { carryOut, takeBackShelved } from "./outbox-sender.ts";
import { markWaiting, shelve, shelved, takeOut } from "./outbox-shelf.ts";
import { useWrite, type Writing } from "./queries.ts";
import { memberIdIn } from "./signed-in.ts";
import { useUndo } from "./undo-toast.tsx";

/** A change that says by itself on which day it was: it may reach the server later. */
export interface Keepable extends Pick<KeptWrite, "path" | "body" | "words" | "insist"> {
  method: Method;
  about?: readonly string[];
}

/** Nobody means the same twice so soon. */
const TWICE_MS = 5_000;

type Outcome<T> = { kept: false; answer: T } | { kept: true; place: number; words: string };

interface KeptWriteOptions<V, T> {
  refresh?: readonly string[];
  done?: (answer: T, what: V) => void;
  /** No answer came: it waits on this device, and the form is done with it. That it waits has been said. */
  kept?: (what: V) => void;
}

/**
 * A change that outlives a lost connection and a closed window: it is put down on this device before it is sent, and taken off
 * when it is answered. A refusal comes to the form as with useWrite. `sendNow` resolves to undefined when it was kept.
 */
export function useKeptWrite<V, T>(
  toKeep: (what: V) => Keepable,
  { refresh = [], done, kept }: KeptWriteOptions<V, T> = {},
): Writing<V, T | undefined> {
  const client = useQueryClient();
  const say = useUndo();
  const writing = useWrite<V, Outcome<T>>(
    async (what, gesture) => {
      const { about = [], ...keepable } = toKeep(what);
      const memberId = memberIdIn(client);
      const twin = memberId === undefined ? undefined : await justKept(memberId, keepable);
      if (twin !== undefined) return { kept: true, place: twin, words: keepable.words };
      const place =
        memberId === undefined
          ? null
          : await shelve({
              ...keepable,
              gesture,
              memberId,
              about,
              refresh,
              writtenAt: nowMs(),
              ...(!navigator.onLine && { waits: true }),
            });
      if (memberId === undefined || place === null) {
        const { method, path, body } = keepable;
        return { kept: false, answer: await write<T>(method, path, body, gesture) };
      }
      if (!navigator.onLine) return { kept: true, place, words: keepable.words };
      try {
        const answer = await carryOut<T>({ ...keepable, gesture, memberId, about, refresh, writtenAt: 0 });
        await takeOut(place);
        return { kept: false, answer };
      } catch (thrown) {
        if (verdictOn(asProblem(thrown)) !== "later") {
          await takeOut(place);
          throw thrown;
        }
        await markWaiting(place);
        return { kept: true, place, words: keepable.words };
      }
    },
    {
      refresh,
      done: (outcome, what) => {
        if (!outcome.kept) return done?.(outcome.answer, what);
        sayKept(outcome.place, outcome.words);
        kept?.(what);
      },
    },
  );
  const sayKept = (place: number, words: string) =>
    say(`${words} Kept on this device until it can be sent.`, async () => {
      if (!(await takeBackShelved(place)))
        throw new ApiProblem(0, "conflict", "It has gone out already; take it back where it stands now.");
    });
  return {
    ...writing,
    sendNow: async (what) => {
      const outcome = await writing.sendNow(what);
      return outcome.kept ? undefined : outcome.answer;
    },
  };
}

/** The same was kept a moment ago: a button was pressed twice. */
async function justKept(memberId: string, { method, path, body }: Keepable): Promise<number | undefined> {
  const said = JSON.stringify([method, path, body]);
  const since = nowMs() - TWICE_MS;
  const twin = (await shelved(memberId)).find(
    (each) =>
      each.waits && each.writtenAt >= since && JSON.stringify([each.method, each.path, each.body]) === said,
  );
  return twin?.place;
}

function nowMs(): number {
  return systemClock.now().getTime();
}
