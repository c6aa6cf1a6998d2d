import type { ReactNode, Ref } from "react";
import { ChoiceField } from "./field.tsx";
import { SortIcon } from "./icons.tsx";
import css from "./fact-table.module.css";

export interface Column<T> {
  key: string;
  /** "" for a column of buttons: it is then named by `spoken`. */
  head: string;
  spoken?: string;
  render: (row: T) => ReactNode;
  /** Numbers stand at the right. */
  number?: boolean;
  /** The row's name: serif, first, and the heading of its card on a phone. */
  main?: boolean;
  /** The number that matters: large. */
  figure?: boolean;
  /** Set small and soft: a goal beside its number. */
  soft?: boolean;
  sortable?: boolean;
  /** At a desk: "30%". In a LongTable all columns are alike without it. */
  width?: string;
  /** Left out on a phone. */
  deskOnly?: boolean;
}

export interface Sorting {
  by: string;
  way: "up" | "down";
}

export interface FactTableProps<T> {
  /** What the table is about, for screen readers. */
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  sorting?: Sorting | undefined;
  onSort?: (sorting: Sorting) => void;
  /** For LongTable: the rows are a window of a longer list. */
  part?: Part;
  /** Stays a table on a phone: a name and a few short numbers. */
  stays?: boolean;
}

/** Which rows are drawn, and the height in pixels of those before and after. */
export interface Part {
  first: number;
  total: number;
  before: number;
  after: number;
  rowRef: Ref<HTMLTableRowElement>;
}

/** Facts in rows. At a desk a table; on a phone each row is a card, nothing scrolls sideways. */
export function FactTable<T>({
  caption,
  columns,
  rows,
  rowKey,
  sorting,
  onSort,
  part,
  stays = false,
}: FactTableProps<T>) {
  const sortable = onSort === undefined ? [] : columns.filter((column) => column.sortable === true);
  return (
    <div className={css.frame}>
      {sortable.length > 0 && onSort !== undefined && (
        <PhoneSorting columns={sortable} sorting={sorting} onSort={onSort} />
      )}
      {/* The roles are said again because display: block on a phone would take them away. */}
      <table
        role="table"
        className={`${css.table} ${stays ? css.stays : css.cards} ${part === undefined ? "" : css.long}`}
        aria-rowcount={part === undefined ? undefined : part.total + 1}
      >
        <caption className="only-heard">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <Head key={column.key} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {part !== undefined && part.before > 0 && <Gap height={part.before} across={columns.length} />}
          {rows.map((row, at) => (
            <tr
              key={rowKey(row)}
              role="row"
              ref={part?.rowRef}
              data-index={part === undefined ? undefined : part.first + at}
              aria-rowindex={part === undefined ? undefined : part.first + at + 2}
            >
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
          {part !== undefined && part.after > 0 && <Gap height={part.after} across={columns.length} />}
        </tbody>
      </table>
    </div>
  );
}

interface HeadProps<T> {
  column: Column<T>;
  sorting: Sorting | undefined;
  onSort: ((sorting: Sorting) => void) | undefined;
}

function Head<T>({ column, sorting, onSort }: HeadProps<T>) {
  const name = column.head === "" ? <span className="only-heard">{column.spoken}</span> : column.head;
  if (onSort === undefined || column.sortable !== true)
    return (
      <th role="columnheader" scope="col" className={classOf(column)} style={{ width: column.width }}>
        {name}
      </th>
    );
  const way = sorting?.by === column.key ? sorting.way : undefined;
  const spoken = way === undefined ? "none" : way === "up" ? "ascending" : "descending";
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={spoken}
      className={classOf(column)}
      style={{ width: column.width }}
    >
      <button
        type="button"
        className={css.sort}
        onClick={() => onSort({ by: column.key, way: way === "up" ? "down" : "up" })}
      >
        {name}
        <SortIcon way={way ?? "none"} />
      </button>
    </th>
  );
}

function classOf<T>({ number, deskOnly }: Column<T>): string {
  return `${number === true ? css.number : ""} ${deskOnly === true ? css.deskOnly : ""}`;
}

function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
  const classes = [
    column.number === true ? css.number : "",
    column.main === true ? css.main : "",
    column.figure === true ? css.figure : "",
    column.soft === true ? css.soft : "",
    column.head === "" && column.main !== true ? css.actions : "",
    column.deskOnly === true ? css.deskOnly : "",
  ].join(" ");
  const label = column.main !== true && column.head !== "" && (
    <span className={css.label} aria-hidden="true">
      {column.head}
    </span>
  );
  if (column.main === true)
    return (
      <th role="rowheader" scope="row" className={classes}>
        {column.render(row)}
      </th>
    );
  return (
    <td role="cell" className={classes}>
      {label}
      <span className={css.value}>{column.render(row)}</span>
    </td>
  );
}

function Gap({ height, across }: { height: number; across: number }) {
  return (
    <tr role="presentation" aria-hidden="true" className={css.gap}>
      <td colSpan={across} style={{ height }} />
    </tr>
  );
}

interface PhoneSortingProps<T> {
  columns: readonly Column<T>[];
  sorting: Sorting | undefined;
  onSort: (sorting: Sorting) => void;
}

function PhoneSorting<T>({ columns, sorting, onSort }: PhoneSortingProps<T>) {
  const options = columns.flatMap((column) => [
    { value: `${column.key} up`, label: `${column.head}, first to last` },
    { value: `${column.key} down`, label: `${column.head}, last to first` },
  ]);
  const chosen = sorting === undefined ? "" : `${sorting.by} ${sorting.way}`;
  return (
    <div className={css.phoneSorting}>
      <ChoiceField
        label="Sorted by"
        name="sorting"
        value={chosen}
        options={chosen === "" ? [{ value: "", label: "–" }, ...options] : options}
        onChange={(option) => {
          const [by, way] = option.split(" ");
          if (by !== undefined && (way === "up" || way === "down")) onSort({ by, way });
        }}
      />
    </div>
  );
}
