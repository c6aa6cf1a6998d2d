import { createElement, lazy, Suspense, useMemo } from "react";
import { Later } from "./later.tsx";
import { Loading } from "./loading.tsx";
import { useScreens } from "./screens.ts";
import type { SectionEntry } from "./sections.ts";

/**
 * What the rooms above show on this page; see sections.ts. Nothing while none of them does. `later`: it stands far down, and each
 * part is fetched and read when it comes near; see later.tsx.
 */
export function Parts({ on, id, later = false }: { on: string; id: string; later?: boolean }) {
  const { sections = [] } = useScreens();
  return sections
    .filter((entry) => entry.on === on)
    .map((entry, at) => (
      <PartFrom key={at} entry={entry} id={id} later={later ? `${on} ${id} ${at}` : null} />
    ));
}

function PartFrom({ entry, id, later }: { entry: SectionEntry; id: string; later: string | null }) {
  const Part = useMemo(() => lazy(async () => ({ default: await entry.load() })), [entry]);
  const part = createElement(Part, { id });
  if (later !== null) return <Later name={later}>{part}</Later>;
  return <Suspense fallback={<Loading lines={2} />}>{part}</Suspense>;
}
