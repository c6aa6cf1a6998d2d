import { Button as MantineButton } from "@mantine/core";
import type { ReactNode } from "react";
import { Go } from "./go.tsx";
import css from "./button.module.css";

interface ButtonProps {
  children: ReactNode;
  /** primary: one on a card. plain: the others. quiet: no box. danger: takes something away. */
  tone?: "primary" | "plain" | "quiet" | "danger";
  onClick?: () => void;
  /** Sends the form it stands in. */
  submit?: boolean;
  busy?: boolean;
  disabled?: boolean;
  wide?: boolean;
  icon?: ReactNode;
  /** When the words alone do not say what it is about: "Undo the ask to Anna". */
  label?: string;
}

export function Button({
  children,
  tone = "plain",
  onClick,
  submit = false,
  busy = false,
  disabled = false,
  wide = false,
  icon,
  label,
}: ButtonProps) {
  return (
    <MantineButton
      type={submit ? "submit" : "button"}
      variant={tone}
      className={css.button}
      onClick={onClick}
      loading={busy}
      disabled={disabled}
      fullWidth={wide}
      leftSection={icon}
      aria-label={label}
    >
      {children}
    </MantineButton>
  );
}

interface GoButtonProps {
  children: ReactNode;
  to: string;
  tone?: "primary" | "plain" | "quiet";
  wide?: boolean;
}

/** A link that looks like a button: for going to a page. */
export function GoButton({ children, to, tone = "plain", wide = false }: GoButtonProps) {
  return (
    <Go to={to} className={`${css.link} ${css[tone]} ${wide ? css.wide : ""}`}>
      {children}
    </Go>
  );
}

/** The same for addresses outside: tel:, mailto:, a file to download. */
export function LinkButton({
  children,
  href,
  tone = "plain",
  wide = false,
  download,
  elsewhere = false,
}: Omit<GoButtonProps, "to"> & {
  href: string;
  download?: string;
  /** In a window of its own. */ elsewhere?: boolean;
}) {
  const window = elsewhere ? { target: "_blank", rel: "noopener" } : {};
  return (
    <a
      href={href}
      download={download}
      {...window}
      className={`${css.link} ${css[tone]} ${wide ? css.wide : ""}`}
    >
      {children}
    </a>
  );
}
