import { lazy, Suspense, useState } from "react";
import { systemClock } from "#lib/kernel/clock.ts";
import { Sheet } from "./sheet.tsx";
import { questionOf } from "./outbox.ts";
import type { Round } from "./outbox-sender.ts";
import { useOnline } from "./network.ts";
import { useOutbox, useSender } from "./use-outbox.ts";
import { useUndo } from "./undo-toast.tsx";
import { capital, counted } from "./words.ts";
import css from "./states.module.css";

const OutboxList = lazy(async () => ({ default: (await import("./outbox-list.tsx")).OutboxList }));

/** A line above the page while the device has no network, or while something written on it has not gone out. */
export function OutboxNotice() {
  const [opened, setOpened] = useState(false);
  const say = useUndo();
  useSender((round) => sayOf(round, say));
  const online = useOnline();
  const kept = useOutbox().filter((each) => each.waits || each.refusal);
  const questions = kept.filter((each) => questionOf(each, systemClock.now().getTime()) !== null).length;
  const close = () => setOpened(false);
  return (
    <>
      <div role="status">
        {(!online || kept.length > 0) && (
          <p className={css.offline}>
            {!online && <OfflineWords />}{" "}
            {kept.length > 0 && (
              <button type="button" className={css.look} onClick={() => setOpened(true)}>
                {questions > 0
                  ? `${capital(counted(questions, "note was", "notes were"))} not taken: look`
                  : `${capital(counted(kept.length, "note waits", "notes wait"))} on this device`}
              </button>
            )}
          </p>
        )}
      </div>
      <Sheet title="Not sent yet" opened={opened} onClose={close}>
        <Suspense fallback={null}>
          <OutboxList kept={kept} close={close} />
        </Suspense>
      </Sheet>
    </>
  );
}

/** For pages seen without signing in. */
export function OfflineNotice() {
  const online = useOnline();
  return <div role="status">{!online && <p className={css.offline}>No connection.</p>}</div>;
}

function OfflineWords() {
  return (
    <>
      No connection. What is kept to be sent later says so, and goes out by itself; anything else you send
      again.
    </>
  );
}

function sayOf({ sent, refused }: Round, say: (said: string) => void): void {
  if (refused.length > 0) say(`${capital(counted(refused.length, "note was", "notes were"))} not taken.`);
  else if (sent.length === 1) say(`Sent: ${sent[0]?.words}`);
  else if (sent.length > 1) say(`${capital(counted(sent.length, "note has", "notes have"))} gone out.`);
}
