import { Suspense, createContext, lazy, use, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { isWriting } from "./keys.ts";
import { fetchReaders } from "./readers.ts";
import { useScreens } from "./screens.ts";
import css from "./command-bar.module.css";

const fetchBar = async () => ({ default: (await import("./command-bar.tsx")).CommandBar });
const CommandBar = lazy(fetchBar);
const FETCHED_AFTER_MS = 3000;

const OpenContext = createContext<() => void>(() => undefined);

/** Opens the command bar. */
export function useCommandBar(): () => void {
  return use(OpenContext);
}

/** Keeps the command bar ready: "/" or Ctrl+K opens it wherever nobody is writing. */
export function CommandDoor({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  const { commands } = useScreens();
  const open = useMemo(() => () => setOpened(true), []);
  // So that it is there at once when it is wanted, also when the network has gone by then.
  useEffect(() => {
    const fetchAll = () => {
      void fetchBar().catch(() => undefined);
      void fetchReaders(commands);
    };
    const timer = setTimeout(fetchAll, FETCHED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [commands]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const slash =
        event.key === "/" && !isWriting(event) && !event.ctrlKey && !event.metaKey && !event.altKey;
      const k = event.key === "k" && (event.ctrlKey || event.metaKey);
      if (!slash && !k) return;
      event.preventDefault();
      open();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [open]);
  return (
    <OpenContext value={open}>
      {children}
      {opened && (
        <Suspense>
          <CommandBar onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </OpenContext>
  );
}

/** Looks like a text field, opens the command bar. */
export function CommandOpener({ children }: { children: ReactNode }) {
  const open = useCommandBar();
  return (
    <button type="button" className={css.opener} aria-haspopup="dialog" aria-keyshortcuts="/" onClick={open}>
      {children}
      <kbd className={css.key} aria-hidden="true">
        /
      </kbd>
    </button>
  );
}
