import { CHANNEL_WORDS, type Channel } from "../channel.ts";
import { HolderField } from "#accounts/screens/holder-field.tsx";
import { Button } from "#lib/web/button.tsx";
import { ChoiceField, LongTextField } from "#lib/web/field.tsx";
import { Form, useDraft } from "#lib/web/form.tsx";
import { NumberField } from "#lib/web/number-field.tsx";
import { maySetApprover } from "../protection.ts";
import type { SourceSheetProps } from "./as-a-source.tsx";
import { optionsOf, WEEKDAY_WORDS } from "./source-words.ts";
import { useSetWishes, wishesOf } from "./use-source-writes.ts";

const ANY = { value: "", label: "No wish" } as const;
const WEEKDAYS = Object.entries(WEEKDAY_WORDS).map(([value, label]) => ({ value, label }));

interface Wishes {
  channel: Channel | "";
  bestWeekday: string;
  mostPerQuarter: number | null;
  approverId: string;
  note: string;
}

/** All their wishes at once; an empty field is none. */
export function WishSheet({ person, standing, me, onDone }: SourceSheetProps) {
  const before = wishesOf(standing.preference);
  const set = useSetWishes(person.id, standing.preference, onDone);
  const draft = useDraft<Wishes>({
    channel: before.channel ?? "",
    bestWeekday: before.bestWeekday === null ? "" : String(before.bestWeekday),
    mostPerQuarter: before.mostPerQuarter,
    approverId: before.approverId ?? "",
    note: before.note ?? "",
  });
  const save = () => {
    const { channel, bestWeekday, mostPerQuarter, approverId, note } = draft.value;
    set.send({
      channel: channel || null,
      bestWeekday: bestWeekday === "" ? null : Number(bestWeekday),
      mostPerQuarter,
      approverId: approverId || null,
      note: note || null,
    });
  };
  const mayApprove = maySetApprover(me, standing.holderIds);
  return (
    <Form
      problem={set.problem}
      onSubmit={save}
      actions={
        <Button submit tone="primary" busy={set.busy}>
          Save
        </Button>
      }
    >
      <ChoiceField label="How" options={[ANY, ...optionsOf(CHANNEL_WORDS)]} {...draft.field("channel")} />
      <ChoiceField label="Best day" options={[ANY, ...WEEKDAYS]} {...draft.field("bestWeekday")} />
      <NumberField
        label="At most so many asks a quarter"
        hint="Of all of us together; empty: as the rest period allows."
        most={90}
        {...draft.field("mostPerQuarter")}
      />
      {mayApprove && (
        <HolderField
          label="Nobody asks before … agrees"
          nobody="Nobody has to"
          {...draft.field("approverId")}
        />
      )}
      <LongTextField label="Anything else" lines={2} {...draft.field("note")} />
    </Form>
  );
}
