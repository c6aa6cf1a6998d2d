import { useState } from "react";
import { Button } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { useRead } from "#lib/web/queries.ts";
import { languageOf, useTalkAddress } from "#asks/screens/use-talk.ts";
import { isOwed } from "#loops/duty.ts";
import type { DutyView } from "#loops/duty-view.ts";
import { callName } from "#people/call-name.ts";
import type { ReferralView } from "#referrals/referral-view.ts";
import { mayChange } from "#referrals/referral.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { SharedPagesView } from "../page-view.ts";
import { PageCard } from "./page-card.tsx";
import { useMakePage } from "./use-page-writes.ts";
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
  if (open.length === 0 && !mine) return null;
  return (
    <Section title={`What ${name} reads`}>
      {open.map((page) => (
        <PageCard key={page.id} page={page} me={me} reports={reports.map(({ id: duty }) => duty)} />
      ))}
      {open.length === 0 && <Offer referral={referral} name={name} />}
    </Section>
  );
}

function Offer({ referral, name }: { referral: ReferralView; name: string }) {
  const [address] = useTalkAddress();
  const [made, setMade] = useState(false);
  const make = useMakePage(() => setMade(true));
  return (
    <Card>
      <p className={css.soft}>
        {name} has no page of their own yet. Make one, and tell there what becomes of {referral.contactName}.
      </p>
      <FormError problem={make.problem} />
      <div>
        <Button
          busy={make.busy || made}
          onClick={() =>
            make.send({
              ...(referral.askId === null ? { referralId: referral.id } : { askId: referral.askId }),
              language: languageOf(address),
            })
          }
        >
          Make {name} a page
        </Button>
      </div>
    </Card>
  );
}
