import type { PlanView } from "#asks/plan-view.ts";
import { asPlanned, languageOf, orIn, useTalk } from "#asks/screens/use-talk.ts";
import { talkTrack, textOf } from "#asks/talk-track.ts";
import type { Page } from "#lib/kernel/page.ts";
import { Button } from "#lib/web/button.tsx";
import { useRead } from "#lib/web/queries.ts";
import type { PersonView } from "#people/person-view.ts";
import type { Me } from "#team/me-view.ts";

/** Loads the words of the rep's own next ask as notes; nothing where none is planned. */
export function NextAskNotes({ me, onLoad }: { me: Me; onLoad: (notes: string) => void }) {
  const plans = useRead<Page<PlanView>>("/plans", { member: me.member.id, state: "planned", limit: 20 });
  const next = plans.data?.items.toSorted((one, other) => one.week.localeCompare(other.week))[0];
  const person = useRead<PersonView>(next && `/people/${next.personId}`).data;
  if (next === undefined || person === undefined) return null;
  return <TalkOf plan={next} person={person} me={me} onLoad={onLoad} />;
}

function TalkOf({
  plan,
  person,
  me,
  onLoad,
}: {
  plan: PlanView;
  person: PersonView;
  me: Me;
  onLoad: (notes: string) => void;
}) {
  const { moment } = plan;
  const address = asPlanned(
    { moment, language: undefined, picture: "", reason: "", target: "", plan: plan.id },
    plan,
  );
  const { choices, facts } = useTalk(person, me, address);
  const load = () => {
    if (choices === undefined) return;
    const or = orIn(languageOf(address));
    onLoad(textOf(talkTrack({ moment, choices, facts, or, edits: plan.talk })));
  };
  return (
    <Button onClick={load} disabled={choices === undefined}>
      Load what I will say to {person.fullName}
    </Button>
  );
}
