import { useState } from "react";
import { asProblem, write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { Form } from "#lib/web/form.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useReadAll, useWrite } from "#lib/web/queries.ts";
import { Sheet } from "#lib/web/sheet.tsx";
import type { MemberView } from "#team/member-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import { MOST_TAKE_BYTES, SHARED_DAYS, sizeOf } from "../take.ts";
import type { TakeView } from "../take-view.ts";
import { SharedSoFar } from "./shared-so-far.tsx";
import { sendTake } from "./take-sending.ts";
import { changeTake, fileOf, type DeviceTake } from "./take-shelf.ts";
import { TAKE_READS } from "./use-takes.ts";
import css from "./mirror.module.css";

interface ShareTakeProps {
  take: DeviceTake;
  opened: boolean;
  onClose: () => void;
}

/** Who may see one take, for how long, and how far it has come. */
export function ShareTake({ take, opened, onClose }: ShareTakeProps) {
  return (
    <Sheet
      title={take.sharedId === null ? "Share this take" : "Who sees this take"}
      opened={opened}
      onClose={onClose}
    >
      {take.bytes > MOST_TAKE_BYTES ? (
        <p>
          This take has {sizeOf(take.bytes)}, and {sizeOf(MOST_TAKE_BYTES)} can be shared. Record a shorter
          one; this one stays on your device.
        </p>
      ) : take.sharedId === null ? (
        <Choose take={take} />
      ) : (
        <SharedSoFar take={take} id={take.sharedId} />
      )}
    </Sheet>
  );
}

function Choose({ take }: { take: DeviceTake }) {
  const me = useMe();
  const members = useReadAll<MemberView>("/members", { state: "here" });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [days, setDays] = useState<string>(String(SHARED_DAYS.usual));
  const begin = useWrite(
    async (wanted: { viewerIds: readonly string[]; keepDays: number }, gesture) => {
      const { sessionId, scenarioName, heard, seconds } = take;
      const file = await fileOf(take);
      const type = take.type.replaceAll(/\s/g, "");
      const what = { scenarioName, heard, type, seconds: Math.round(seconds), bytes: file.size, ...wanted };
      const send = async (of: string | null, as: string) =>
        await write<TakeView>("POST", "/practice-takes", { ...what, sessionId: of }, as);
      try {
        return await send(sessionId, gesture);
      } catch (thrown) {
        if (sessionId === null || asProblem(thrown).kind !== "not-found") throw thrown;
        // The rehearsal was taken back elsewhere, or never arrived: the take is shared without it.
        const shared = await send(null, `${gesture}-alone`);
        await changeTake(take.id, { sessionId: null });
        return shared;
      }
    },
    {
      refresh: TAKE_READS,
      done: ({ id, received }) => {
        void changeTake(take.id, { sharedId: id });
        void sendTake(take, id, received);
      },
    },
  );
  if (me === undefined || members.data === undefined) return <Loading />;
  const others = members.data.filter(({ id }) => id !== me.member.id);
  const none = chosen.length === 0;
  return (
    <Form
      problem={begin.problem}
      onSubmit={() => begin.send({ viewerIds: chosen, keepDays: Number(days) })}
      actions={
        <Button submit tone="primary" busy={begin.busy} disabled={none}>
          Share {sizeOf(take.bytes)}
        </Button>
      }
    >
      <p className={css.soft}>
        Only those you choose see it: no manager, no leader besides. It lies encrypted on the server and is
        gone the moment you withdraw it.
        {take.sessionId === null
          ? " Once you score it, they are asked for their yes and no beside yours."
          : " They are asked for their yes and no beside yours."}
      </p>
      <fieldset className={css.choices}>
        <legend>Who may see it</legend>
        {others.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name}
            name="viewerIds"
            value={chosen.includes(id)}
            onChange={(yes) => setChosen(yes ? [...chosen, id] : chosen.filter((each) => each !== id))}
          />
        ))}
        {others.length === 0 && (
          <p className={css.soft}>Nobody else is here yet. A leader invites them under Team.</p>
        )}
      </fieldset>
      <ChoiceField
        label="Until"
        name="keepDays"
        value={days}
        onChange={setDays}
        options={[7, SHARED_DAYS.usual, SHARED_DAYS.most].map((each) => ({
          value: String(each),
          label: `${each} days from now`,
        }))}
      />
    </Form>
  );
}
