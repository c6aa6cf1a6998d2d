import { lazy, Suspense, useState } from "react";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { write } from "#lib/web/api.ts";
import { Loading } from "#lib/web/loading.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { useMe } from "#team/screens/use-me.ts";
import { mayChangeScenario } from "../own-library.ts";
import type { ScenarioView } from "../practice-view.ts";
import { LIBRARY_READS } from "./use-practice-writes.ts";

const ScenarioForm = lazy(async () => ({ default: (await import("./scenario-form.tsx")).ScenarioForm }));

/** What whoever may changes about a scenario. */
export function ScenarioAside({ scenario }: { scenario: ScenarioView }) {
  const me = useMe();
  const say = useUndo();
  const [changing, setChanging] = useState(false);
  const path = `/practice-scenarios/${scenario.key}/retired`;
  const retire = useWrite(
    (retired: boolean, gesture) =>
      retired ? write("PUT", path, {}, gesture) : write("DELETE", path, undefined, gesture),
    {
      refresh: LIBRARY_READS,
      done: (_, retired) =>
        say(retired ? "It is offered no more." : "It is offered again.", () => retire.sendNow(!retired)),
    },
  );
  if (me === undefined || !mayChangeScenario(me, scenario.origin === "own" ? scenario.byId : null))
    return null;
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
