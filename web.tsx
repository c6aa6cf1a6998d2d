import { doorPages } from "#doors/screens/door-pages.tsx";
import { askPages } from "#asks/screens/asks-pages.tsx";
import { askSections } from "#asks/screens/ask-sections.tsx";
import {
  BarsIcon,
  BuildingIcon,
  HandoverIcon,
  PeopleIcon,
  PlusIcon,
  SpeechIcon,
  SunIcon,
} from "#lib/web/icons.tsx";
import { openScreens } from "#lib/web/start.tsx";
import { referralPages } from "#referrals/screens/referral-pages.tsx";
import { referralSections } from "#referrals/screens/referral-sections.tsx";
import { todayPages } from "#today/screens/today-pages.tsx";

const place = document.getElementById("place");
if (place === null) throw new Error("index.html has no #place");

openScreens(
  {
    name: "Askwell",
    pages: [...todayPages, ...askPages, ...referralPages, ...doorPages],
    navigation: [
      { label: "Today", icon: SunIcon, to: "/", first: true },
      { label: "People", icon: PeopleIcon, to: "/people", first: true },
      { label: "Log", icon: PlusIcon, to: "/log", first: true },
      { label: "Scorecard", icon: BarsIcon, to: "/scorecard", first: true },
      { label: "Accounts", icon: BuildingIcon, to: "/accounts" },
      { label: "Asked", icon: SpeechIcon, to: "/asks" },
      { label: "Introductions", icon: HandoverIcon, to: "/referrals" },
    ],
    commands: [],
    sections: [...askSections, ...referralSections],
    phrases: [
      async () => (await import("#asks/screens/ask-phrases.tsx")).askPhrases,
      async () => (await import("#referrals/screens/referral-phrases.tsx")).referralPhrases,
    ],
    signInPath: "/sign-in",
    account: () => null,
  },
  place,
);
