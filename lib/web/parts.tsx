import { createElement, lazy, Suspense, useMemo } from "react";
import { Loading } from "./loading.tsx";
import { useScreens } from "./screens.ts";
import type { SectionEntry } from "./sections.ts";

/** What the rooms above show on this page; see sections.ts. Nothing while none of them does. */
export function Parts({ on, id }: { on: string; id: string }) {
  const { sections = [] } = useScreens();
  return sections
    .filter((entry) => entry.on === on)
    .map((entry, at) => <PartFrom key={at} entry={entry} id={id} />);
}

function PartFrom({ entry, id }: { entry: SectionEntry; id: string }) {
  const Part = useMemo(() => lazy(async () => ({ default: await entry.load() })), [entry]);
  return <Suspense fallback={<Loading lines={2} />}>{createElement(Part, { id })}</Suspense>;
}
