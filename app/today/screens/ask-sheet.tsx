import { lazy, Suspense, useState } from "react";
import type { Asked } from "#asks/screens/log-ask-form.tsx";

const Sheet = lazy(async () => ({
  default: (await import("#asks/screens/log-ask-sheet.tsx")).LogAskSheet,
}));

/** The sheet that logs an ask, fetched when it is first opened. */
export function AskSheet(props: { opened: boolean; onClose: () => void; source?: Asked }) {
  const [wanted, setWanted] = useState(false);
  if (props.opened && !wanted) setWanted(true);
  return (
    wanted && (
      <Suspense fallback={null}>
        <Sheet {...props} />
      </Suspense>
    )
  );
}
