import { useState } from "react";
import type { Me } from "#team/me-view.ts";
import { addDays } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { DayField, LongTextField } from "#lib/web/field.tsx";
import { useDraft, useStaysToday } from "#lib/web/form.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import type { AnsweredAsk, AskView } from "../ask-view.ts";
import { AfterAsk, useGoesOn } from "./after-ask.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { callName } from "#people/call-name.ts";
import { useAnswerAsk, useSayLogged } from "./use-ask-writes.ts";

interface AnswerSheetProps {
  ask: Pick<AskView, "id" | "sourceId" | "sourceName">;
  me: Me;
  opened: boolean;
  onClose: () => void;
}

/** What they said later, without being asked again. */
export function AnswerSheet({ ask, me, opened, onClose }: AnswerSheetProps) {
  return (
    <Sheet title={`${ask.sourceName} answered`} opened={opened} onClose={onClose}>
      <LaterAnswer ask={ask} me={me} close={onClose} />
    </Sheet>
  );
}

function LaterAnswer({ ask, me, close }: Pick<AnswerSheetProps, "ask" | "me"> & { close: () => void }) {
  const sayLogged = useSayLogged();
  const goesOn = useGoesOn();
  const [named, setNamed] = useState<AnsweredAsk | null>(null);
  const draft = useDraft({ day: me.today, note: "" });
  useStaysToday(draft.value.day, me.today, (day) => draft.set({ day }));
  const answer = useAnswerAsk(
    ask,
    (answered) => {
      if (goesOn(answered)) setNamed(answered);
      else {
        sayLogged(answered);
        close();
      }
    },
    close,
  );
  const { day, note } = draft.value;
  const [happened, setHappened] = useState(false);
  const besideAnother = answer.problem?.facts?.["rule"] !== undefined && !happened;
  if (named !== null) return <AfterAsk ask={named} close={close} />;
  return (
    <AnswerForm
      sourceId={ask.sourceId}
      name={callName(ask.sourceName)}
      day={day}
      today={me.today}
      busy={answer.busy}
      problem={happened && answer.problem?.facts ? null : answer.problem}
      onSay={(said) =>
        answer.send({ ...said, day, ...(happened && { happened }), ...(note.trim() !== "" && { note }) })
      }
    >
      {besideAnother && <Button onClick={() => setHappened(true)}>They have said so already</Button>}
      {happened && <p>It is written down nevertheless, and shows as against the rule.</p>}
      <DayField
        label="When"
        {...draft.field("day")}
        latest={me.today}
        quick={[
          { label: "Today", day: me.today },
          { label: "Yesterday", day: addDays(me.today, -1) },
        ]}
      />
      <LongTextField label="Note" lines={2} hint="Your colleagues can read it." {...draft.field("note")} />
    </AnswerForm>
  );
}
