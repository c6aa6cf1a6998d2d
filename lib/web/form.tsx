import { createContext, use, useLayoutEffect, useRef, useState } from "react";
import type { ReactNode, SubmitEvent } from "react";
import type { Day } from "#lib/kernel/days.ts";
import { FormError } from "./form-error.tsx";
import css from "./form.module.css";

/** A refusal: an ApiProblem, a kernel Problem, or a plain pair made by a rule of the room. */
export interface Refusal {
  reason: string;
  field?: string;
}

const RefusalContext = createContext<Refusal | null>(null);

interface FormProps {
  onSubmit: () => void;
  /** Shown at the field it names, which also gets the focus, or else above the actions. */
  problem: Refusal | null;
  children: ReactNode;
  /** The primary button first: <Button submit tone="primary" busy={…}>. */
  actions: ReactNode;
}

export function Form({ onSubmit, problem, children, actions }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [atField, setAtField] = useState(false);
  // Before anything is painted: an effect after it would show the refusal twice for a moment.
  useLayoutEffect(() => {
    const field = problem?.field === undefined ? null : form.current?.elements.namedItem(problem.field);
    setAtField(field instanceof Element);
    if (field instanceof HTMLElement) field.focus();
  }, [problem]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    // Sent, it would be taken for an empty field, and wipe out what was there.
    const misread = form.current?.querySelector<HTMLElement>("[data-misread]");
    if (!misread) return onSubmit();
    // A field may say what is wrong only once it is left.
    misread.blur();
    misread.focus();
  };
  return (
    <form ref={form} onSubmit={submit} noValidate className={css.form}>
      <RefusalContext value={problem}>{children}</RefusalContext>
      {problem !== null && !atField && <FormError problem={problem} />}
      <div className={css.actions}>{actions}</div>
    </form>
  );
}

/** The sentence to show at the field called `name`, if the last refusal was about it. */
export function useRefusalAt(name: string): string | undefined {
  const refusal = use(RefusalContext);
  return refusal?.field === name ? refusal.reason : undefined;
}

export interface Draft<T> {
  value: T;
  /** For a field: <TextField label="Name" {...draft.field("name")} /> */
  field: <K extends keyof T & string>(name: K) => { name: K; value: T[K]; onChange: (value: T[K]) => void };
  set: (some: Partial<T>) => void;
  /** Has anything been changed since the start? */
  touched: boolean;
  reset: (value?: T) => void;
}

/** Keeps the day of a draft that was left at today at today when midnight passes. */
export function useStaysToday(day: Day, today: Day, set: (day: Day) => void): void {
  const [was, setWas] = useState(today);
  if (was === today) return;
  setWas(today);
  if (day === was) set(today);
}

/** What somebody is about to save. */
export function useDraft<T extends object>(start: T | (() => T)): Draft<T> {
  const [first, setFirst] = useState(start);
  const [value, setValue] = useState(first);
  const set = (some: Partial<T>) => setValue((before) => ({ ...before, ...some }));
  return {
    value,
    field: (name) => ({
      name,
      value: value[name],
      onChange: (next) => setValue((before) => ({ ...before, [name]: next })),
    }),
    set,
    touched: value !== first,
    reset: (next = first) => {
      setFirst(next);
      setValue(next);
    },
  };
}
