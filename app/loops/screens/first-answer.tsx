import { lazy, Suspense, useCallback, useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { callName } from "#people/call-name.ts";
import { troubleText } from "./letter-words.ts";
import { useAnswerLetters } from "./use-letter-writes.ts";
import css from "./owed-page.module.css";

const FirstLetter = lazy(async () => ({ default: (await import("./first-letter.tsx")).FirstLetter }));

/** The reply to an introduction, drafted: to look over, and to send from here or from one's own mail program. */
export function FirstAnswer({ referralId, contactName }: { referralId: string; contactName: string }) {
  const [opened, setOpened] = useState(false);
  const say = useUndo();
  const sent = useCallback(() => {
    say(`Sent to ${contactName}.`);
    setOpened(false);
  }, [say, contactName]);
  const [last] = useAnswerLetters(referralId, sent);
  const trouble = last ? troubleText(last) : null;
  return (
    <>
      {last?.state === "failed" ? (
        <Button label={`Try again to write to ${contactName}`} onClick={() => setOpened(true)}>
          Try again
        </Button>
      ) : (
        <Button label={`Write to ${contactName}`} onClick={() => setOpened(true)}>
          Write to {callName(contactName)}
        </Button>
      )}
      {trouble !== null && (
        <p role="status" className={css.soft}>
          {trouble}
        </p>
      )}
      <Sheet title={`Your answer to ${contactName}`} opened={opened} onClose={() => setOpened(false)}>
        <Suspense fallback={<Loading />}>
          <FirstLetter referralId={referralId} last={last} />
        </Suspense>
      </Sheet>
    </>
  );
}
