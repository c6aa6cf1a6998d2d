import type { ReactNode } from "react";
import { createElement, lazy, Suspense, useMemo } from "react";
import { Later } from "./later.tsx";
import { Loading } from "./loading.tsx";
import { useScreens } from "./screens.ts";
import type { SectionEntry } from "./sections.ts";

/**
 * What the rooms above show on this page; see sections.ts. Nothing while none of them does. `later`: it stands far down, and each
 * part is fetched and read when it comes near; see later.tsx. `seldom`: it mostly shows nothing, so nothing stands for it meanwhile.
 */
export function Parts({
  on,
  id,
  later = false,
  seldom = false,
}: {
  on: string;
  id: string;
  later?: boolean;
  seldom?: boolean;
}) {
  const { sections = [] } = useScreens();
  return sections
    .filter((entry) => entry.on === on)
    .map((entry, at) => (
      <PartFrom
        key={at}
        entry={entry}
        id={id}
        later={later ? `${on} ${id} ${at}` : null}
        meanwhile={seldom ? null : <Loading lines={2} />}
      />
    ));
}

interface PartFromProps {
  entry: SectionEntry;
  id: string;
  later: string | null;
  meanwhile: ReactNode;
}

function PartFrom({ entry, id, later, meanwhile }: PartFromProps) {
  const Part = useMemo(() => lazy(async () => ({ default: await entry.load() })), [entry]);
  const part = createElement(Part, { id });
  if (later !== null) return <Later name={later}>{part}</Later>;
  return <Suspense fallback={meanwhile}>{part}</Suspense>;
}
