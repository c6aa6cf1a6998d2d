import { Picker } from "#lib/web/picker.tsx";
import type { FieldProps } from "#lib/web/field.tsx";
import { OneOfField } from "#lib/web/choice-fields.tsx";
import { read } from "#lib/web/api.ts";
import { fold } from "#lib/kernel/fold.ts";
import { everyPage } from "#lib/web/every-page.ts";
import type { Page } from "#lib/kernel/page.ts";
import { useMe } from "#team/screens/use-me.ts";
import type { IdealClientView } from "../ideal-client-view.ts";
import { pictureInWords, picturesFor } from "../ideal-client.ts";
import { whyText } from "./picture-words.ts";
import { useMatch } from "./use-match.ts";

interface IdealClientPickerProps extends FieldProps<IdealClientView | null> {
  /** Whom one asks, and whom for: those that fit are offered first, with why. */
  personId?: string | undefined;
  targetId?: string | undefined;
}

const OFFERED = 3;

/** Choose the picture to tell a source of: the few that fit as buttons, any other by its name. */
export function IdealClientPicker({ personId, targetId, value, onChange, ...field }: IdealClientPickerProps) {
  const me = useMe();
  const fitting = (useMatch(personId, targetId).data?.pictures ?? []).slice(0, OFFERED);
  const find = async (typed: string, signal: AbortSignal) => {
    const all = await everyPage<IdealClientView>((cursor) =>
      read<Page<IdealClientView>>("/ideal-clients", { mine: true, limit: 100, cursor }, signal),
    );
    const mine = me === undefined ? all : picturesFor(all, me.member);
    const words = fold(typed);
    return mine
      .filter((picture) => fold(`${picture.name} ${pictureInWords(picture)}`).includes(words))
      .map(choiceOf);
  };
  const offered = fitting.some(({ picture }) => picture.id === value?.id);
  const search = (
    <Picker
      {...field}
      label={fitting.length === 0 ? field.label : "Another picture"}
      placeholder="Part of its name"
      value={value === null || offered ? null : choiceOf(value)}
      onChange={(choice) => onChange(choice?.picture ?? null)}
      find={find}
    />
  );
  if (fitting.length === 0) return search;
  return (
    <>
      <OneOfField
        {...field}
        value={offered ? (value?.id ?? "") : ""}
        onChange={(id) => onChange(fitting.find(({ picture }) => picture.id === id)?.picture ?? null)}
        options={fitting.map(({ picture, why }) => ({
          value: picture.id,
          label: picture.name,
          hint: whyText(why),
        }))}
      />
      {search}
    </>
  );
}

function choiceOf(picture: IdealClientView) {
  return { id: picture.id, label: picture.name, hint: pictureInWords(picture), picture };
}
