import { createContext, use } from "react";
import type { ComponentType } from "react";
import type { CommandSource, NavEntry, Page } from "./page.ts";
import type { PhraseEntry } from "./phrases.ts";
import type { SectionEntry } from "./sections.ts";

/** What web.tsx composes from the rooms. */
export interface Screens {
  /** The product's name: in the window's title and above the navigation. */
  name: string;
  pages: readonly Page[];
  navigation: readonly NavEntry[];
  commands: readonly CommandSource[];
  /** What higher rooms show on lower rooms' pages, in the order in which it stands there. */
  sections?: readonly SectionEntry[];
  /** How the journal's lines read. */
  phrases?: readonly PhraseEntry[];
  /** Where someone who is not signed in goes; gets `?next=` with the address they wanted. */
  signInPath: string;
  /** Shown at the end of the navigation: who is signed in, sign out. */
  account: ComponentType;
  /** Runs beside every page of somebody who is signed in, and draws nothing. */
  beside?: ComponentType;
}

export const ScreensContext = createContext<Screens | null>(null);

export function useScreens(): Screens {
  const screens = use(ScreensContext);
  if (screens === null) throw new Error("Only inside openScreens");
  return screens;
}
