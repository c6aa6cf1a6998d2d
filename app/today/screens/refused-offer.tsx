import { lazy, Suspense } from "react";
import type { Me } from "#team/me-view.ts";
import { Loading } from "#lib/web/loading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { callName } from "#people/call-name.ts";
import type { SuggestionView } from "../suggestion-view.ts";

const Inside = lazy(async () => ({
  default: (await import("./refused-offer-sheet.tsx")).RefusedOfferSheet,
}));

/** After "not a source" and "they are unhappy": what would keep everybody from asking, to be said or left. */
export function RefusedOffer({
  refused,
  me,
  onClose,
}: {
  refused: SuggestionView | null;
  me: Me;
  onClose: () => void;
}) {
  const offer = refused?.offer ?? null;
  const name = callName(refused?.personName ?? "");
  return (
    <Sheet
      title={offer === "serious-issue" ? `What is ${name} unhappy about?` : `Shall nobody ask ${name}?`}
      opened={offer !== null}
      onClose={onClose}
    >
      {refused !== null && (
        <Suspense fallback={<Loading />}>
          <Inside refused={refused} me={me} onDone={onClose} />
        </Suspense>
      )}
    </Sheet>
  );
}
