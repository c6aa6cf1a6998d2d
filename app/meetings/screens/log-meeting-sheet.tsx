import { useMe } from "#team/screens/use-me.ts";
import { Loading } from "#lib/web/loading.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { LogMeetingForm, type Met } from "./log-meeting-form.tsx";

interface LogMeetingProps {
  /** With whom, where the page knows it. */
  person?: Met;
  /** The introduction it comes of, where the page knows it. */
  referralId?: string;
}

/** "A meeting": schedule one, or log one that is over; the sheet over a page. */
export function LogMeetingSheet({
  opened,
  onClose,
  ...known
}: LogMeetingProps & { opened: boolean; onClose: () => void }) {
  const title = known.person === undefined ? "A meeting" : `A meeting with ${known.person.label}`;
  return (
    <Sheet title={title} opened={opened} onClose={onClose}>
      <LogMeeting close={onClose} {...known} />
    </Sheet>
  );
}

/** The same without its frame. */
export function LogMeeting({ close, person, referralId }: LogMeetingProps & { close: () => void }) {
  const me = useMe();
  if (me === undefined) return <Loading />;
  return <LogMeetingForm me={me} person={person} referralId={referralId} onLogged={close} />;
}
