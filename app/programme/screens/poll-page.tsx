import { dayText } from "#lib/kernel/day-words.ts";
import { Empty } from "#lib/web/empty.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { mayLead } from "#team/member.ts";
import { useMe } from "#team/screens/use-me.ts";
import { mayAnswer } from "../poll.ts";
import { PollAnswer } from "./poll-answer.tsx";
import { OpenPoll, RunningPoll } from "./poll-open.tsx";
import { PollResults } from "./poll-results.tsx";
import { pollHeading } from "./poll-words.ts";
import { ProgrammeTabs } from "./programme-tabs.tsx";
import { usePolls } from "./use-polls.ts";
import css from "./poll.module.css";

/** What the team would rather do, and how much at ease it is with asking: answered without a name, shown to all. */
export function PollPage() {
  const me = useMe();
  const polls = usePolls();
  if (polls.problem) return <Trouble problem={polls.problem} again={polls.again} />;
  if (polls.data === undefined || me === undefined) return <Loading />;
  const { items } = polls.data;
  const open = items.find(({ state }) => state === "open");
  const [last, ...earlier] = items.filter(({ state }) => state === "ended");
  const asks = mayAnswer(me);
  const leads = mayLead(me);
  return (
    <>
      <ProgrammeTabs />
      <PageHeading
        below={open && asks && !open.answered ? "A minute, and nobody can find your answer." : BELOW}
      >
        {pollHeading(polls.data, open, asks)}
      </PageHeading>
      <div className={css.page}>
        {open && asks && !open.answered && <PollAnswer key={open.id} poll={open} />}
        {open && asks && open.answered && (
          <p className={css.plain}>
            You have answered. Results come on the day after {dayText(open.lastDay, me.today)}, if at least
            five do.
          </p>
        )}
        {open && leads && <RunningPoll key={`${open.id} ${open.lastDay}`} poll={open} today={me.today} />}
        {items.length === 0 && !leads && (
          <Empty>
            No poll yet. When a leader opens one, everybody puts five kinds of work in order, without a name.
          </Empty>
        )}
        {open === undefined && leads && <OpenPoll polls={polls.data} today={me.today} />}
        {last && <PollResults poll={last} today={me.today} />}
        {earlier.length > 0 && (
          <details className={css.more}>
            <summary>{earlier.length === 1 ? "The poll before" : `${earlier.length} polls before`}</summary>
            {earlier.map((poll) => (
              <PollResults key={poll.id} poll={poll} today={me.today} />
            ))}
          </details>
        )}
      </div>
    </>
  );
}

const BELOW = "Whoever would rather meet clients than call strangers has a reason to ask for introductions.";
