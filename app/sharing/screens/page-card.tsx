import { useState } from "react";
import { mailAddress } from "#lib/kernel/mail-address.ts";
import { Button, LinkButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { copyText } from "#lib/web/copy.ts";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { callName } from "#people/call-name.ts";
import type { WritingView } from "#people/consent-view.ts";
import type { PersonView } from "#people/person-view.ts";
import { useRead } from "#lib/web/queries.ts";
import type { Me } from "#team/me-view.ts";
import { pageLanguage } from "../languages/page-languages.ts";
import type { SharedPageView } from "../page-view.ts";
import { OPEN_DAYS } from "../shared-page.ts";
import { saidText, stateText } from "./page-words.ts";
import { TellForm } from "./tell-form.tsx";
import { useOpenAgain, useOpenLonger, useWithdraw } from "./use-page-writes.ts";
import css from "./page-card.module.css";

interface PageCardProps {
  page: SharedPageView;
  me: Me;
  /** Only what it tells of this introduction. */
  referralId?: string;
  /** Reports to the source of that introduction that are open, which telling settles. */
  reports?: readonly string[];
}

const NO_REPORTS: readonly string[] = [];

/** A source's page as the rep sees it: the link to send, what was said on it, and what it tells. */
export function PageCard({ page, me, referralId, reports = NO_REPORTS }: PageCardProps) {
  const came = page.became.filter(
    (each) => each.introducedOn !== null && (referralId === undefined || each.referralId === referralId),
  );
  const says = page.asked !== null || page.became.some(({ tells }) => tells);
  return (
    <Card>
      <p className={css.state}>{stateText(page, me.today)}</p>
      <Said page={page} me={me} />
      {page.link !== null && page.state === "open" && says && <LinkToSend page={page} link={page.link} />}
      {page.state !== "withdrawn" &&
        came.map((each) => <Tells key={each.referralId} page={page} came={each} reports={reports} />)}
      {page.link !== null && <Steps page={page} />}
    </Card>
  );
}

function Tells({
  page,
  came,
  reports,
}: {
  page: SharedPageView;
  came: SharedPageView["became"][number];
  reports: readonly string[];
}) {
  const [telling, setTelling] = useState(false);
  const { referralId, contactName, tells, told } = came;
  const name = callName(page.sourceName);
  const of = { pageId: page.id, make: { language: page.language }, referralId, sourceName: page.sourceName };
  return (
    <div className={css.tells}>
      <p className={css.soft}>
        {tells ? `${name} reads how far it is with ${contactName}` : `Nothing of ${contactName} stands there`}
        {told === null ? "." : ", and: "}
        {told !== null && <q>{told}</q>}
      </p>
      {page.link !== null && (
        <Button onClick={() => setTelling(true)} label={`Tell what became of ${contactName}`}>
          {tells ? "Change it" : `Tell what became of ${callName(contactName)}`}
        </Button>
      )}
      <Sheet
        title={`What ${name} reads of ${contactName}`}
        opened={telling}
        onClose={() => setTelling(false)}
      >
        <TellForm
          of={of}
          before={{ tells, told }}
          contactName={contactName}
          reports={reports}
          done={() => setTelling(false)}
        />
      </Sheet>
    </div>
  );
}

function Said({ page, me }: { page: SharedPageView; me: Me }) {
  if (page.said.length === 0) return null;
  return (
    <ul className={css.lines}>
      {page.said.map((said) => (
        <li key={said.id} className={said.takenBack ? css.gone : undefined}>
          “{saidText(said, me.today)}”{said.takenBack && ", taken back"}
          {said.words !== null && <q className={css.words}>{said.words}</q>}
          {said.referralId !== null && !said.takenBack && (
            <>
              {" "}
              <Go to={`/referrals/${said.referralId}`}>Open</Go>
            </>
          )}
          {said.trouble !== null && !said.takenBack && (
            <span className={css.trouble}>Not written down by itself: {said.trouble}.</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The link, to copy or to put into a letter of one's own. */
export function LinkToSend({ page, link }: { page: SharedPageView; link: string }) {
  const [copied, setCopied] = useState<"not yet" | "copied" | "refused">("not yet");
  const person = useRead<PersonView>(`/people/${page.sourceId}`).data;
  const writing = useRead<WritingView>(`/people/${page.sourceId}/writing`).data;
  const { draft } = pageLanguage(page.language);
  const names = { rep: page.memberName, source: page.sourceName, workspace: "" };
  const email = person?.emails[0];
  const copy = async () => setCopied((await copyText(link)) ? "copied" : "refused");
  return (
    <>
      <code className={css.link}>{link}</code>
      <div className={css.acts}>
        <Button tone="primary" onClick={() => void copy()}>
          {copied === "copied" ? "Copied ✓" : "Copy the link"}
        </Button>
        {writing?.stop === null && (
          <LinkButton
            href={mailAddress(email === undefined ? [] : [email], page.subject, draft.letter(names, link))}
          >
            Open in my mail program
          </LinkButton>
        )}
        <LinkButton href={link} tone="quiet" elsewhere>
          See it as {callName(page.sourceName)} does
        </LinkButton>
      </div>
      {writing?.stop && (
        <p className={css.soft}>
          {callName(page.sourceName)} wants no e-mail from us: hand the link over in another way.
        </p>
      )}
      <p role="status" className={css.soft}>
        {copied === "refused" && "This browser does not let us copy. Mark the link and copy it by hand."}
      </p>
    </>
  );
}

function Steps({ page }: { page: SharedPageView }) {
  const longer = useOpenLonger(page);
  const withdraw = useWithdraw(page);
  const again = useOpenAgain(page);
  return (
    <>
      <FormError problem={longer.problem ?? withdraw.problem ?? again.problem} />
      <div className={css.acts}>
        {page.state === "expired" && (
          <Button busy={longer.busy} onClick={() => longer.send(OPEN_DAYS)}>
            Open it for {OPEN_DAYS} days more
          </Button>
        )}
        {page.state === "withdrawn" ? (
          <Button busy={again.busy} onClick={() => again.send()}>
            Open it again
          </Button>
        ) : (
          <Button tone="quiet" busy={withdraw.busy} onClick={() => withdraw.send()}>
            Withdraw the page
          </Button>
        )}
      </div>
    </>
  );
}
