import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Day } from "#lib/kernel/days.ts";
import type { WhyNot } from "../protection.ts";
import type { BuyingRole, MetHow } from "../standing.ts";
import type {
  DoNotAskView,
  IssueView,
  NoGoView,
  PreferenceView,
  SaidStanding,
  StandingView,
} from "../standing-view.ts";

/** Readings that a fact about a source touches: whether they may be asked, coverage, the timeline. */
const SOURCE_READS = ["/people", "/accounts", "/coverage", "/timeline", "/suggestions"];

interface Way<What, Answer> {
  carryOut: (what: What, gesture: string) => Promise<Answer>;
  said: (what: What) => string;
  back: (answer: Answer, what: What, gesture: string) => Promise<unknown>;
  done?: () => void;
  /** Readings that it touches besides those about a source. */
  also?: readonly string[];
}

/** A change with what is said of it and the way back. */
export function useThereAndBack<What, Answer>({
  carryOut,
  said,
  back,
  done,
  also = [],
}: Way<What, Answer>): Writing<What, Answer> {
  const say = useUndo();
  const undo = useWrite(
    ({ answer, what }: { answer: Answer; what: What }, gesture) => back(answer, what, gesture),
    { refresh: [...SOURCE_READS, ...also] },
  );
  return useWrite(carryOut, {
    refresh: [...SOURCE_READS, ...also],
    done: (answer, what) => {
      say(said(what), () => undo.sendNow({ answer, what }));
      done?.();
    },
  });
}

export function useSayStop(personId: string, name: string, done: () => void) {
  return useThereAndBack({
    carryOut: (what: { why: WhyNot; words: string | null }, gesture) =>
      write<DoNotAskView>("PUT", `/people/${personId}/do-not-ask`, what, gesture),
    said: () => `${name} is not to be asked.`,
    back: ({ id }, _what, gesture) => write("DELETE", `/do-not-asks/${id}`, undefined, gesture),
    done,
  });
}

export function useLiftStop(personId: string, name: string, done: () => void) {
  return useThereAndBack({
    carryOut: (_: void, gesture) =>
      write<{ items: DoNotAskView[] }>("DELETE", `/people/${personId}/do-not-ask`, undefined, gesture),
    said: () => `${name} may be asked again.`,
    back: ({ items }) =>
      Promise.all(items.map(({ id }) => write("PUT", `/do-not-asks/${id}/restored`, undefined, id))),
    done,
  });
}

export function useSayRight(personId: string, done: () => void) {
  return useThereAndBack({
    carryOut: (what: { earned: boolean; words: string | null; day: Day }, gesture) =>
      write<SaidStanding>("POST", `/people/${personId}/right`, what, gesture),
    said: ({ earned }) => (earned ? "You have earned the right to ask." : "Not earned yet: deliver first."),
    back: ({ saidId }, _what, gesture) => write("DELETE", `/right-words/${saidId}`, undefined, gesture),
    done,
  });
}

export function useSayRole(personId: string, done: () => void) {
  return useThereAndBack({
    carryOut: (role: BuyingRole | null, gesture) =>
      write("PUT", `/people/${personId}/role`, { role }, gesture),
    said: () => "Their part in buying is noted.",
    back: (_answer, _what, gesture) => write("DELETE", `/people/${personId}/role`, undefined, gesture),
    done,
  });
}

export function useSayMet(personId: string, name: string, done: () => void) {
  return useThereAndBack({
    carryOut: (what: { how: Exclude<MetHow, "meeting">; day: Day }, gesture) =>
      write<SaidStanding>("POST", `/people/${personId}/met`, what, gesture),
    said: () => `Noted that ${name} was met.`,
    back: ({ saidId }, _what, gesture) => write("DELETE", `/met/${saidId}`, undefined, gesture),
    done,
  });
}

export function useTakeBackMet(met: NonNullable<StandingView["met"]>, done: () => void) {
  return useThereAndBack({
    carryOut: (_: void, gesture) => write("DELETE", `/met/${met.id}`, undefined, gesture),
    said: () => "Taken back.",
    back: (_answer, _what, gesture) => write("PUT", `/met/${met.id}/restored`, undefined, gesture),
    done,
  });
}

export interface SaidWishes {
  channel: PreferenceView["channel"];
  mostPerQuarter: number | null;
  bestWeekday: number | null;
  approverId: string | null;
  note: string | null;
}

export function useSetWishes(personId: string, before: PreferenceView | null, done: () => void) {
  const put = (what: SaidWishes, gesture: string) =>
    write("PUT", `/people/${personId}/preference`, what, gesture);
  return useThereAndBack({
    carryOut: put,
    said: () => "How they like to be asked is noted.",
    back: (_answer, _what, gesture) => put(wishesOf(before), gesture),
    done,
  });
}

/** As the API takes them. */
export function wishesOf(preference: PreferenceView | null): SaidWishes {
  return {
    channel: preference?.channel ?? null,
    mostPerQuarter: preference?.mostPerQuarter ?? null,
    bestWeekday: preference?.bestWeekday ?? null,
    approverId: preference?.approver?.id ?? null,
    note: preference?.note ?? null,
  };
}

export interface SaidNoGo {
  accountId?: string;
  personId?: string;
  topic?: string;
  words: string | null;
}

export function useAddNoGo(personId: string, done: () => void) {
  return useThereAndBack({
    carryOut: (what: SaidNoGo, gesture) =>
      write<NoGoView>("POST", `/people/${personId}/no-goes`, what, gesture),
    said: () => "Ruled out.",
    back: ({ id }, _what, gesture) => write("DELETE", `/no-goes/${id}`, undefined, gesture),
    done,
  });
}

export function useLiftNoGo() {
  return useThereAndBack({
    carryOut: (noGo: NoGoView, gesture) => write("DELETE", `/no-goes/${noGo.id}`, undefined, gesture),
    said: () => "No longer ruled out.",
    back: (_answer, { id }, gesture) => write("PUT", `/no-goes/${id}/restored`, undefined, gesture),
  });
}

/** `path` is that of the person or the account. */
export function useRaiseIssue(path: string, done: () => void) {
  return useThereAndBack({
    carryOut: (what: string, gesture) => write<IssueView>("POST", `${path}/issues`, { what }, gesture),
    said: () => "Nobody there is asked until this is settled.",
    back: ({ id }, _what, gesture) => write("DELETE", `/issues/${id}`, undefined, gesture),
    done,
  });
}

export function useSettleIssue() {
  return useThereAndBack({
    carryOut: (issue: IssueView, gesture) => write("PUT", `/issues/${issue.id}/settled`, undefined, gesture),
    said: () => "Settled. They may be asked again.",
    back: (_answer, { id }, gesture) => write("DELETE", `/issues/${id}/settled`, undefined, gesture),
  });
}
