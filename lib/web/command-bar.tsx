import { use, useState } from "react";
import type { KeyboardEvent } from "react";
import { useFound, useSettled } from "./found.ts";
import { useGo } from "./go.tsx";
import { chipAfter, useListbox } from "./listbox.ts";
import type { Command, CommandSource } from "./page.ts";
import { readersOf } from "./readers.ts";
import { useScreens } from "./screens.ts";
import { Sheet } from "./sheet.tsx";
import { heardOf, ReadingLines, readingChoices } from "./typed-line.tsx";
import css from "./command-bar.module.css";

interface Group {
  name: string;
  commands: readonly Command[];
}

/** Everything that can be done or found, by typing. Fetched when first opened. */
export function CommandBar({ onClose }: { onClose: () => void }) {
  const { commands: sources } = useScreens();
  const readers = use(readersOf(sources));
  const go = useGo();
  const [typed, setTyped] = useState("");
  const [openedChip, setOpenedChip] = useState<string | null>(null);
  const reading = readers.map((reads) => reads(typed, onClose)).find((each) => each !== null) ?? null;
  const chip = reading?.chips.find(({ id }) => id === openedChip);
  const found = useFound<Group>(
    async (text, signal) => await askAll(sources, text, signal),
    typed,
    reading === null,
  );
  const groups = reading === null ? found.items : [];
  const lines = groups.flatMap((group) => group.commands);
  const choose = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    if (command.to !== undefined) go(command.to);
    command.run?.();
  };
  const openChip = (id: string | null) => {
    setOpenedChip(id);
    reading?.chips.find((each) => each.id === id)?.onOpen?.();
    list.reset();
  };
  const choices = reading === null ? [] : readingChoices(reading, chip, openChip);
  const chooseLine = (line: number) => {
    if (reading === null) choose(lines[line]);
    else choices[line]?.run();
  };
  const list = useListbox({
    count: reading === null ? lines.length : choices.length,
    onChoose: chooseLine,
  });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const atEnd = selectionStart === selectionEnd && selectionEnd === value.length;
    const plain = !(event.shiftKey || event.altKey || event.ctrlKey || event.metaKey);
    const beside =
      reading !== null && chip === undefined && plain && !event.nativeEvent.isComposing
        ? chipAfter(event.key, { at: list.active, count: choices.length, atEnd })
        : null;
    if (beside !== null) list.moveTo(beside);
    else if (event.key === "Escape" && chip !== undefined) openChip(null);
    else {
      list.onKey(event);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const heard = useSettled(reading === null ? "" : heardOf(reading, chip));
  const examples = sources.flatMap(({ reads }) => reads?.example ?? []);
  if (reading?.instead !== undefined)
    return (
      <Sheet key="goes-on" title="Written down" opened onClose={onClose}>
        {reading.instead}
      </Sheet>
    );
  return (
    <Sheet title="Search, or say what to do" opened onClose={onClose}>
      <input
        data-autofocus
        className={css.input}
        role="combobox"
        aria-label="Search, or say what to do"
        aria-autocomplete="list"
        aria-expanded={reading === null ? lines.length > 0 : choices.length > 0}
        aria-controls={list.listId}
        aria-activedescendant={list.activeId}
        autoComplete="off"
        enterKeyHint={reading === null ? "go" : "done"}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setOpenedChip(null);
          list.reset();
        }}
        onKeyDown={onKeyDown}
      />
      {typed === "" && examples.map((example) => <Example key={example} text={example} />)}
      <div role="listbox" id={list.listId} aria-label="Found" className={css.list}>
        {reading !== null && (
          <ReadingLines reading={reading} chip={chip} lineProps={list.lineProps} choose={chooseLine} />
        )}
        {groups.map((group) => (
          <div key={group.name} role="group" aria-label={group.name}>
            <p className={css.group} aria-hidden="true">
              {group.name}
            </p>
            {group.commands.map((command) => (
              <div
                key={command.id}
                {...list.lineProps(lines.indexOf(command))}
                className={css.line}
                onClick={() => choose(command)}
              >
                {command.label}
                {command.hint !== undefined && <small className={css.hint}>{command.hint}</small>}
              </div>
            ))}
          </div>
        ))}
      </div>
      {reading?.trouble && <p className={css.trouble}>{reading.trouble}</p>}
      {reading?.notes.map((note) => (
        <p key={note} className={css.note}>
          {note}
        </p>
      ))}
      <p role="status" className={reading === null ? css.note : "only-heard"}>
        {reading !== null
          ? heard
          : lines.length === 0 && (found.busy ? "Searching…" : "Nothing found. Try part of a name.")}
      </p>
    </Sheet>
  );
}

function Example({ text }: { text: string }) {
  return <p className={css.note}>Or type, for example: {text}</p>;
}

/** A room that cannot answer just now must not silence the others. */
async function askAll(
  sources: readonly CommandSource[],
  typed: string,
  signal: AbortSignal,
): Promise<Group[]> {
  const answers = await Promise.allSettled(sources.map(async (source) => await source.find(typed, signal)));
  const groups = answers.map((answer, at) => ({
    name: sources[at]?.name ?? "",
    commands: answer.status === "fulfilled" ? answer.value : [],
  }));
  return groups.filter((group) => group.commands.length > 0);
}
