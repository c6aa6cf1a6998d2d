import { write } from "#lib/web/api.ts";
import { useWrite, type Writing } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { callName } from "#people/call-name.ts";
import type { SharedPageView } from "../page-view.ts";
import type { Telling } from "../shared-page.ts";

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

export interface PageChange {
  asked?: string | null;
  whom?: string | null;
  subject?: string;
  blurb?: string;
  askFirst?: boolean;
  telling?: Telling;
  told?: string | null;
  days?: number;
}

/** Changes it, with the way back to what stood there. */
export function useChangePage(
  page: SharedPageView,
  done: () => void = () => {},
): Writing<PageChange, SharedPageView> {
  const say = useUndo();
  const { asked, whom, subject, blurb, askFirst, telling, told } = page;
  const back = useWrite(
    (_: void, gesture) =>
      write(
        "PATCH",
        `/shared-pages/${page.id}`,
        { asked, whom, subject, blurb, askFirst, telling, told },
        gesture,
      ),
    { refresh: PAGE_READS },
  );
  return useWrite(
    (change: PageChange, gesture) => write("PATCH", `/shared-pages/${page.id}`, change, gesture),
    {
      refresh: PAGE_READS,
      done: (_answer, change) => {
        say(
          change.days === undefined
            ? `${callName(page.sourceName)}'s page says so now.`
            : "It opens for longer.",
          change.days === undefined ? () => back.sendNow() : undefined,
        );
        done();
      },
    },
  );
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
  telling: Telling;
  told: string | null;
  /** Duties that this settles: the source is sent the link. */
  duties: readonly string[];
}

/** Tells on the page what became of it, and settles the report where the source is sent the link; both come back together. */
export function useTell(page: SharedPageView, done: () => void): Writing<Told, unknown> {
  const say = useUndo();
  const { telling, told } = page;
  const back = useWrite(
    async (duties: readonly string[], gesture) => {
      await write("PATCH", `/shared-pages/${page.id}`, { telling, told }, gesture);
      for (const [at, id] of duties.entries())
        await write("DELETE", `/duties/${encodeURIComponent(id)}/settlement`, undefined, `${gesture}-${at}`);
    },
    { refresh: REPORT_READS },
  );
  return useWrite(
    async ({ duties, ...words }: Told, gesture) => {
      await write("PATCH", `/shared-pages/${page.id}`, words, gesture);
      if (duties.length > 0)
        await write(
          "POST",
          "/settlements",
          { duties, how: "message", words: "On their page." },
          `${gesture}-told`,
        );
    },
    {
      refresh: REPORT_READS,
      done: (_answer, { duties }) => {
        say(`${callName(page.sourceName)} can read it now.`, () => back.sendNow(duties));
        done();
      },
    },
  );
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
