import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { ReasonFacts } from "../business-reason.ts";
import type { IdealClientView } from "../ideal-client-view.ts";
import type { IdealClientFacts, Scope } from "../ideal-client.ts";
import type { ReasonView } from "../reason-view.ts";

/** Readings that a picture or a reason changes; what is proposed to whom stands under the people. */
const PICTURE_READS = ["/ideal-clients", "/business-reasons", "/people", "/timeline"];

export type SaidPicture = IdealClientFacts & { scope: Scope; teamId?: string | null };

/** Draws a picture, with the way back. */
export function useDrawIdealClient(
  done: (picture: IdealClientView) => void,
): Writing<SaidPicture, IdealClientView> {
  const say = useUndo();
  const takeBack = useWrite(
    (id: string, gesture) => write("DELETE", `/ideal-clients/${id}`, undefined, gesture),
    { refresh: PICTURE_READS },
  );
  return useWrite(
    (said: SaidPicture, gesture) => write<IdealClientView>("POST", "/ideal-clients", said, gesture),
    {
      refresh: PICTURE_READS,
      done: (picture) => {
        say(`“${picture.name}” is drawn.`, () => takeBack.sendNow(picture.id));
        done(picture);
      },
    },
  );
}

/** Changes a picture, with the way back to what it was before. */
export function useChangeIdealClient(
  before: IdealClientView,
  done: () => void,
): Writing<IdealClientFacts, IdealClientView> {
  const say = useUndo();
  const change = (facts: IdealClientFacts, gesture: string) =>
    write<IdealClientView>("PATCH", `/ideal-clients/${before.id}`, facts, gesture);
  const undo = useWrite(change, { refresh: PICTURE_READS });
  const { name, level, company, industry, situation, says, notWho } = before;
  return useWrite(change, {
    refresh: PICTURE_READS,
    done: () => {
      say(`“${before.name}”: changed.`, () =>
        undo.sendNow({ name, level, company, industry, situation, says, notWho }),
      );
      done();
    },
  });
}

/** True retires it, false brings it back; with the way back. */
export function useRetireIdealClient({ id, name }: IdealClientView): Writing<boolean, IdealClientView> {
  return useRetire(`/ideal-clients/${id}`, `“${name}”`);
}

/** Writes a reason, with the way back. */
export function useWriteReason(done: (reason: ReasonView) => void): Writing<ReasonFacts, ReasonView> {
  const say = useUndo();
  const takeBack = useWrite(
    (id: string, gesture) => write("DELETE", `/business-reasons/${id}`, undefined, gesture),
    { refresh: PICTURE_READS },
  );
  return useWrite(
    (said: ReasonFacts, gesture) => write<ReasonView>("POST", "/business-reasons", said, gesture),
    {
      refresh: PICTURE_READS,
      done: (reason) => {
        say("The reason is in the library.", () => takeBack.sendNow(reason.id));
        done(reason);
      },
    },
  );
}

/** Rewords a reason, with the way back to the words before. */
export function useChangeReason(before: ReasonView, done: () => void): Writing<ReasonFacts, ReasonView> {
  const say = useUndo();
  const change = (facts: ReasonFacts, gesture: string) =>
    write<ReasonView>("PATCH", `/business-reasons/${before.id}`, facts, gesture);
  const undo = useWrite(change, { refresh: PICTURE_READS });
  const { sentence, industry, problem } = before;
  return useWrite(change, {
    refresh: PICTURE_READS,
    done: () => {
      say("The reason is reworded.", () => undo.sendNow({ sentence, industry, problem }));
      done();
    },
  });
}

/** True retires it, false brings it back; with the way back. */
export function useRetireReason({ id }: ReasonView): Writing<boolean, ReasonView> {
  return useRetire(`/business-reasons/${id}`, "The reason");
}

function useRetire<T>(path: string, what: string): Writing<boolean, T> {
  const say = useUndo();
  const carryOut = (retired: boolean, gesture: string) =>
    write<T>(retired ? "PUT" : "DELETE", `${path}/retired`, undefined, gesture);
  const undo = useWrite(carryOut, { refresh: PICTURE_READS });
  return useWrite(carryOut, {
    refresh: PICTURE_READS,
    done: (_after, retired) =>
      say(retired ? `${what} is retired: it is proposed no more.` : `${what} is back.`, () =>
        undo.sendNow(!retired),
      ),
  });
}
