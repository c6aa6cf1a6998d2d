import { lazy, Suspense, useState } from "react";
import type { Me } from "#team/me-view.ts";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { WHY_NOT_ASKED } from "../why-not.ts";
import { useSayWhyNot } from "./use-waiting.ts";
import { WHY_NOT_WORDS } from "../why-not.ts";
import css from "./waiting.module.css";

const IssueSheet = lazy(async () => ({
  default: (await import("#people/screens/issue-sheet.tsx")).IssueSheet,
}));

interface WhyNotProps {
  path: "/plans" | "/moments";
  id: string;
  /** Who was not asked, or where. */
  name: string;
  /** Of whom or of which account an issue would be: "/people/…". */
  issueOf: string;
  me: Me;
  onDone?: () => void;
}

/**
 * Five reasons, one tap each. Whoever is unhappy can be protected in the next: that is offered first, because what is let go
 * leaves the page, and would take the offer with it.
 */
export function WhyNot({ path, id, name, issueOf, me, onDone }: WhyNotProps) {
  const [raising, setRaising] = useState(false);
  const why = useSayWhyNot(path, { id, name }, onDone);
  const close = () => {
    setRaising(false);
    why.send("unhappy");
  };
  return (
    <div>
      <p className={css.soft}>Why not?</p>
      <div className={css.chips} role="group" aria-label={`Why was ${name} not asked?`}>
        {WHY_NOT_ASKED.map((each) => (
          <button
            key={each}
            type="button"
            className={css.chip}
            disabled={why.busy}
            onClick={() => (each === "unhappy" ? setRaising(true) : why.send(each))}
          >
            {WHY_NOT_WORDS[each]}
          </button>
        ))}
      </div>
      <FormError problem={why.problem} />
      <Sheet title="What is wrong?" opened={raising} onClose={close}>
        <p className={css.soft}>Raise it, and nobody there is asked until it is settled.</p>
        <Suspense fallback={<Loading />}>
          <IssueSheet path={issueOf} issues={[]} holderIds={[]} me={me} onDone={close} />
        </Suspense>
      </Sheet>
    </div>
  );
}
