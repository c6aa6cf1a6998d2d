import { useInfiniteQuery } from "@tanstack/react-query";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import type { Page } from "#lib/kernel/page.ts";
import { asProblem } from "./api.ts";
import type { ApiProblem, Query } from "./api.ts";
import { Button } from "./button.tsx";
import { FactTable } from "./fact-table.tsx";
import type { Column, Sorting } from "./fact-table.tsx";
import { Loading } from "./loading.tsx";
import { readTogether } from "./together.ts";
import { Trouble } from "./trouble.tsx";
import css from "./long-list.module.css";

interface LongProps<T> {
  /** Answers Page<T>; `cursor` is added for the pages after the first. */
  path: string;
  query?: Query;
  rowKey: (row: T) => string;
  /** Shown instead, when there is nothing. */
  empty: ReactNode;
}

interface LongTableProps<T> extends LongProps<T> {
  caption: string;
  columns: readonly Column<T>[];
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
}

const NO_QUERY: Query = {};
const ROW_PX = 57;
const AHEAD = 12;

/** A FactTable of any length: fetched page by page while it is scrolled, and only what is seen is drawn. */
export function LongTable<T>({ path, query = NO_QUERY, rowKey, empty, ...table }: LongTableProps<T>) {
  const pages = usePages<T>(path, query);
  const { place, virtual } = useWindow(pages.rows, rowKey, pages.more);
  const seen = virtual.getVirtualItems();
  const margin = virtual.options.scrollMargin;
  const before = (seen[0]?.start ?? margin) - margin;
  const after = virtual.getTotalSize() - ((seen.at(-1)?.end ?? margin) - margin);
  return (
    <Around pages={pages} empty={empty}>
      <div ref={place}>
        <FactTable
          {...table}
          rowKey={rowKey}
          rows={seen.flatMap((line) => pages.rows[line.index] ?? [])}
          part={{
            first: seen[0]?.index ?? 0,
            total: pages.ended ? pages.rows.length : -1,
            before,
            after,
            rowRef: virtual.measureElement,
          }}
        />
      </div>
    </Around>
  );
}

/** The same for things that are no table: a timeline. `render` draws one. */
export function LongList<T>({
  path,
  query = NO_QUERY,
  rowKey,
  empty,
  label,
  render,
}: LongProps<T> & { label: string; render: (item: T) => ReactNode }) {
  const pages = usePages<T>(path, query);
  const { place, virtual } = useWindow(pages.rows, rowKey, pages.more);
  return (
    <Around pages={pages} empty={empty}>
      <div ref={place}>
        <ul aria-label={label} className={css.list} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((line) => {
            const item = pages.rows[line.index];
            return (
              item !== undefined && (
                <li
                  key={line.key}
                  ref={virtual.measureElement}
                  data-index={line.index}
                  aria-posinset={line.index + 1}
                  aria-setsize={pages.ended ? pages.rows.length : -1}
                  className={css.item}
                  style={{ translate: `0 ${line.start - virtual.options.scrollMargin}px` }}
                >
                  {render(item)}
                </li>
              )
            );
          })}
        </ul>
      </div>
    </Around>
  );
}

interface Pages<T> {
  rows: T[];
  ended: boolean;
  loading: boolean;
  fetchingMore: boolean;
  stale: boolean;
  problem: ApiProblem | null;
  more: () => void;
  again: () => void;
}

function usePages<T>(path: string, query: Query): Pages<T> {
  const found = useInfiniteQuery({
    queryKey: [path, query, "pages"],
    queryFn: async ({ pageParam, signal }) =>
      await readTogether<Page<T>>(path, pageParam === null ? query : { ...query, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: (before) => before,
  });
  const more = () => {
    if (found.hasNextPage && !found.isFetchingNextPage && !found.isFetchNextPageError)
      void found.fetchNextPage();
  };
  return {
    rows: found.data?.pages.flatMap((page) => page.items) ?? [],
    ended: !found.hasNextPage,
    loading: found.isPending,
    fetchingMore: found.isFetchingNextPage,
    stale: found.isPlaceholderData,
    problem: found.error === null ? null : asProblem(found.error),
    more,
    again: () => void (found.isFetchNextPageError ? found.fetchNextPage() : found.refetch()),
  };
}

function useWindow<T>(rows: readonly T[], rowKey: (row: T) => string, more: () => void) {
  const place = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const filled = rows.length > 0;
  // What stands above the list may grow or shrink.
  useLayoutEffect(() => {
    const measure = () => {
      if (place.current !== null) setMargin(place.current.getBoundingClientRect().top + scrollY);
    };
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [filled]);
  // oxlint-disable-next-line react/incompatible-library -- draws anew while scrolling, which is what is wanted
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_PX,
    overscan: AHEAD,
    scrollMargin: margin,
    getItemKey: (at) => {
      const row = rows[at];
      return row === undefined ? at : rowKey(row);
    },
  });
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - AHEAD) more();
  });
  return { place, virtual };
}

function Around<T>({ pages, empty, children }: { pages: Pages<T>; empty: ReactNode; children: ReactNode }) {
  if (pages.loading) return <Loading lines={8} />;
  if (pages.rows.length === 0)
    return pages.problem === null ? empty : <Trouble problem={pages.problem} again={pages.again} />;
  return (
    <div aria-busy={pages.stale || pages.fetchingMore} className={pages.stale ? css.stale : undefined}>
      {children}
      {pages.fetchingMore && <p className={css.more}>Fetching more…</p>}
      {pages.problem !== null && (
        <p role="alert" className={css.more}>
          {pages.problem.reason} <Button onClick={pages.again}>Try again</Button>
        </p>
      )}
    </div>
  );
}
