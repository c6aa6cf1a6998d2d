import { Button } from "#lib/web/button.tsx";
import type { Writing } from "#lib/web/queries.ts";
import type { MeetingOutcome } from "../meeting.ts";

/** One tap says how a meeting went. */
export function HowItWent({ record, whom }: { record: Writing<MeetingOutcome, unknown>; whom: string }) {
  const one = (outcome: MeetingOutcome, label: string, primary = false) => (
    <Button
      tone={primary ? "primary" : "plain"}
      busy={primary && record.busy}
      disabled={!primary && record.busy}
      label={`${label}: ${whom}`}
      onClick={() => record.send(outcome)}
    >
      {label}
    </Button>
  );
  return (
    <>
      {one("held", "Held", true)}
      {one("no-show", "Did not come")}
      {one("cancelled", "Cancelled")}
    </>
  );
}
