import { useEffect, useRef } from "react";
import type { PrompterLook } from "./use-notes.ts";
import css from "./mirror.module.css";

interface PrompterProps {
  notes: string;
  look: PrompterLook;
  rolls: boolean;
  /** The last line has been read. */
  onEnd: () => void;
}

/** Notes to read from at arm's length, near the camera, that roll by themselves or by hand. */
export function Prompter({ notes, look, rolls, onEnd }: PrompterProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.style.setProperty("--letters", `${look.size}px`);
  }, [look.size]);
  useEffect(() => {
    const { current } = place;
    if (!rolls || current === null) return undefined;
    let frame = 0;
    let before: number | undefined;
    // A browser rounds what it is told; what is left of a pixel waits for the next time.
    let at = current.scrollTop;
    const roll = (now: number) => {
      if (Math.abs(current.scrollTop - at) > 2) at = current.scrollTop;
      at += (look.speed * (now - (before ?? now))) / 1_000;
      before = now;
      current.scrollTop = at;
      if (at >= current.scrollHeight - current.clientHeight) return onEnd();
      frame = requestAnimationFrame(roll);
    };
    frame = requestAnimationFrame(roll);
    return () => cancelAnimationFrame(frame);
  }, [rolls, look.speed, onEnd]);
  return (
    // Can be scrolled by keys, too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={place} className={css.prompter} role="region" aria-label="Notes" tabIndex={0}>
      {notes.split(/\n+/).map((line, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <p key={at}>{line}</p>
      ))}
    </div>
  );
}
