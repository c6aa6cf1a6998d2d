import type { DealView } from "#deals/deal-view.ts";
import { useRead } from "#lib/web/queries.ts";
import type { MeetingView } from "#meetings/meeting-view.ts";
import { OwedOnReferral } from "./owed-on-referral.tsx";

/** On the page of a deal that is won or lost: its sources hear of it from there. */
export function OwedAfterDeal({ id }: { id: string }) {
  const { data: deal } = useRead<DealView>(`/deals/${id}`);
  if (!deal?.referralId || deal.outcome === "open") return null;
  return <OwedOnReferral id={deal.referralId} />;
}

/** On the page of a meeting that was held: its source is told how it went. */
export function OwedAfterMeeting({ id }: { id: string }) {
  const { data: meeting } = useRead<MeetingView>(`/meetings/${id}`);
  if (!meeting?.referralId || meeting.outcome !== "held") return null;
  return <OwedOnReferral id={meeting.referralId} />;
}
