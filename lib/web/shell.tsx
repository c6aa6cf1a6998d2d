import { Outlet, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { MouseEvent } from "react";
import { CommandDoor, CommandOpener } from "./command-door.tsx";
import { Go } from "./go.tsx";
import { useScreens } from "./screens.ts";
import { MoreIcon } from "./icons.tsx";
import { Loading } from "./loading.tsx";
import { OfflineNotice, OutboxNotice } from "./outbox-notice.tsx";
import type { NavEntry } from "./page.ts";
import { SchemeToggle } from "./scheme-toggle.tsx";
import { Sheet } from "./sheet.tsx";
import css from "./shell.module.css";

/** The frame of every page: navigation at the left of a desk, at the bottom of a phone. */
export function Shell() {
  const { name, navigation, account: Account, beside: Beside } = useScreens();
  const [sheet, setSheet] = useState<NavEntry | null>(null);
  const [more, setMore] = useState(false);
  const closeMore = () => setMore(false);
  const closeSheet = () => setSheet(null);
  const first = navigation.filter((entry) => entry.first === true);
  const rest = navigation.filter((entry) => entry.first !== true);
  return (
    <CommandDoor>
      <div className={css.frame}>
        <SkipLink />
        <nav className={css.side} aria-label="Rooms">
          <Go to="/" className={css.name}>
            {name}
          </Go>
          <CommandOpener>Search</CommandOpener>
          <Entries entries={first} onSheet={setSheet} />
          <Entries entries={rest} onSheet={setSheet} />
          <div className={css.foot}>
            <Account />
            <SchemeToggle />
          </div>
        </nav>
        <div className={css.page}>
          <OutboxNotice />
          <MainPart />
        </div>
        <nav className={css.bar} aria-label="Rooms">
          <Entries entries={first} onSheet={setSheet} />
          <button
            type="button"
            className={css.entry}
            aria-haspopup="dialog"
            aria-expanded={more}
            onClick={() => setMore(true)}
          >
            <MoreIcon />
            More
          </button>
        </nav>
      </div>
      <Sheet title="More" opened={more} onClose={closeMore}>
        <nav className={css.more} aria-label="More rooms" onClick={closeMore}>
          <CommandOpener>Search</CommandOpener>
          <Entries entries={rest} onSheet={setSheet} />
        </nav>
        <Account />
        <SchemeToggle />
      </Sheet>
      {Beside && <Beside />}
      {sheet?.sheet !== undefined && (
        <Sheet title={sheet.label} opened onClose={closeSheet}>
          <Suspense fallback={<Loading />}>
            <sheet.sheet close={closeSheet} />
          </Suspense>
        </Sheet>
      )}
    </CommandDoor>
  );
}

/** For pages seen without signing in. */
export function BareShell() {
  const { name } = useScreens();
  return (
    <div className={css.bare}>
      <OfflineNotice />
      <header className={css.name}>{name}</header>
      <MainPart />
    </div>
  );
}

/** The page itself. A page just gone to has the focus, so that the keyboard and the screen reader start there. */
function MainPart() {
  const main = useRef<HTMLElement>(null);
  const arrived = useRouterState({ select: (state): string | undefined => state.resolvedLocation?.pathname });
  const before = useRef<string | undefined>(undefined);
  useFirstTitle();
  useEffect(() => {
    if (before.current !== undefined && before.current !== arrived)
      (main.current?.querySelector("h1") ?? main.current)?.focus({ preventScroll: true });
    before.current = arrived;
  }, [arrived]);
  return (
    <main id="main" ref={main} tabIndex={-1} className={css.main}>
      <Outlet />
    </main>
  );
}

/** Before the page's own heading is there. A layout effect, so that the heading's effect has the last word. */
function useFirstTitle(): void {
  const { name, pages } = useScreens();
  const path = useRouterState({ select: (state): string | undefined => state.matches.at(-1)?.fullPath });
  useLayoutEffect(() => {
    const page = pages.find((each) => each.path === path);
    document.title = page === undefined ? name : `${page.title} · ${name}`;
  }, [path, pages, name]);
}

function SkipLink() {
  return (
    <a href="#main" className={css.skip} onClick={skip}>
      Skip to the page
    </a>
  );
}

function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

function Entries({ entries, onSheet }: { entries: readonly NavEntry[]; onSheet: (entry: NavEntry) => void }) {
  return (
    <ul className={css.entries}>
      {entries.map((entry) => (
        <li key={entry.label}>
          {entry.to === undefined ? (
            <button type="button" className={css.entry} aria-haspopup="dialog" onClick={() => onSheet(entry)}>
              <entry.icon />
              {entry.label}
            </button>
          ) : (
            <Go to={entry.to} className={css.entry}>
              <entry.icon />
              {entry.label}
            </Go>
          )}
        </li>
      ))}
    </ul>
  );
}
