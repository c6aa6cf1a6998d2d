import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import { languageOf, useTalkAddress } from "#asks/screens/use-talk.ts";
import { isOwed } from "#loops/duty.ts";
import type { DutyView } from "#loops/duty-view.ts";
import { callName } from "#people/call-name.ts";
import type { ReferralView } from "#referrals/referral-view.ts";
import { mayChange } from "#referrals/referral.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { SharedPagesView } from "../page-view.ts";
import { PageCard } from "./page-card.tsx";
import { TellForm } from "./tell-form.tsx";
import css from "./page-card.module.css";

/** On the page of an introduction: what its source reads of what became of it. */
export function PageOfReferral({ id }: { id: string }) {
  const me = useMe();
  const referral = useRead<ReferralView>(`/referrals/${id}`).data;
  const pages = useRead<SharedPagesView>("/shared-pages", { referral: id }).data;
  const duties = useRead<{ items: DutyView[] }>("/duties", { referral: id }).data;
  if (me === undefined || referral === undefined || pages === undefined || referral.countsFrom === null)
    return null;
  const name = callName(referral.sourceName);
  const whose = { memberId: referral.memberId, teamId: referral.memberTeamId };
  const mine = mayChange(me, whose);
  const open = pages.items.filter(({ state }) => state !== "withdrawn");
  const reports = (duties?.items ?? []).filter(
    ({ kind, sourceId, state }) =>
      (kind === "report" || kind === "report-close") && sourceId === referral.sourceId && isOwed({ state }),
  );
  const reportIds = reports.map(({ id: duty }) => duty);
  if (open.length === 0 && !mine) return null;
  return (
    <Section title={`What ${name} reads`}>
      {open.map((page) => (
        <PageCard key={page.id} page={page} me={me} referralId={id} reports={reportIds} />
      ))}
      {open.length === 0 && <Offer referral={referral} reports={reportIds} />}
    </Section>
  );
}

/** The page is made with the first thing that it tells: there is no empty one to send. */
function Offer({ referral, reports }: { referral: ReferralView; reports: readonly string[] }) {
  const [address] = useTalkAddress();
  const [telling, setTelling] = useState(false);
  const { id, askId, sourceName, contactName } = referral;
  const [source, contact] = [callName(sourceName), callName(contactName)];
  const make = { ...(askId === null ? { referralId: id } : { askId }), language: languageOf(address) };
  return (
    <Card>
      <p className={css.soft}>
        {source} can read on a page of their own, without signing in, what becomes of {contact}: as much as
        you put there.
      </p>
      <div>
        <Button onClick={() => setTelling(true)}>Tell {source} on a page</Button>
      </div>
      <Sheet
        title={`What ${source} reads of ${contactName}`}
        opened={telling}
        onClose={() => setTelling(false)}
      >
        <TellForm
          of={{ pageId: null, make, referralId: id, sourceName }}
          before={{ tells: false, told: null }}
          contactName={contactName}
          reports={reports}
          done={() => setTelling(false)}
        />
      </Sheet>
    </Card>
  );
}
