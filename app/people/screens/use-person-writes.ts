import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { useGo } from "#lib/web/go.tsx";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { MergeView } from "../merge-view.ts";
import type { PersonView } from "../person-view.ts";
import type { PersonFacts } from "../person.ts";
import type { PositionView } from "../position-view.ts";

/** Readings that a change of a person, or of who is the same, touches: names of people and accounts stand everywhere. */
export const PEOPLE_READS = [
  "/people",
  "/accounts",
  "/search",
  "/timeline",
  "/merges",
  "/duplicates",
  "/asks",
  "/referrals",
  "/meetings",
  "/deals",
];

export type SaidPerson = Partial<PersonFacts>;

/** Writes somebody down, with the way back. */
export function useAddPerson(done: (person: PersonView) => void): Writing<SaidPerson, PersonView> {
  const say = useUndo();
  const go = useGo();
  const undo = useWrite((id: string, gesture) => write("DELETE", `/people/${id}`, undefined, gesture), {
    refresh: PEOPLE_READS,
    done: () => go("/people", { instead: true }),
  });
  return useWrite((said: SaidPerson, gesture) => write<PersonView>("POST", "/people", said, gesture), {
    refresh: PEOPLE_READS,
    done: (person) => {
      say(`${person.fullName} is written down.`, () => undo.sendNow(person.id));
      done(person);
    },
  });
}

/** Changes what is known, with the way back to what was known before. */
export function useChangePerson(before: PersonView, done: () => void): Writing<SaidPerson, PersonView> {
  const say = useUndo();
  const change = (said: SaidPerson, gesture: string) =>
    write<PersonView>("PATCH", `/people/${before.id}`, said, gesture);
  const undo = useWrite(change, { refresh: PEOPLE_READS });
  return useWrite(change, {
    refresh: PEOPLE_READS,
    done: (_after, said) => {
      const fields = Object.keys(said) as (keyof PersonFacts)[];
      const back = Object.fromEntries(fields.map((field) => [field, before[field]]));
      say(`${before.fullName}: changed.`, () => undo.sendNow(back));
      done();
    },
  });
}

export function useRemovePerson(person: PersonView): Writing<void, void> {
  const say = useUndo();
  const go = useGo();
  const restore = useWrite(
    (_: void, gesture) => write<PersonView>("PUT", `/people/${person.id}/restored`, undefined, gesture),
    { refresh: PEOPLE_READS, done: () => go(`/people/${person.id}`) },
  );
  return useWrite((_: void, gesture) => write("DELETE", `/people/${person.id}`, undefined, gesture), {
    refresh: PEOPLE_READS,
    done: () => {
      go("/people", { instead: true });
      say(`${person.fullName} is off the lists.`, () => restore.sendNow());
    },
  });
}

export interface SaidPosition {
  accountId?: string;
  title: string | null;
  fromDay: Day | null;
  untilDay: Day | null;
}

export function useAddPosition(person: PersonView, done: () => void): Writing<SaidPosition, PositionView> {
  const say = useUndo();
  const path = `/people/${person.id}/positions`;
  const takeBack = useWrite((id: string, gesture) => write("DELETE", `${path}/${id}`, undefined, gesture), {
    refresh: PEOPLE_READS,
  });
  return useWrite((said: SaidPosition, gesture) => write<PositionView>("POST", path, said, gesture), {
    refresh: PEOPLE_READS,
    done: (position) => {
      const said = position.current
        ? `${person.fullName} works at ${position.accountName} now.`
        : `${position.accountName} is in the history.`;
      say(said, () => takeBack.sendNow(position.id));
      done();
    },
  });
}

export function useChangePosition(
  personId: string,
  before: PositionView,
  done: () => void,
): Writing<SaidPosition, PositionView> {
  const say = useUndo();
  const change = (said: SaidPosition, gesture: string) =>
    write<PositionView>("PATCH", `/people/${personId}/positions/${before.id}`, said, gesture);
  const undo = useWrite(change, { refresh: PEOPLE_READS });
  const { accountId, title, fromDay, untilDay } = before;
  return useWrite(change, {
    refresh: PEOPLE_READS,
    done: () => {
      say("Position changed.", () => undo.sendNow({ accountId, title, fromDay, untilDay }));
      done();
    },
  });
}

export function useRemovePosition(personId: string, position: PositionView): Writing<void, void> {
  const say = useUndo();
  const path = `/people/${personId}/positions`;
  const { accountId, title, fromDay, untilDay } = position;
  const again = useWrite(
    (_: void, gesture) => write("POST", path, { accountId, title, fromDay, untilDay }, gesture),
    { refresh: PEOPLE_READS },
  );
  return useWrite((_: void, gesture) => write("DELETE", `${path}/${position.id}`, undefined, gesture), {
    refresh: PEOPLE_READS,
    done: () => say(`${position.accountName} is out of the history.`, () => again.sendNow()),
  });
}

export interface Pair {
  kind: "person" | "account";
  keptId: string;
  mergedId: string;
}

/** Makes two records one, with the way back. */
export function useMerge(done: (merge: MergeView) => void = () => undefined): Writing<Pair, MergeView> {
  const say = useUndo();
  const undo = useUnmerge();
  return useWrite((pair: Pair, gesture) => write<MergeView>("POST", "/merges", pair, gesture), {
    refresh: PEOPLE_READS,
    done: (merge) => {
      say(`${merge.mergedName} is one with this now.`, () => undo.sendNow(merge.id));
      done(merge);
    },
  });
}

export function useUnmerge(): Writing<string, void> {
  return useWrite((id: string, gesture) => write("DELETE", `/merges/${id}`, undefined, gesture), {
    refresh: PEOPLE_READS,
  });
}

/** "These are two different ones", with the way back. */
export function useTellApart(): Writing<{ oneId: string; otherId: string; name: string }, unknown> {
  const say = useUndo();
  const undo = useWrite(
    ({ oneId, otherId }: { oneId: string; otherId: string }, gesture) =>
      write("DELETE", `/tellings-apart/${oneId}/${otherId}`, undefined, gesture),
    { refresh: PEOPLE_READS },
  );
  return useWrite(
    ({ oneId, otherId }: { oneId: string; otherId: string; name: string }, gesture) =>
      write("POST", "/tellings-apart", { oneId, otherId }, gesture),
    {
      refresh: PEOPLE_READS,
      done: (_answer, { oneId, otherId, name }) =>
        say(`${name} is somebody else.`, () => undo.sendNow({ oneId, otherId })),
    },
  );
}

export function useKeepNote(path: string): Writing<string, { text: string }> {
  const say = useUndo();
  return useWrite(
    (text: string, gesture) => write<{ text: string }>("PUT", `${path}/private-note`, { text }, gesture),
    { refresh: [path], done: () => say("Kept for your eyes only.") },
  );
}
