import { askPages } from "#asks/screens/asks-pages.tsx";
import { doorPages } from "#doors/screens/door-pages.tsx";
import { BarsIcon, BuildingIcon, PeopleIcon, PlusIcon, SunIcon } from "#lib/web/icons.tsx";
import { openScreens } from "#lib/web/start.tsx";
import { todayPages } from "#today/screens/today-pages.tsx";

const place = document.getElementById("place");
if (place === null) throw new Error("index.html has no #place");

openScreens(
  {
    name: "Askwell",
    pages: [...todayPages, ...askPages, ...doorPages],
    navigation: [
      { label: "Today", icon: SunIcon, to: "/", first: true },
      { label: "People", icon: PeopleIcon, to: "/people", first: true },
      { label: "Log", icon: PlusIcon, to: "/log", first: true },
      { label: "Scorecard", icon: BarsIcon, to: "/scorecard", first: true },
      { label: "Accounts", icon: BuildingIcon, to: "/accounts" },
    ],
    commands: [],
    signInPath: "/sign-in",
    account: () => null,
  },
  place,
);
