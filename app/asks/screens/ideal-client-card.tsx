import { useState } from "react";
import { ActionMenu } from "#lib/web/action-menu.tsx";
import { Card, Quote } from "#lib/web/card.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Sheet } from "#lib/web/sheet.tsx";
import { capital } from "#lib/web/words.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Me } from "#team/me-view.ts";
import type { IdealClientView } from "../ideal-client-view.ts";
import { mayDraw } from "../ideal-client.ts";
import { ChangeIdealClient } from "./ideal-client-form.tsx";
import { whoseText } from "./picture-words.ts";
import { useRetireIdealClient } from "./use-picture-writes.ts";
import css from "./pictures.module.css";

/** One picture of whom to meet, as one would tell it. */
export function IdealClientCard({ picture, me }: { picture: IdealClientView; me: Me }) {
  const [changing, setChanging] = useState(false);
  const retire = useRetireIdealClient(picture);
  const retired = picture.retiredOn !== null;
  const close = () => setChanging(false);
  const actions = [
    { label: "Change", run: () => setChanging(true) },
    retired
      ? { label: "Bring back", run: () => retire.send(false) }
      : { label: "Retire", run: () => retire.send(true) },
  ];
  return (
    <Card
      title={picture.name}
      below={[capital(whoseText(picture, me)), retiredText(picture, me)].filter(Boolean).join(" · ")}
      aside={
        mayDraw(me, picture) && (
          <ActionMenu label={`More for ${picture.name}`} actions={actions}>
            …
          </ActionMenu>
        )
      }
    >
      <Features picture={picture} />
      {picture.says !== null && <Quote>{picture.says}</Quote>}
      <FormError problem={retire.problem} />
      <Sheet title={picture.name} opened={changing} onClose={close}>
        <ChangeIdealClient picture={picture} onChanged={close} />
      </Sheet>
    </Card>
  );
}

function Features({ picture }: { picture: IdealClientView }) {
  const lines = [
    { head: "Level", said: picture.level },
    { head: "Company", said: picture.company },
    { head: "Industry", said: picture.industry },
    { head: "Situation", said: picture.situation },
    { head: "Not", said: picture.notWho },
  ].filter(({ said }) => said !== null);
  if (lines.length === 0) return null;
  return (
    <dl className={css.features}>
      {lines.map(({ head, said }) => (
        <div key={head} className={css.feature}>
          <dt>{head}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}

function retiredText({ retiredOn, retiredBy }: IdealClientView, me: Me): string | null {
  return retiredOn === null ? null : `retired ${dayText(retiredOn, me.today)} by ${retiredBy}`;
}
