import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { AnswerLetterView } from "../first-response-view.ts";
import { sentText } from "./letter-words.ts";
import css from "./what-was-written.module.css";

/** Opens the letter as it left. `exceptOn`: the introduction on whose page that stands already. */
export function WhatWasWritten({
  letterId,
  to,
  exceptOn,
}: {
  letterId: string;
  to?: string;
  exceptOn?: string;
}) {
  const [opened, setOpened] = useState(false);
  const onItsPage = usePathPart("referralId") === exceptOn;
  if (onItsPage) return null;
  return (
    <>
      <Button
        tone="quiet"
        {...(to !== undefined && { label: `What was written to ${to}` })}
        onClick={() => setOpened(true)}
      >
        What was written
      </Button>
      <Sheet title="What was written" opened={opened} onClose={() => setOpened(false)}>
        {opened && <Written id={letterId} />}
      </Sheet>
    </>
  );
}

function Written({ id }: { id: string }) {
  const me = useMe();
  const letter = useRead<AnswerLetterView>(`/answer-letters/${id}`);
  if (letter.problem) return <Trouble problem={letter.problem} again={letter.again} />;
  if (letter.data === undefined || me === undefined) return <Loading />;
  const { memberName, subject, text, copyTo, copyFailure } = letter.data;
  return (
    <div className={css.letter}>
      <p className={css.soft}>
        {memberName}, {sentText(letter.data, me.today, me.workspace.timeZone)}
        {copyTo !== null && copyFailure === null && `; ${copyTo} in bcc`}
      </p>
      {copyFailure !== null && (
        <p>
          {copyTo} did not get theirs: {copyFailure}.
        </p>
      )}
      <p className={css.subject}>{subject}</p>
      <p className={css.text}>{text}</p>
    </div>
  );
}
