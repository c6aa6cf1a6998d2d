import { useState } from "react";
import type { Page } from "#lib/kernel/page.ts";
import { Column, Section } from "#lib/web/card.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { useRead } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import type { AskLine } from "#asks/ask-view.ts";
import { LogAskSheet } from "#asks/screens/log-ask-sheet.tsx";
import type { MeetingView } from "#meetings/meeting-routes.ts";
import type { ReferralView } from "#referrals/referral-routes.ts";
import type { Me } from "#team/me-routes.ts";
import { useMe } from "#team/screens/use-me.ts";
import { DemoProgress } from "./demo-progress.tsx";
import { DueMeeting } from "./due-meeting.tsx";
import { NewIntroduction } from "./new-introduction.tsx";
import { ReturnedAsk } from "./returned-ask.tsx";
import { headingFor } from "./today-words.ts";
import css from "./today-page.module.css";

/** Work never piles up: of each kind only the most urgent few are shown, and the next ones when these are done. */
const AT_MOST = 3;

/** The one screen a rep opens, and closes again. */
export function TodayPage() {
  const me = useMe();
  return me === undefined ? <Loading /> : <Today me={me} />;
}

function Today({ me }: { me: Me }) {
  const mine = { member: me.member.id, limit: AT_MOST + 1 };
  const introductions = useRead<Page<ReferralView>>("/referrals", { ...mine, unanswered: true });
  const returned = useRead<Page<AskLine>>("/asks", { ...mine, returning: true });
  const meetings = useRead<Page<MeetingView>>("/meetings", { ...mine, stage: "due" });
  const readings = [introductions, returned, meetings];
  const failed = readings.find((reading) => reading.problem);
  if (failed?.problem)
    return <Trouble problem={failed.problem} again={() => readings.forEach((each) => each.again())} />;
  if (!introductions.data || !returned.data || !meetings.data) return <Loading />;

  const few = <T,>(page: Page<T>) => page.items.slice(0, AT_MOST);
  const left = [introductions.data, returned.data, meetings.data].reduce(
    (sum, page) => sum + few<unknown>(page).length,
    0,
  );
  const more = readings.some((reading) => (reading.data?.items.length ?? 0) > AT_MOST);
  return (
    <Column>
      <PageHeading>{headingFor(left, more)}</PageHeading>
      <LogBar />
      {me.workspace.story === "demo" && <DemoProgress />}
      {introductions.data.items.length > 0 && (
        <Section title="Answer today">
          {few(introductions.data).map((referral) => (
            <NewIntroduction key={referral.id} referral={referral} today={me.today} />
          ))}
        </Section>
      )}
      {returned.data.items.length > 0 && (
        <Section title="They said: ask me later">
          {few(returned.data).map((ask) => (
            <ReturnedAsk key={ask.id} ask={ask} today={me.today} />
          ))}
        </Section>
      )}
      {meetings.data.items.length > 0 && (
        <Section title="Did it take place?">
          {few(meetings.data).map((meeting) => (
            <DueMeeting key={meeting.id} meeting={meeting} today={me.today} />
          ))}
        </Section>
      )}
      <p className={css.end}>
        {left > 0 ? "After these, close the laptop." : "Nothing waits for you. Go and talk to somebody."}
      </p>
    </Column>
  );
}

/** Looks like a line to type in; opens the sheet that logs an ask. */
function LogBar() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" className={css.bar} onClick={() => setOpened(true)}>
        <span>I asked … for an introduction</span>
        <span className={css.plus} aria-hidden="true">
          +
        </span>
      </button>
      <LogAskSheet opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
