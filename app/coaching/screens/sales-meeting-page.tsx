import { useState } from "react";
import { addDays } from "#lib/kernel/days.ts";
import { Button, GoButton } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { copyText } from "#lib/web/copy.ts";
import { Empty } from "#lib/web/empty.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go, useGo, usePathPart } from "#lib/web/go.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { PageHeading } from "#lib/web/page-heading.tsx";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import { FactsSheet, type Opened } from "#scorecard/screens/facts-sheet.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { SalesMeetingView } from "../sales-meeting-view.ts";
import { totalOf } from "../sales-meeting.ts";
import { CoachingTabs } from "./coaching-tabs.tsx";
import { MeetingPaper } from "./meeting-paper.tsx";
import { MeetingPart } from "./meeting-part.tsx";
import { MeetingRoom, type Sitting } from "./meeting-room.tsx";
import { heldText, isEmptyWeek, meetingHeading, meetingWeek } from "./meeting-words.ts";
import { MinutesSheet } from "./minutes-sheet.tsx";
import { useHeldToday, useSalesMeeting, useTeamsToMeet } from "./use-sales-meeting.ts";
import css from "./sales-meeting.module.css";

/** A team's week, made ready by one press: to be shown in the room, printed, or read by whoever was away. */
export function SalesMeetingPage() {
  const me = useMe();
  const [teamId, week] = [usePathPart("teamId"), usePathPart("week")];
  const pack = useSalesMeeting(teamId, week);
  if (pack.problem) return <Trouble problem={pack.problem} again={pack.again} />;
  if (pack.data === undefined || me === undefined) return <Loading lines={8} />;
  return <Meeting key={`${teamId} ${week}`} pack={pack.data} me={me} />;
}

function Meeting({ pack, me }: { pack: SalesMeetingView; me: Me }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [inRoom, setInRoom] = useState(false);
  const [left, setLeft] = useState<Sitting | null>(null);
  const [timing, setTiming] = useState(false);
  const empty = isEmptyWeek(pack);
  const below = [
    pack.team.name,
    meetingWeek(pack, me.today),
    `${totalOf(pack.minutes, pack.parts)} minutes`,
    heldText(pack, me.today),
  ].join(" · ");
  return (
    <>
      <div className={css.screen}>
        <CoachingTabs />
        <PageHeading
          action={
            <div className={css.acts}>
              <Button tone="primary" onClick={() => setInRoom(true)}>
                {left === null ? "Open in the room" : "Back to the room"}
              </Button>
              {left !== null && (
                <Button
                  onClick={() => {
                    setLeft(null);
                    setInRoom(true);
                  }}
                >
                  From the beginning
                </Button>
              )}
              <Button onClick={() => window.print()}>Print</Button>
            </div>
          }
          below={below}
        >
          {meetingHeading(pack)}
        </PageHeading>
        <Which pack={pack} today={me.today} />
        {empty ? (
          <Empty action={<GoButton to="/week">Promise for the week ahead</GoButton>}>
            Nobody promised, asked or was introduced. A meeting that opens with names promised aloud gives the
            next one something to tell.
          </Empty>
        ) : (
          <div className={css.parts}>
            {pack.parts.map((part) => (
              <MeetingPart key={part} part={part} pack={pack} me={me} onOpen={setOpened} />
            ))}
          </div>
        )}
        <Around pack={pack} onTimes={() => setTiming(true)} />
      </div>
      <MeetingPaper pack={pack} me={me} />
      {inRoom && (
        <MeetingRoom
          pack={pack}
          me={me}
          left={left}
          onLeave={(sitting) => {
            setLeft(sitting);
            setInRoom(false);
          }}
        />
      )}
      <MinutesSheet pack={pack} opened={timing} onClose={() => setTiming(false)} />
      <FactsSheet opened={opened} me={me} onClose={() => setOpened(null)} />
    </>
  );
}

/** Which team's week, and the weeks beside it. */
function Which({ pack, today }: { pack: SalesMeetingView; today: string }) {
  const meet = useTeamsToMeet();
  const go = useGo();
  const { team, week } = pack;
  const teams = meet.data?.teams ?? [team];
  const after = addDays(week, 7);
  return (
    <nav className={css.which} aria-label="Which week">
      {teams.length > 1 && (
        <ChoiceField
          label="Team"
          name="team"
          value={team.id}
          options={[...teams, ...(teams.some(({ id }) => id === team.id) ? [] : [team])].map(
            ({ id, name }) => ({
              value: id,
              label: name,
            }),
          )}
          onChange={(id) => go(addressOf(id, week))}
        />
      )}
      <ul className={css.weeks}>
        <li>
          <Go to={addressOf(team.id, addDays(week, -7))}>The week before</Go>
        </li>
        {after <= today && (
          <li>
            <Go to={addressOf(team.id, after)}>The week after</Go>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** What is settled around the meeting: for whom it is away, how long it takes, and that it was held. */
function Around({ pack, onTimes }: { pack: SalesMeetingView; onTimes: () => void }) {
  const say = useUndo();
  const { hold, unhold } = useHeldToday(pack);
  const { awayToday, mayArrange, held, team, week } = pack;
  const copy = async () => {
    const address = `${window.location.origin}${addressOf(team.id, week)}`;
    say((await copyText(address)) ? "The address is copied." : `Copying is not allowed here: ${address}`);
  };
  return (
    <Card
      title={awayToday.length === 0 ? "For those who were away" : `Away today: ${namesOf(awayToday)}`}
      below="Whoever is in the team reads the same week at this address."
      actions={
        <>
          <Button onClick={() => void copy()}>Copy the address</Button>
          {mayArrange && <Button onClick={onTimes}>How long each part takes</Button>}
          {mayArrange && held === null && (
            <Button busy={hold.busy} onClick={() => hold.send()}>
              We met over it today
            </Button>
          )}
          {mayArrange && held !== null && (
            <Button tone="quiet" busy={unhold.busy} onClick={() => unhold.send()}>
              It was not held
            </Button>
          )}
        </>
      }
    >
      <FormError problem={hold.problem ?? unhold.problem} />
    </Card>
  );
}

function addressOf(teamId: string, day: string): string {
  return `/sales-meeting/${teamId}/${day}`;
}

function namesOf(people: readonly { name: string }[]): string {
  return people.map(({ name }) => name).join(", ");
}
