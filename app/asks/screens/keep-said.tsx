import type { PersonView } from "#people/person-view.ts";
import { callName } from "#people/call-name.ts";
import { useSayRight } from "#people/screens/use-source-writes.ts";
import type { StandingView } from "#people/standing-view.ts";
import type { Me } from "#team/me-view.ts";
import { Button } from "#lib/web/button.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import css from "./talk.module.css";

export interface KeepSaidProps {
  words: string;
  person: PersonView;
  standing: StandingView | undefined;
  me: Me;
}

/** What was typed as the client's words becomes what they said: the right to ask is earned with it, in one tap. */
export function KeepSaid({ words, person, standing, me }: KeepSaidProps) {
  const say = useSayRight(person.id, () => undefined);
  const name = callName(person.fullName);
  if (standing === undefined) return null;
  if (standing.right?.earned === true && standing.right.words === words)
    return <p className={css.more}>Kept as what {name} said.</p>;
  return (
    <>
      <Button busy={say.busy} onClick={() => say.send({ earned: true, words, day: me.today })}>
        {name} said: “{words}”
      </Button>
      <p className={css.more}>A tap keeps it for everybody, and every later ask begins with it.</p>
      <FormError problem={say.problem} />
    </>
  );
}
