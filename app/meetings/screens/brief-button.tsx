import { GoButton } from "#lib/web/button.tsx";
import type { MeetingView } from "../meeting-view.ts";

/** To what one wants to know on the way there. */
export function BriefButton({ meeting }: { meeting: Pick<MeetingView, "id" | "personName"> }) {
  return (
    <GoButton to={`/meetings/${meeting.id}/brief`}>
      Brief<span className="only-heard">: {meeting.personName}</span>
    </GoButton>
  );
}
