import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { Suspense, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import { Loading } from "./loading.tsx";
import css from "./later.module.css";

// As far below the window as a thumb moves the page while an answer travels.
const NEAR_PX = 300;
// So long nothing was asked for: what was wanted first is there.
const AT_REST_MS = 500;

/** Drawn once, drawn at once: who comes back finds the page as long as it was, and the place where they left. */
const drawnBefore = new Set<string>();

/**
 * What stands far down a page, drawn and read when it comes near the window, or when the page is at rest: so it is there to be
 * searched, reached by keyboard and printed without holding up what is seen first. Until then it keeps some room. `name` is its
 * own among all pages'.
 */
export function Later({ name, children }: { name: string; children: ReactNode }) {
  const [drawn, setDrawn] = useState(
    () => drawnBefore.has(name) || typeof IntersectionObserver === "undefined",
  );
  const place = useRef<HTMLDivElement>(null);
  const client = useQueryClient();
  // Before the page is painted, so that what is in the window is asked for together with what stands above it.
  useLayoutEffect(() => {
    if (drawn || place.current === null) return undefined;
    const draw = () => {
      drawnBefore.add(name);
      setDrawn(true);
    };
    const here = place.current;
    if (here.getBoundingClientRect().top < innerHeight) {
      draw();
      return undefined;
    }
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) draw();
      },
      { rootMargin: `${NEAR_PX}px` },
    );
    // Not before somebody scrolls: while what stands above is on its way it is low, and all would be near.
    const begin = () => {
      if (scrollY > 0) watch.observe(here);
    };
    begin();
    addEventListener("scroll", begin, { passive: true });
    addEventListener("beforeprint", draw);
    const waitNoMore = whenAtRest(client, draw);
    return () => {
      watch.disconnect();
      removeEventListener("scroll", begin);
      removeEventListener("beforeprint", draw);
      waitNoMore();
    };
  }, [client, drawn, name]);
  if (!drawn) return <div ref={place} className={css.room} data-later />;
  return (
    <Suspense
      fallback={
        <div className={css.room}>
          <Loading lines={2} />
        </div>
      }
    >
      {children}
    </Suspense>
  );
}

function whenAtRest(client: QueryClient, then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (client.isFetching() === 0) timer = setTimeout(then, AT_REST_MS);
  };
  const leave = client.getQueryCache().subscribe(look);
  look();
  return () => {
    leave();
    clearTimeout(timer);
  };
}
