import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Go } from "./go.tsx";
import css from "./page-tabs.module.css";

export interface PageTab {
  label: string;
  to: string;
  /** What goes along in the address: "?of=company". */
  search?: string;
}

/** The pages of one room in a row above their headings; the one that is open is kept in sight on a phone. */
export function PageTabs({ label, tabs }: { label: string; tabs: readonly PageTab[] }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const open = nearest(tabs, path);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const at = list.current?.querySelector<HTMLElement>(`[data-to="${open ?? ""}"]`);
    if (at && list.current) list.current.scrollLeft = at.offsetLeft - list.current.offsetLeft - 16;
  }, [open]);
  return (
    <nav aria-label={label} className={css.tabs}>
      <ul ref={list} className={css.list}>
        {tabs.map((tab) => (
          <li key={tab.to} data-to={tab.to}>
            <Go
              to={`${tab.to}${tab.search ?? ""}`}
              className={`${css.tab} ${tab.to === open ? css.open : ""}`}
            >
              {tab.label}
              {tab.to === open && <span className="only-heard"> (open)</span>}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Of the tabs that lead here the longest: "/programme/poll" belongs to its own tab and not to "/programme". */
function nearest(tabs: readonly PageTab[], path: string): string | undefined {
  return tabs
    .map(({ to }) => to)
    .filter((to) => path === to || path.startsWith(`${to}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}
