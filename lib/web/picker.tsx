import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { fieldClasses } from "./field.tsx";
import type { FieldProps } from "./field.tsx";
import { useRefusalAt } from "./form.tsx";
import { useFound } from "./found.ts";
import { CloseIcon } from "./icons.tsx";
import { useListbox } from "./listbox.ts";
import css from "./picker.module.css";

export interface Choice {
  id: string;
  label: string;
  /** Said softly beside it: an employer, a town. */
  hint?: string;
}

interface PickerProps<T extends Choice> extends FieldProps<T | null> {
  /** The best few for what was typed; for "" the likeliest. */
  find: (typed: string, signal: AbortSignal) => Promise<readonly T[]>;
  /** Offers to make a new one of what was typed; its answer is chosen, null leaves things as they are. */
  create?: { label: (typed: string) => string; run: (typed: string) => T | null | Promise<T | null> };
  /** What was typed is made new when the field is left, too; only where `create` adds nothing by itself. */
  takesTyped?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
}

/** Search as you type, choose one. What was typed and not chosen stays when the field is left, and says so. */
export function Picker<T extends Choice>({
  find,
  create,
  takesTyped = false,
  value,
  onChange,
  hint,
  error,
  ...rest
}: PickerProps<T>) {
  const refusal = useRefusalAt(rest.name);
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState(false);
  const found = useFound(find, typed, opened);
  const offer = create !== undefined && typed.trim() !== "" ? create : undefined;
  const count = found.items.length + (offer === undefined ? 0 : 1);
  const close = () => {
    setOpened(false);
    setTyped("");
  };
  const choose = async (line: number) => {
    const item = found.items[line];
    const text = typed.trim();
    close();
    if (item !== undefined) onChange(item);
    else if (offer !== undefined) {
      const made = await offer.run(text);
      if (made !== null) onChange(made);
    }
  };
  const leave = () => {
    const text = typed.trim();
    const same = found.items.find(({ label }) => label.toLowerCase() === text.toLowerCase());
    setOpened(false);
    if (value !== null || text === "") return setTyped("");
    if (same === undefined && !takesTyped) return;
    void choose(same === undefined ? found.items.length : found.items.indexOf(same));
  };
  const list = useListbox({ count, onChoose: (line) => void choose(line) });
  const unchosen =
    !opened && value === null && typed.trim() !== ""
      ? `“${typed.trim()}” is not chosen yet: take a line of the list${offer === undefined ? "." : ", or add it."}`
      : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape" && opened) {
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (!opened && event.key === "ArrowDown") {
      event.preventDefault();
      setOpened(true);
    } else if (opened) list.onKey(event);
  };
  return (
    <div className={css.picker}>
      <TextInput
        {...rest}
        role="combobox"
        data-autofocus={rest.autoFocus}
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={opened}
        aria-controls={opened ? list.listId : undefined}
        aria-activedescendant={opened ? list.activeId : undefined}
        description={hint}
        error={error ?? refusal ?? unchosen}
        classNames={fieldClasses}
        value={opened ? typed : (value?.label ?? typed)}
        placeholder={value?.label ?? rest.placeholder}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setOpened(true);
          list.reset();
        }}
        onClick={() => setOpened(true)}
        onBlur={leave}
        onKeyDown={onKeyDown}
        rightSection={
          value !== null && (
            <button
              type="button"
              className={css.clear}
              aria-label={`Take ${value.label} out`}
              onClick={() => onChange(null)}
            >
              <CloseIcon />
            </button>
          )
        }
      />
      {opened && (
        <div className={css.drop}>
          <ul role="listbox" id={list.listId} aria-label={rest.label} className={css.list}>
            {found.items.map((item, line) => (
              <li
                key={item.id}
                {...list.lineProps(line)}
                className={css.line}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => void choose(line)}
              >
                {item.label}
                {item.hint !== undefined && <small className={css.hint}>{item.hint}</small>}
              </li>
            ))}
            {offer !== undefined && (
              <li
                {...list.lineProps(found.items.length)}
                className={`${css.line} ${css.offer}`}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => void choose(found.items.length)}
              >
                {offer.label(typed.trim())}
              </li>
            )}
          </ul>
          <p role="status" className={css.note}>
            {noteOn(found.problem?.reason, found.busy, count)}
          </p>
        </div>
      )}
    </div>
  );
}

function noteOn(trouble: string | undefined, busy: boolean, count: number): string {
  if (trouble !== undefined) return trouble;
  if (count > 0) return "";
  return busy ? "Searching…" : "Nothing found.";
}
