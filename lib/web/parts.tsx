import type { ReactNode } from "react";
import { createElement, lazy, Suspense, useMemo } from "react";
import { AtOnce } from "./at-once.tsx";
import { Later } from "./later.tsx";
import { Loading } from "./loading.tsx";
import { useScreens } from "./screens.ts";
import type { SectionEntry } from "./sections.ts";

/**
 * What the rooms above show on this page; see sections.ts. Nothing while none of them does. They come all at once, see at-once.tsx.
 * `later`: it stands far down, and each part is fetched and read when it comes near; see later.tsx. `seldom`: it mostly shows nothing,
 * so nothing stands for it meanwhile.
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
  const name = `${on} ${id}`;
  const parts = sections
    .filter((entry) => entry.on === on)
    .map((entry, at) => (
      <PartFrom
        key={at}
        entry={entry}
        id={id}
        later={later ? `${name} ${at}` : null}
        meanwhile={seldom ? null : <Loading lines={2} />}
      />
    ));
  if (later || seldom || parts.length === 0) return parts;
  return (
    <AtOnce key={name} name={name}>
      {parts}
    </AtOnce>
  );
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
