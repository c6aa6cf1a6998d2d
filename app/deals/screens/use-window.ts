import { useLayoutEffect, useState, type RefObject } from "react";

/** What of a scrolled box is in view, in its own pixels. */
export interface View {
  left: number;
  top: number;
  width: number;
  height: number;
}

const STEP = 160; // so that a scroll draws anew once in 160 pixels and not with every one

/** Follows a box that scrolls; null until it has been measured. */
export function useWindow(box: RefObject<HTMLElement | null>): View | null {
  const [view, setView] = useState<View | null>(null);
  useLayoutEffect(() => {
    const at = box.current;
    if (at === null) return undefined;
    const look = () => {
      const next = {
        left: Math.floor(at.scrollLeft / STEP) * STEP,
        top: Math.floor(at.scrollTop / STEP) * STEP,
        width: at.clientWidth + STEP,
        height: at.clientHeight + STEP,
      };
      setView((before) => (before !== null && same(before, next) ? before : next));
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(at);
    at.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      at.removeEventListener("scroll", look);
    };
  }, [box]);
  return view;
}

function same(a: View, b: View): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}
