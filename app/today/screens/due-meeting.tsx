import type { Day } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { useWrite } from "#lib/web/queries.ts";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { whenText } from "#lib/web/words.ts";
import type { MeetingView } from "#meetings/meeting-routes.ts";
import type { MeetingOutcome } from "#meetings/meeting.ts";

const READS = ["/meetings", "/referrals", "/timeline", "/scorecard"];
const SAID: Record<MeetingOutcome, string> = {
  held: "held",
  "no-show": "did not come",
  cancelled: "cancelled",
};

/** A meeting whose day has come and of which nobody said how it went: asked once, answered in one tap. */
export function DueMeeting({ meeting, today }: { meeting: MeetingView; today: Day }) {
  const say = useUndo();
  const path = `/meetings/${meeting.id}/outcome`;
  const takeBack = useWrite((_: null, gesture) => write("DELETE", path, undefined, gesture), {
    refresh: READS,
  });
  const record = useWrite((outcome: MeetingOutcome, gesture) => write("PUT", path, { outcome }, gesture), {
    refresh: READS,
    done: (_answer, outcome) => say(`${meeting.personName}: ${SAID[outcome]}.`, () => takeBack.sendNow(null)),
  });
  return (
    <Card
      title={<Go to={`/people/${meeting.personId}`}>{meeting.personName}</Go>}
      below={[meeting.accountName, whenText(meeting.day, today), meeting.time].filter(Boolean).join(" · ")}
      actions={
        <>
          <Button tone="primary" busy={record.busy} onClick={() => record.send("held")}>
            Held
          </Button>
          <Button disabled={record.busy} onClick={() => record.send("no-show")}>
            Did not come
          </Button>
          <Button disabled={record.busy} onClick={() => record.send("cancelled")}>
            Cancelled
          </Button>
        </>
      }
    >
      {(meeting.about ?? meeting.sourceName) && (
        <p>
          {meeting.about}
          {meeting.about && meeting.sourceName ? " · " : ""}
          {meeting.sourceName ? `introduced by ${meeting.sourceName}` : ""}
        </p>
      )}
      {record.problem && <FormError problem={record.problem} />}
    </Card>
  );
}
