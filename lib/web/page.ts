import type { ComponentType, ReactNode } from "react";

/** One address and the screen behind it. A room lists its pages in `app/<room>/screens/<room>-pages.tsx`. */
export interface Page {
  /** "/people/$personId": a part with $ is handed to the screen by usePathPart("personId"). */
  path: string;
  /** The window's title until the screen's own heading takes over. */
  title: string;
  /** Loaded when first opened: async () => (await import("./people-page.tsx")).PeoplePage */
  load: () => Promise<ComponentType>;
  /** True for pages seen without signing in: no navigation, one quiet column. */
  bare?: boolean;
}

/** A line of the navigation: a place to go, or a sheet that opens over the page. */
export interface NavEntry {
  label: string;
  icon: ComponentType;
  to?: string;
  /** The sheet's content, wrapped in React's lazy() so that it is fetched when first opened. */
  sheet?: ComponentType<{ close: () => void }>;
  /** On the phone's bar. The bar holds four of them; all others are under "More". */
  first?: boolean;
}

/** A line of the command bar: somewhere to go or something to do. */
export interface Command {
  id: string;
  label: string;
  /** Said softly beside the label: an employer, a shortcut. */
  hint?: string;
  to?: string;
  run?: () => void;
}

/** A room's answer to what was typed, "" at first. Slow ones ask the server and heed the signal. */
export interface CommandSource {
  name: string;
  find: (typed: string, signal: AbortSignal) => Command[] | Promise<Command[]>;
  reads?: LineReader;
}

/** A room that understands a whole line: typed, shown as understood, carried out with Enter. */
export interface LineReader {
  /** Such a line, shown while nothing is typed. */
  example: string;
  /** Fetched with the bar. */
  load: () => Promise<UseReading>;
}

/** A hook, called as long as the bar is open; null for a line that is none of this room's. `close` closes the bar. */
export type UseReading = (typed: string, close: () => void) => Reading | null;

/** What a line was understood as. */
export interface Reading {
  /** What Enter does. */
  label: string;
  chips: readonly Chip[];
  /** What stands in the way, or what was refused. */
  trouble: string | null;
  /** What else is to be known. */
  notes: readonly string[];
  /** Nothing stands in the way. */
  ready: boolean;
  busy: boolean;
  run: () => void;
  /** Another thing to do with the same line, where it was refused: it stands below what Enter does. */
  offer?: { label: string; hint: string; run: () => void } | undefined;
  /** Shown in place of the line, once it was carried out and goes on. */
  instead?: ReactNode;
}

/** One thing that was understood, and what it may be instead. */
export interface Chip {
  id: string;
  label: string;
  value: string;
  /** open: needs to be chosen before Enter does anything. */
  tone: "said" | "assumed" | "open";
  choices: readonly ChipChoice[];
  /** Called when the choices are opened: to look further. */
  onOpen?: () => void;
}

export interface ChipChoice {
  id: string;
  label: string;
  hint?: string;
  run: () => void;
}
