import { lazy, Suspense, useState } from "react";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { mayChangeScenario } from "../own-library.ts";
import type { ScenarioView } from "../practice-view.ts";
import { useRetire } from "./use-practice-writes.ts";

const ScenarioForm = lazy(async () => ({ default: (await import("./scenario-form.tsx")).ScenarioForm }));

/** What whoever may changes about a scenario. */
export function ScenarioAside({ scenario }: { scenario: ScenarioView }) {
  const me = useMe();
  const [changing, setChanging] = useState(false);
  const retire = useRetire("scenario", scenario.key);
  if (me === undefined || !mayChangeScenario(me, scenario.authorId)) return null;
  const isRetired = scenario.retiredOn !== null;
  return (
    <>
      <ActionMenu
        actions={[
          { label: "Change its words", run: () => setChanging(true) },
          {
            label: isRetired ? "Offer it again" : "Offer it no more",
            run: () => retire.send(!isRetired),
          },
        ]}
      >
        Change
      </ActionMenu>
      <Sheet title={scenario.name} opened={changing} onClose={() => setChanging(false)}>
        <Suspense fallback={<Loading lines={3} />}>
          {changing && <ScenarioForm scenario={scenario} onDone={() => setChanging(false)} />}
        </Suspense>
      </Sheet>
    </>
  );
}
