import { dayText } from "#lib/kernel/day-words.ts";
import { addDays } from "#lib/kernel/days.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { counted } from "#lib/web/words.ts";
import type { Me } from "#team/me-view.ts";
import { cameText } from "../carried.ts";
import type { CoachingPageView } from "../coaching-page-view.ts";
import { numberText, STATE_TEXTS } from "./coaching-words.ts";
import { Fact } from "./fact.tsx";
import { usePromise, useTell } from "./use-coaching.ts";
import css from "./coaching.module.css";

type Last = NonNullable<CoachingPageView["last"]>;

/** What they agreed on last time, with what came of it. */
export function LastTime({ last, page, me }: { last: Last; page: CoachingPageView; me: Me }) {
  const { agreed, people, introductions, done, rehearsed, commitment } = last;
  const skill = page.skills.find(({ key }) => key === agreed.skill)?.name ?? agreed.skill;
  return (
    <Card
      title="What came of last time"
      below={`Agreed on ${dayText(agreed.heldOn ?? "", me.today)} with ${agreed.coachName}`}
    >
      <dl className={css.facts}>
        {people.length > 0 && (
          <Fact name="Whom to ask">
            <ul className={css.lines}>
              {people.map((person) => (
                <li key={person.id}>
                  <Go to={`/people/${person.id}`}>{person.name}</Go>{" "}
                  <span className={person.came === "asked" ? css.good : css.soft}>{cameText(person)}</span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {agreed.expects !== null && (
          <Fact name="Expected">
            {counted(agreed.expects, "introduction", "introductions")}
            <span className={css.soft}>, {introductions} came since</span>
          </Fact>
        )}
        {agreed.topics !== null && (
          <Fact name="To talk about">
            <span className={css.written}>{agreed.topics}</span>
          </Fact>
        )}
        {agreed.number !== null && (
          <Fact name="One number">
            {numberText(agreed.number)}
            <span className={css.soft}>, {sinceText(done ?? 0, agreed.number.count)}</span>
          </Fact>
        )}
        {agreed.skill !== null && (
          <Fact name="One skill">
            {skill}
            <span className={css.soft}>
              , {rehearsed === 0 ? "not rehearsed since" : `rehearsed ${times(rehearsed ?? 0)} since`}
            </span>
          </Fact>
        )}
        {agreed.commitment !== null && commitment !== null && (
          <Fact name="One commitment">
            <span className={css.written}>{agreed.commitment}</span>{" "}
            <Pill
              tone={commitment.state === "kept" ? "good" : commitment.state === "missed" ? "late" : "quiet"}
            >
              {STATE_TEXTS[commitment.state]}
            </Pill>
            {commitment.week !== null && (
              <span className={css.soft}>
                {" "}
                promised for the week of{" "}
                {me.member.id === agreed.memberId ? (
                  <Go to={`/week?week=${commitment.week}`}>{dayText(commitment.week, me.today)}</Go>
                ) : (
                  dayText(commitment.week, me.today)
                )}
              </span>
            )}
          </Fact>
        )}
      </dl>
      <Commitment last={last} me={me} />
    </Card>
  );
}

/** Taken into a week of one's own; or said, where it is in none. */
function Commitment({ last: { agreed, people, commitment }, me }: { last: Last; me: Me }) {
  const promise = usePromise(agreed.id);
  const tell = useTell(agreed.id);
  if (commitment === null || commitment.week !== null) return null;
  const isOwn = me.member.id === agreed.memberId;
  const open = people.filter(({ came }) => came !== "asked").map(({ id }) => id);
  const week = (ahead: number) => () => promise.send({ week: addDays(me.today, 7 * ahead), people: open });
  return (
    <>
      <div className={css.acts}>
        {isOwn && commitment.state === "untold" && (
          <>
            <Button busy={promise.busy} onClick={week(0)}>
              Promise it for this week
            </Button>
            <Button tone="quiet" busy={promise.busy} onClick={week(1)}>
              For next week
            </Button>
          </>
        )}
        {commitment.state !== "kept" && (
          <Button tone="quiet" busy={tell.busy} onClick={() => tell.send("kept")}>
            It was kept
          </Button>
        )}
        {commitment.state === "untold" && (
          <Button tone="quiet" busy={tell.busy} onClick={() => tell.send("missed")}>
            It was missed
          </Button>
        )}
      </div>
      <FormError problem={promise.problem ?? tell.problem} />
    </>
  );
}

function sinceText(done: number, of: number): string {
  return done >= of ? `reached: ${done} since` : `${done} of ${of} since`;
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
