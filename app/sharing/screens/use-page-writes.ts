import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { callName } from "#people/call-name.ts";
import type { SharedPageView } from "../page-view.ts";

/** Readings that a page changes. */
export const PAGE_READS = ["/shared-pages", "/page-news", "/timeline"];
/** What is said on a page may change these too. */
const REPORT_READS = [...PAGE_READS, "/duties", "/loop-measures"];

export interface PageToMake {
  askId?: string;
  referralId?: string;
  language: string;
  asked?: string | null;
  whom?: string | null;
  reason?: string | null;
  subject?: string;
  blurb?: string;
  askFirst?: boolean;
  days?: number;
}

export function useMakePage(done: () => void): Writing<PageToMake, SharedPageView> {
  return useWrite((page: PageToMake, gesture) => write("POST", "/shared-pages", page, gesture), {
    refresh: PAGE_READS,
    done,
  });
}

/** Lets it open for so many days from today. */
export function useOpenLonger(page: SharedPageView): Writing<number, SharedPageView> {
  const say = useUndo();
  return useWrite((days: number, gesture) => write("PATCH", `/shared-pages/${page.id}`, { days }, gesture), {
    refresh: PAGE_READS,
    done: () => say("It opens for longer."),
  });
}

/** Its link opens nothing any more, with the way back. */
export function useWithdraw(page: SharedPageView): Writing<void, SharedPageView> {
  const say = useUndo();
  const back = useOpenAgain(page);
  return useWrite((_: void, gesture) => write("PUT", `/shared-pages/${page.id}/withdrawal`, {}, gesture), {
    refresh: PAGE_READS,
    done: () => say(`${callName(page.sourceName)}'s page is withdrawn.`, () => back.sendNow()),
  });
}

export function useOpenAgain(page: SharedPageView): Writing<void, SharedPageView> {
  return useWrite(
    (_: void, gesture) => write("DELETE", `/shared-pages/${page.id}/withdrawal`, undefined, gesture),
    { refresh: PAGE_READS },
  );
}

export interface Told {
  tells: boolean;
  told: string | null;
  /** Duties that this settles: the source is sent the link. */
  duties: readonly string[];
}

/** What stood on a page of one introduction, for the way back. */
export type ToldBefore = Pick<Told, "tells" | "told">;

/**
 * Tells on a page what became of one introduction, and settles the report where the source is sent the link; both come back
 * together. `pageId` null: the page is made first, of what `make` says.
 */
export function useTell(
  { pageId, make, referralId, sourceName }: TellingOf,
  before: ToldBefore,
  done: () => void,
): Writing<Told, unknown> {
  const say = useUndo();
  const put = (id: string, told: ToldBefore, gesture: string) =>
    write("PUT", `/shared-pages/${id}/tellings/${referralId}`, told, gesture);
  const back = useWrite(
    async ({ id, duties }: { id: string; duties: readonly string[] }, gesture) => {
      await put(id, before, gesture);
      for (const [at, duty] of duties.entries())
        await write(
          "DELETE",
          `/duties/${encodeURIComponent(duty)}/settlement`,
          undefined,
          `${gesture}-${at}`,
        );
    },
    { refresh: REPORT_READS },
  );
  return useWrite(
    async ({ duties, ...told }: Told, gesture) => {
      const id = pageId ?? (await write<SharedPageView>("POST", "/shared-pages", make, `${gesture}-page`)).id;
      await put(id, told, gesture);
      if (duties.length > 0)
        await write(
          "POST",
          "/settlements",
          { duties, how: "message", words: "On their page." },
          `${gesture}-told`,
        );
      return id;
    },
    {
      refresh: REPORT_READS,
      done: (id, { duties }) => {
        say(`${callName(sourceName)} can read it now.`, () => back.sendNow({ id, duties }));
        done();
      },
    },
  );
}

export interface TellingOf {
  pageId: string | null;
  make: PageToMake;
  referralId: string;
  sourceName: string;
}

export function useSeen(): Writing<{ id: string; sourceName: string }, unknown> {
  const say = useUndo();
  const back = useWrite(
    (id: string, gesture) => write("DELETE", `/page-news/${id}/seen`, undefined, gesture),
    { refresh: ["/page-news"] },
  );
  return useWrite(
    ({ id }: { id: string; sourceName: string }, gesture) =>
      write("PUT", `/page-news/${id}/seen`, {}, gesture),
    { refresh: ["/page-news"], done: (_answer, { id }) => say("Seen.", () => back.sendNow(id)) },
  );
}
