import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { addressFor, insideOnly, valuesFrom } from "./filters.ts";
import type { AnyFilters, Values } from "./filters.ts";

/** A link to a page of this application, by its plain address: `/people/${id}?tab=asks`. */
export function Go({ to, className, children, ...rest }: GoProps) {
  const { path, search } = split(to);
  return (
    <Link to={path} search={search} className={className} {...rest}>
      {children}
    </Link>
  );
}

interface GoProps {
  to: string;
  className?: string | undefined;
  children: ReactNode;
  onClick?: () => void;
  "aria-label"?: string;
}

/** `go("/people/7")`; with `instead` the page left behind is not kept in the history. */
export function useGo(): (to: string, options?: { instead?: boolean }) => void {
  const navigate = useNavigate();
  return (to, { instead = false } = {}) => void navigate({ ...target(to), replace: instead });
}

/** The part of the address named `$name` in the page's path. */
export function usePathPart(name: string): string {
  const parts: Record<string, string | undefined> = useParams({ strict: false });
  return parts[name] ?? "";
}

/** Where somebody wanted to go before they had to sign in, from `?next=`; "/" when it says nothing or leads outside. */
export function useNext(): string {
  const address: Record<string, unknown> = useSearch({ strict: false });
  return insideOnly(address["next"]);
}

/**
 * The filters in the address bar and a way to change some of them. Typing replaces the history entry, so that
 * "back" leaves the page instead of undoing letters.
 */
export function useFilters<F extends AnyFilters>(
  filters: F,
): [values: Values<F>, change: (some: Partial<Values<F>>) => void] {
  const address: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const values = valuesFrom(filters, address);
  const change = (some: Partial<Values<F>>) =>
    void navigate({
      to: ".",
      search: addressFor(filters, { ...values, ...some }),
      replace: true,
      resetScroll: false,
    });
  return [values, change];
}

function target(to: string) {
  const { path, search } = split(to);
  return { to: path, search };
}

function split(to: string): { path: string; search: Record<string, unknown> } {
  const cut = to.indexOf("?");
  if (cut < 0) return { path: to, search: {} };
  return { path: to.slice(0, cut), search: Object.fromEntries(new URLSearchParams(to.slice(cut + 1))) };
}
