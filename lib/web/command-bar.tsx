import { useState } from "react";
import { useFound } from "./found.ts";
import { useGo } from "./go.tsx";
import { useScreens } from "./screens.ts";
import { useListbox } from "./listbox.ts";
import type { Command, CommandSource } from "./page.ts";
import { Sheet } from "./sheet.tsx";
import css from "./command-bar.module.css";

interface Group {
  name: string;
  commands: readonly Command[];
}

/** Everything that can be done or found, by typing. Fetched when first opened. */
export function CommandBar({ onClose }: { onClose: () => void }) {
  const { commands: sources } = useScreens();
  const go = useGo();
  const [typed, setTyped] = useState("");
  const found = useFound<Group>(async (text, signal) => await askAll(sources, text, signal), typed, true);
  const lines = found.items.flatMap((group) => group.commands);
  const choose = (command: Command | undefined) => {
    if (command === undefined) return;
    onClose();
    if (command.to !== undefined) go(command.to);
    command.run?.();
  };
  const list = useListbox({ count: lines.length, onChoose: (line) => choose(lines[line]) });
  return (
    <Sheet title="Search, or say what to do" opened onClose={onClose}>
      <input
        data-autofocus
        className={css.input}
        role="combobox"
        aria-label="Search, or say what to do"
        aria-autocomplete="list"
        aria-expanded={lines.length > 0}
        aria-controls={list.listId}
        aria-activedescendant={list.activeId}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          list.reset();
        }}
        onKeyDown={(event) => void list.onKey(event)}
      />
      <div role="listbox" id={list.listId} aria-label="Found" className={css.list}>
        {found.items.map((group) => (
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
      <p role="status" className={css.note}>
        {lines.length === 0 && (found.busy ? "Searching…" : "Nothing found. Try part of a name.")}
      </p>
    </Sheet>
  );
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
