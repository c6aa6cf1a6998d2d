import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { PraiseList } from "./praise-list.tsx";
import { usePraisable } from "./use-praise.ts";

/** Beside what happened: where a colleague did something, they can be praised for it. */
export function PraiseHere({ id }: { id: string }) {
  const [opened, setOpened] = useState(false);
  const me = useMe();
  const items = usePraisable({ of: id }).data?.items ?? [];
  if (me === undefined || items.length === 0) return null;
  return (
    <>
      <Button tone="quiet" onClick={() => setOpened(true)}>
        Praise a colleague
      </Button>
      <Sheet title="For what?" opened={opened} onClose={() => setOpened(false)}>
        <PraiseList items={items} me={me} done={() => setOpened(false)} />
      </Sheet>
    </>
  );
}
