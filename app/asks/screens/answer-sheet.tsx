import { useState } from "react";
import type { Me } from "#team/me-routes.ts";
import { addDays } from "#lib/kernel/days.ts";
import { DayField, LongTextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { Parts } from "#lib/web/parts.tsx";
import { useScreens } from "#lib/web/screens.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import type { AskView } from "../ask-routes.ts";
import { AfterAskContext } from "./after-ask.ts";
import { Answers } from "./answers.tsx";
import { useAnswerAsk } from "./use-ask-writes.ts";

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
      <AnswerForm ask={ask} me={me} close={onClose} />
    </Sheet>
  );
}

function AnswerForm({ ask, me, close }: Pick<AnswerSheetProps, "ask" | "me"> & { close: () => void }) {
  const { sections = [] } = useScreens();
  const [named, setNamed] = useState(false);
  const draft = useDraft({ day: me.today, note: "" });
  const answer = useAnswerAsk(ask.id, ({ outcome }) => {
    if (outcome === "named-someone" && sections.some((entry) => entry.on === "ask-named")) setNamed(true);
    else close();
  });
  const { day, note } = draft.value;
  if (named)
    return (
      <AfterAskContext value={close}>
        <Parts on="ask-named" id={ask.id} />
      </AfterAskContext>
    );
  return (
    <Form
      problem={answer.problem}
      onSubmit={() => undefined}
      actions={
        <Answers
          sourceId={ask.sourceId}
          day={day}
          today={me.today}
          busy={answer.busy}
          onSay={(said) => answer.send({ ...said, day, ...(note.trim() !== "" && { note }) })}
        />
      }
    >
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
    </Form>
  );
}
