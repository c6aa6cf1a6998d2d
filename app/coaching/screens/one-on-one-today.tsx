import { GoButton } from "#lib/web/button.tsx";
import { Card, Section } from "#lib/web/card.tsx";
import { Go } from "#lib/web/go.tsx";
import { Pill } from "#lib/web/pill.tsx";
import { callName } from "#people/call-name.ts";
import { useMe } from "#team/screens/use-me.ts";
import { isDue } from "../one-on-one.ts";
import type { DueMemberView } from "../one-on-one-view.ts";
import { DUE_TONES, dueText } from "./coaching-words.ts";
import { useDue } from "./use-coaching.ts";
import css from "./coaching.module.css";

const MOST = 3;

/** On Today: the 1:1s of this week, for both sides. Somebody who never had one is not reminded of it on their own account. */
export function OneOnOneToday() {
  const me = useMe();
  const due = useDue().data;
  if (due === undefined || me === undefined) return null;
  const mine =
    due.mine !== null && isDue(due.mine.due) && due.mine.due.standing !== "first" ? due.mine : null;
  const { people } = due;
  if (mine === null && people.length === 0) return null;
  return (
    <Section title="1:1s" aside={<Go to="/coaching">Coaching</Go>}>
      <Card>
        {mine !== null && (
          <Line one={mine} today={me.today} name={`Yours, with ${callName(mine.coachName ?? "")}`} own />
        )}
        {people.slice(0, MOST).map((each) => (
          <Line key={each.id} one={each} today={me.today} name={each.name} />
        ))}
        {people.length > MOST && (
          <p className={css.quiet}>
            <Go to="/coaching">{people.length - MOST} more are due</Go>
          </p>
        )}
      </Card>
    </Section>
  );
}

interface LineProps {
  one: DueMemberView;
  today: string;
  name: string;
  own?: boolean;
}

function Line({ one, today, name, own = false }: LineProps) {
  const isPrepared = own ? one.memberPrepared : one.coachPrepared;
  return (
    <div className={css.between}>
      <p className={css.who}>
        {name} <Pill tone={DUE_TONES[one.due.standing]}>{dueText(one.due, today)}</Pill>
      </p>
      <GoButton to={`/coaching/${one.id}`}>
        {isPrepared ? "Look at it" : "Prepare"}
        <span className="only-heard">: {name}</span>
      </GoButton>
    </div>
  );
}
