import { LinkRefusal, type CallTrouble } from "./call-by-link.ts";

/** Why a link opens nothing, or why the last press did nothing. */
export interface Refused<Word extends string = string> {
  /** A word of the room that the link is of, or what befell the call. */
  trouble: Word | CallTrouble;
  field: string | undefined;
  /** Who sent it, where the link was right. */
  sentBy: { repName: string; workspaceName: string; language: string } | null;
  facts: Readonly<Record<string, string>>;
}

/** What stands behind a link, as far as it is known. */
export interface OpenedNow<View, Word extends string> {
  link: string;
  view: View | null;
  /** Null once something went right again. */
  refused: Refused<Word> | null;
  busy: boolean;
}

export interface Opening<View, Word extends string> {
  now: () => OpenedNow<View, Word>;
  onChange: (heard: () => void) => () => void;
  /** Another link shows nothing of the one before, also when an answer for that comes late. */
  open: (link: string) => Promise<void>;
  /** Looks once more; what is open stays open meanwhile, and when that goes wrong. */
  again: () => Promise<void>;
  /** Carries something out, one at a time; answers why it did not go right, or null. A second press changes nothing, and is busy. */
  act: (work: (link: string) => Promise<View>) => Promise<Refused<Word> | "busy" | null>;
  show: (link: string, view: View) => void;
  refuse: (link: string, refused: Refused<Word> | null) => void;
}

/** `told` has the words that the room tells whoever holds a link. */
export function createOpening<View, Word extends string>(
  look: (link: string) => Promise<View>,
  told: Readonly<Record<Word, unknown>>,
): Opening<View, Word> {
  let state: OpenedNow<View, Word> = { link: "", view: null, refused: null, busy: false };
  const hearers = new Set<() => void>();
  const put = (link: string, change: Partial<OpenedNow<View, Word>>) => {
    if (link !== state.link) return;
    state = { ...state, ...change };
    for (const heard of hearers) heard();
  };
  const again = async () => {
    const { link } = state;
    try {
      put(link, { view: await look(link), refused: null });
    } catch (thrown) {
      put(link, { refused: refusedIn(thrown, told) });
    }
  };
  return {
    now: () => state,
    onChange: (heard) => {
      hearers.add(heard);
      return () => hearers.delete(heard);
    },
    open: (link) => {
      state = { link, view: null, refused: null, busy: false };
      put(link, {});
      return again();
    },
    again,
    act: async (work) => {
      if (state.busy) return "busy";
      const { link } = state;
      put(link, { busy: true });
      try {
        put(link, { view: await work(link), refused: null });
        return null;
      } catch (thrown) {
        const refused = refusedIn(thrown, told);
        put(link, { refused });
        return refused;
      } finally {
        put(link, { busy: false });
      }
    },
    show: (link, view) => put(link, { view }),
    refuse: (link, refused) => put(link, { refused }),
  };
}

/** What was thrown by a call, in words of the room; a word that it does not know is a fault of ours. */
export function refusedIn<Word extends string>(
  thrown: unknown,
  told: Readonly<Record<Word, unknown>>,
): Refused<Word> {
  const nothing = { field: undefined, sentBy: null, facts: {} };
  if (!(thrown instanceof LinkRefusal)) return { trouble: "fault", ...nothing };
  const { field, facts } = thrown;
  const { page, repName, workspaceName, language } = facts;
  if (page === undefined || !Object.hasOwn(told, page))
    return { trouble: thrown.trouble ?? "fault", ...nothing };
  const sentBy = repName && workspaceName && language ? { repName, workspaceName, language } : null;
  return { trouble: page as Word, field, sentBy, facts };
}

/** Whether another try may help. */
export function passes(trouble: string): boolean {
  return trouble === "lost" || trouble === "fault" || trouble === "too-many";
}
