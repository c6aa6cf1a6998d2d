import { lazy } from "react";
import { answerHere } from "./answers.ts";
import { Button } from "#lib/web/button.tsx";
import { BarsIcon, CalendarIcon, PeopleIcon, PlusIcon, SearchIcon, SunIcon } from "#lib/web/icons.tsx";
import type { Page } from "#lib/web/page.ts";
import { openScreens } from "#lib/web/start.tsx";

// Every component once, with invented tools to lend. Built by gallery.browser.test.ts, never by the product's build.
answerHere();

const pages: readonly Page[] = [
  { path: "/", title: "Parts", load: async () => (await import("./parts.tsx")).Parts },
  { path: "/fields", title: "Fields", load: async () => (await import("./fields.tsx")).Fields },
  { path: "/facts", title: "Facts", load: async () => (await import("./facts.tsx")).Facts },
  { path: "/long", title: "Long", load: async () => (await import("./long.tsx")).Long },
  { path: "/timeline", title: "Timeline", load: async () => (await import("./long.tsx")).Timeline },
  { path: "/states", title: "States", load: async () => (await import("./states.tsx")).States },
  { path: "/broken", title: "Broken", load: async () => (await import("./states.tsx")).Broken },
  { path: "/refused", title: "Refused", load: async () => (await import("./states.tsx")).Refused },
  { path: "/sign-in", title: "Sign in", bare: true, load: async () => (await import("./fields.tsx")).SignIn },
];

const LendSheet = lazy(async () => ({ default: (await import("./fields.tsx")).LendSheet }));

const place = document.getElementById("place");
if (place === null) throw new Error("gallery.html has no #place");

openScreens(
  {
    name: "Gallery",
    pages,
    navigation: [
      { label: "Parts", icon: SunIcon, to: "/", first: true },
      { label: "Fields", icon: PeopleIcon, to: "/fields", first: true },
      { label: "Lend", icon: PlusIcon, sheet: LendSheet, first: true },
      { label: "Facts", icon: BarsIcon, to: "/facts", first: true },
      { label: "Long list", icon: SearchIcon, to: "/long" },
      { label: "States", icon: CalendarIcon, to: "/states" },
    ],
    commands: [
      {
        name: "Go to",
        find: (typed) =>
          pages
            .filter((page) => page.title.toLowerCase().includes(typed.toLowerCase()))
            .map((page) => ({ id: page.path, label: page.title, to: page.path })),
      },
      {
        name: "Tools",
        find: async (typed, signal) => (await import("./answers.ts")).toolCommands(typed, signal),
      },
      {
        name: "Never answers",
        find: () => {
          throw new Error("asleep");
        },
      },
    ],
    signInPath: "/sign-in",
    account: () => <Button tone="quiet">Sign out</Button>,
  },
  place,
);
