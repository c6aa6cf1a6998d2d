import { whenText } from "#lib/kernel/day-words.ts";
import { timeOfDayIn } from "#lib/kernel/days.ts";
import { write } from "#lib/web/api.ts";
import { Button } from "#lib/web/button.tsx";
import { Card } from "#lib/web/card.tsx";
import { CheckField } from "#lib/web/choice-fields.tsx";
import { ChoiceField } from "#lib/web/field.tsx";
import { FormError } from "#lib/web/form-error.tsx";
import { Loading } from "#lib/web/loading.tsx";
import { useRead, useWrite } from "#lib/web/queries.ts";
import { Trouble } from "#lib/web/trouble.tsx";
import { useUndo } from "#lib/web/undo-toast.tsx";
import type { Me } from "#team/me-view.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { MyDigestView } from "../digest-view.ts";
import { digestTimes, type DigestSetting } from "../digest.ts";

const PATH = "/my-digest";

/** Whether and when the mail of the day comes; a press saves. */
export function MyDigest() {
  const me = useMe();
  const digest = useRead<MyDigestView>(PATH, {}, { everyMs: (data) => (isOnItsWay(data) ? 1_500 : false) });
  if (digest.problem) return <Trouble problem={digest.problem} again={digest.again} />;
  return (
    <Card
      title="The day by mail"
      below="On the morning of each working day: whom to talk to, what is owed and whom you meet. What you did can be noted from the mail itself."
    >
      {digest.data === undefined || me === undefined ? (
        <Loading lines={2} />
      ) : digest.data.mail ? (
        <Setting digest={digest.data} me={me} />
      ) : (
        <p>This installation sends no mail yet. An administrator sets SMTP_URL.</p>
      )}
    </Card>
  );
}

function Setting({ digest, me }: { digest: MyDigestView; me: Me }) {
  const say = useUndo();
  const { wanted, atTime, whenDone, last } = digest;
  const before: DigestSetting = { wanted, atTime, whenDone };
  const change = useWrite(
    (setting: DigestSetting, gesture) => write<MyDigestView>("PUT", PATH, setting, gesture),
    { refresh: [PATH] },
  );
  const now = useWrite(
    (_: null, gesture) => write<MyDigestView>("POST", `${PATH}/mails`, undefined, gesture),
    { refresh: [PATH], done: () => say(`It is on its way to ${me.member.email}.`) },
  );
  const save = async (setting: DigestSetting) => {
    await change.sendNow(setting);
    say("That is changed.", () => change.sendNow(before));
  };
  const set = (setting: Partial<DigestSetting>) =>
    void save({ ...before, ...setting }).catch(() => undefined);
  return (
    <>
      <CheckField
        label="Send me the day"
        name="wanted"
        value={wanted}
        onChange={(on) => set({ wanted: on })}
      />
      {wanted && (
        <>
          <ChoiceField
            label="At"
            name="atTime"
            value={atTime}
            options={digestTimes().map((time) => ({ value: time, label: time }))}
            onChange={(time) => set({ atTime: time })}
          />
          <CheckField
            label="Also when nothing waits"
            hint="It then says “done for today”."
            name="whenDone"
            value={whenDone}
            onChange={(on) => set({ whenDone: on })}
          />
        </>
      )}
      <div>
        <Button busy={now.busy} onClick={() => now.send(null)}>
          Send me today’s now
        </Button>
      </div>
      {last !== null && <p>{lastText(last, me)}</p>}
      <FormError problem={change.problem ?? now.problem} />
    </>
  );
}

function isOnItsWay(digest: MyDigestView | undefined): boolean {
  return digest?.last?.state === "waiting" || digest?.last?.state === "leaving";
}

/** What became of the last one. */
function lastText({ day, state, at, failure }: NonNullable<MyDigestView["last"]>, me: Me): string {
  const when = `${whenText(day, me.today)} at ${timeOfDayIn(new Date(at), me.workspace.timeZone)}`;
  switch (state) {
    case "sent":
      return `The last one went out ${when}.`;
    case "doubted":
      return `The last one broke off ${when}: it may have come, and is not sent again by itself.`;
    case "failed":
      return `The last one, ${when}, could not be sent: ${failure ?? "the mail server did not take it"}.`;
    default:
      return "One is on its way.";
  }
}
