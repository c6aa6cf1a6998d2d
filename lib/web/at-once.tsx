import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Loading, LOADING } from "./loading.tsx";
import css from "./at-once.module.css";

// Long enough for a page from near by; on a slow line what is there already is worth more than that nothing moves.
const PATIENCE_MS = 2_000;
// What was read leads to what is read next only after a drawing.
const QUIET_FRAMES = 3;

/** Stood once, shown at once: who comes back finds the page as long as it was, and the place where they left. */
const stoodBefore = new Set<string>();

/**
 * Shows what is inside when all of it has come, so that nothing moves under the finger that is about to press it. Until then calm
 * lines stand for it, two seconds at most. `name` is its own among all pages'.
 */
export function AtOnce({ name, children }: { name: string; children: ReactNode }) {
  const [stands, setStands] = useState(() => stoodBefore.has(name));
  const place = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  useEffect(() => {
    if (stands) return undefined;
    const show = () => {
      stoodBefore.add(name);
      setStands(true);
    };
    let quiet = 0;
    let frame = 0;
    const look = () => {
      const reading = client.isFetching({ predicate: ({ state }) => state.data === undefined }) > 0;
      const coming = reading || place.current?.querySelector(LOADING) !== null;
      quiet = coming ? 0 : quiet + 1;
      if (quiet === QUIET_FRAMES) show();
      else frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    const patience = setTimeout(show, PATIENCE_MS);
    addEventListener("beforeprint", show);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(patience);
      removeEventListener("beforeprint", show);
    };
  }, [client, name, stands]);
  return (
    <>
      {!stands && <Loading lines={4} />}
      <div ref={place} className={stands ? css.shown : css.coming}>
        {children}
      </div>
    </>
  );
}
