import { fold } from "#lib/kernel/fold.ts";
import type { Page } from "#lib/kernel/page.ts";
import { read, write } from "#lib/web/api.ts";
import { OneOfField } from "#lib/web/choice-fields.tsx";
import { everyPage } from "#lib/web/every-page.ts";
import type { FieldProps } from "#lib/web/field.tsx";
import { Picker, type Choice } from "#lib/web/picker.tsx";
import { useMe } from "#team/screens/use-me.ts";
import type { IdealClientView } from "../ideal-client-view.ts";
import { pictureInWords, picturesFor } from "../ideal-client.ts";
import type { ReasonView } from "../reason-view.ts";
import type { TargetView } from "../target-view.ts";
import { whyText } from "./picture-words.ts";
import { useMatch } from "./use-match.ts";
import { nameOf } from "./use-target-writes.ts";

interface FittingProps extends FieldProps<Choice | null> {
  /** Whom one asks, and whom for: those that fit are offered first, with why. */
  personId?: string | undefined;
  targetId?: string | undefined;
}

/** Choose the picture to tell a source of; its words are the choice's hint. */
export function IdealClientPicker({ personId, targetId, ...field }: FittingProps) {
  const me = useMe();
  const fitting = useMatch(personId, targetId).data?.pictures ?? [];
  const find = async (typed: string, signal: AbortSignal) => {
    const all = await everyPage<IdealClientView>((cursor) =>
      read<Page<IdealClientView>>("/ideal-clients", { mine: true, limit: 100, cursor }, signal),
    );
    return among((me === undefined ? all : picturesFor(all, me.member)).map(pictureChoice), typed);
  };
  return (
    <FittingPicker
      {...field}
      fitting={fitting.map(({ picture, why }) => ({ choice: pictureChoice(picture), why: whyText(why) }))}
      words={{ another: "Another picture", placeholder: "Part of its name" }}
      find={find}
    />
  );
}

const FOUND = 12;

/** Choose why they should take the meeting. */
export function ReasonPicker({ personId, targetId, ...field }: FittingProps) {
  const fitting = useMatch(personId, targetId).data?.reasons ?? [];
  return (
    <FittingPicker
      {...field}
      fitting={fitting.map(({ reason, why }) => ({ choice: reasonChoice(reason), why: whyText(why) }))}
      words={{ another: "Another reason", placeholder: "A word of it" }}
      find={findReasons}
    />
  );
}

async function findReasons(q: string, signal: AbortSignal): Promise<Choice[]> {
  const found = await read<Page<ReasonView>>("/business-reasons", { q, limit: FOUND }, signal);
  return found.items.map(reasonChoice);
}

/** Choose whom of our targets we want to be introduced to; one that the source has ruled out says so. */
export function TargetPicker({ personId, ...field }: Omit<FittingProps, "targetId">) {
  const fitting = useMatch(personId).data?.targets ?? [];
  const ruledOut = useMatch(field.value === null ? undefined : personId, field.value?.id).data
    ?.targetRuledOut;
  const find = async (typed: string, signal: AbortSignal) => {
    const all = await everyPage<TargetView>((cursor) =>
      read<Page<TargetView>>("/targets", { limit: 100, cursor }, signal),
    );
    const others = all.filter((target) => target.personId !== personId);
    return among(others.map(targetChoice), typed);
  };
  const choose = async (choice: WantedTarget | null) => {
    if (choice?.becomes === undefined) return field.onChange(choice);
    // An account on the pursuit list of which nobody wrote why: it is a target, and has no number yet.
    const { id } = await write<TargetView>("POST", "/targets", choice.becomes);
    field.onChange(id === null ? null : { ...choice, id });
  };
  return (
    <FittingPicker<WantedTarget>
      {...field}
      error={ruledOut === true ? "They have ruled this out." : field.error}
      onChange={(choice) => void choose(choice)}
      fitting={fitting.flatMap(({ targetId, words, why }) =>
        targetId === null ? [] : [{ choice: { id: targetId, label: words }, why: whyText([why]) }],
      )}
      words={{ another: "Somebody else", placeholder: "Part of the name" }}
      find={find}
    />
  );
}

interface WantedTarget extends Choice {
  becomes?: { accountId: string };
}

interface FittingPickerProps<T extends Choice> extends FieldProps<T | null> {
  fitting: readonly { choice: T; why: string }[];
  words: { another: string; placeholder: string };
  find: (typed: string, signal: AbortSignal) => Promise<readonly T[]>;
}

const OFFERED = 3;
const NONE = "none";

/** The few that fit as buttons, with why; any other by its words. */
function FittingPicker<T extends Choice>({
  fitting,
  words,
  find,
  value,
  onChange,
  ...field
}: FittingPickerProps<T>) {
  const few = fitting.slice(0, OFFERED);
  const offered = few.some(({ choice }) => choice.id === value?.id);
  const search = (
    <Picker
      {...field}
      label={few.length === 0 ? field.label : words.another}
      placeholder={words.placeholder}
      value={offered ? null : value}
      onChange={onChange}
      find={find}
    />
  );
  if (few.length === 0) return search;
  return (
    <>
      <OneOfField
        {...field}
        error={offered ? field.error : undefined}
        value={value === null ? NONE : offered ? value.id : ""}
        onChange={(id) => onChange(few.find(({ choice }) => choice.id === id)?.choice ?? null)}
        options={[
          ...few.map(({ choice, why }) => ({ value: choice.id, label: choice.label, hint: why })),
          { value: NONE, label: "Not chosen" },
        ]}
      />
      {search}
    </>
  );
}

function among<T extends Choice>(choices: readonly T[], typed: string): T[] {
  const words = fold(typed);
  return choices.filter(({ label, hint = "" }) => fold(`${label} ${hint}`).includes(words));
}

function pictureChoice(picture: IdealClientView): Choice {
  return { id: picture.id, label: picture.name, hint: pictureInWords(picture) };
}

function reasonChoice({ id, sentence, industry, problem }: ReasonView): Choice {
  const hint = [industry, problem].filter(Boolean).join(", ");
  return { id, label: sentence, ...(hint !== "" && { hint }) };
}

function targetChoice(target: TargetView): WantedTarget {
  const { id, personId, personTitle, accountId, accountName, why } = target;
  const where = personId === null ? [] : [personTitle, accountName];
  const hint = [...where, why].filter(Boolean).join(", ");
  return {
    id: id ?? accountId ?? "",
    label: nameOf(target),
    ...(hint !== "" && { hint }),
    ...(id === null && accountId !== null && { becomes: { accountId } }),
  };
}
