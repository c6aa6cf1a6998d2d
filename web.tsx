import { lazy } from "react";
import { accountPages } from "#accounts/screens/account-pages.tsx";
import { doorPages } from "#doors/screens/door-pages.tsx";
import { doorSections } from "#doors/screens/door-sections.tsx";
import { askCommands } from "#asks/screens/ask-commands.ts";
import { askPages } from "#asks/screens/asks-pages.tsx";
import { askSections } from "#asks/screens/ask-sections.tsx";
import { oneOnOnePages } from "#coaching/screens/one-on-one-pages.tsx";
import { oneOnOneSections } from "#coaching/screens/one-on-one-sections.tsx";
import { praisePages } from "#coaching/screens/praise-pages.tsx";
import { praiseSections } from "#coaching/screens/praise-sections.tsx";
import { salesMeetingPages } from "#coaching/screens/sales-meeting-pages.tsx";
import { commitmentPages } from "#commitments/screens/commitment-pages.tsx";
import { commitmentSections } from "#commitments/screens/commitment-sections.tsx";
import { dealPages } from "#deals/screens/deals-pages.tsx";
import { dealSections } from "#deals/screens/deal-sections.tsx";
import { letterPages } from "#letters/screens/letter-pages.tsx";
import { letterSections } from "#letters/screens/letter-sections.tsx";
import { loopPages } from "#loops/screens/loop-pages.tsx";
import { loopSections } from "#loops/screens/loop-sections.tsx";
import { givingPages } from "#giving/screens/giving-pages.tsx";
import { givingSections } from "#giving/screens/giving-sections.tsx";
import { importPages } from "#imports/screens/import-pages.tsx";
import {
  BarsIcon,
  BuildingIcon,
  CardIcon,
  CalendarIcon,
  CoachIcon,
  DealIcon,
  FlagIcon,
  GiftIcon,
  HandoverIcon,
  HeartIcon,
  ImportIcon,
  MailIcon,
  PeopleIcon,
  PlusIcon,
  PulseIcon,
  SettingsIcon,
  SpeechIcon,
  SunIcon,
  TargetIcon,
  TeamIcon,
  TrendIcon,
  WeekIcon,
} from "#lib/web/icons.tsx";
import { keepApp } from "#lib/web/install.ts";
import { openScreens } from "#lib/web/start.tsx";
import { meetingPages } from "#meetings/screens/meetings-pages.tsx";
import { meetingSections } from "#meetings/screens/meeting-sections.tsx";
import { peopleCommands } from "#people/screens/people-commands.ts";
import { peoplePages } from "#people/screens/people-pages.tsx";
import { lastSections, peopleSections } from "#people/screens/people-sections.tsx";
import { referralPages } from "#referrals/screens/referral-pages.tsx";
import { referralSections } from "#referrals/screens/referral-sections.tsx";
import { pageNewsSections, sharingSections } from "#sharing/screens/sharing-sections.tsx";
import { touchCommands } from "#touches/screens/touch-commands.ts";
import { touchPages } from "#touches/screens/touch-pages.tsx";
import { touchSections } from "#touches/screens/touch-sections.tsx";
import { accountReviewPages } from "#reviews/screens/account-review-pages.tsx";
import { accountReviewSections } from "#reviews/screens/account-review-sections.tsx";
import { reportPages } from "#reviews/screens/report-pages.tsx";
import { reportSections } from "#reviews/screens/report-sections.tsx";
import { practicePages } from "#practice/screens/practice-pages.tsx";
import { practiceSections } from "#practice/screens/practice-sections.tsx";
import { takePages } from "#practice/screens/take-pages.tsx";
import { pollPages } from "#programme/screens/poll-pages.tsx";
import { spiffPages } from "#programme/screens/spiff-pages.tsx";
import { programmePages } from "#programme/screens/programme-pages.tsx";
import { prioritySections } from "#programme/screens/priority-sections.tsx";
import { resultsPages } from "#results/screens/results-pages.tsx";
import { resultsSections } from "#results/screens/results-sections.tsx";
import { scorecardPages } from "#scorecard/screens/scorecard-pages.tsx";
import { AccountSlot } from "#team/screens/account-slot.tsx";
import { ScreenTime } from "#team/screens/screen-time.tsx";
import { teamPages } from "#team/screens/team-pages.tsx";
import { todayPages } from "#today/screens/today-pages.tsx";
import { todaySections } from "#today/screens/today-sections.tsx";

const place = document.getElementById("place");
if (place === null) throw new Error("index.html has no #place");

const LogSheet = lazy(async () => ({ default: (await import("#today/screens/log-sheet.tsx")).LogSheet }));

openScreens(
  {
    name: "Askwell",
    pages: [
      ...todayPages,
      ...accountPages,
      ...peoplePages,
      ...askPages,
      ...referralPages,
      ...meetingPages,
      ...dealPages,
      ...givingPages,
      ...loopPages,
      ...touchPages,
      ...letterPages,
      ...accountReviewPages,
      ...reportPages,
      ...scorecardPages,
      ...practicePages,
      ...takePages,
      ...commitmentPages,
      ...resultsPages,
      ...praisePages,
      ...oneOnOnePages,
      ...salesMeetingPages,
      ...programmePages,
      ...spiffPages,
      ...pollPages,
      ...importPages,
      ...doorPages,
      ...teamPages,
    ],
    navigation: [
      { label: "Today", icon: SunIcon, to: "/", first: true },
      { label: "People", icon: PeopleIcon, to: "/people", first: true },
      { label: "Log", icon: PlusIcon, sheet: LogSheet, first: true },
      { label: "Scorecard", icon: BarsIcon, to: "/scorecard", first: true },
      { label: "My week", icon: WeekIcon, to: "/week" },
      { label: "Practice", icon: TargetIcon, to: "/practice" },
      { label: "Accounts", icon: BuildingIcon, to: "/accounts" },
      { label: "Asked", icon: SpeechIcon, to: "/asks" },
      { label: "Introductions", icon: HandoverIcon, to: "/referrals" },
      { label: "Owed to sources", icon: HeartIcon, to: "/owed" },
      { label: "In touch", icon: PulseIcon, to: "/touches" },
      { label: "What clients say", icon: CardIcon, to: "/report-cards" },
      { label: "Letters", icon: MailIcon, to: "/letters" },
      { label: "Giving", icon: GiftIcon, to: "/giving" },
      { label: "Meetings", icon: CalendarIcon, to: "/meetings" },
      { label: "Deals", icon: DealIcon, to: "/deals" },
      { label: "Bring in a file", icon: ImportIcon, to: "/imports" },
      { label: "Results", icon: TrendIcon, to: "/results" },
      { label: "Coaching", icon: CoachIcon, to: "/coaching" },
      { label: "Programme", icon: FlagIcon, to: "/programme" },
      { label: "Team", icon: TeamIcon, to: "/team" },
      { label: "Settings", icon: SettingsIcon, to: "/settings" },
    ],
    commands: [...peopleCommands, ...askCommands, ...touchCommands],
    sections: [
      ...peopleSections,
      ...commitmentSections,
      ...praiseSections,
      ...oneOnOneSections,
      ...pageNewsSections,
      ...touchSections,
      ...accountReviewSections,
      ...reportSections,
      ...askSections,
      ...referralSections,
      ...sharingSections,
      ...meetingSections,
      ...dealSections,
      ...givingSections,
      ...loopSections,
      ...letterSections,
      ...doorSections,
      ...resultsSections,
      ...practiceSections,
      ...prioritySections,
      ...todaySections,
      ...lastSections,
    ],
    phrases: [
      async () => (await import("#accounts/screens/account-phrases.tsx")).accountPhrases,
      async () => (await import("#people/screens/people-phrases.tsx")).peoplePhrases,
      async () => (await import("#asks/screens/ask-phrases.tsx")).askPhrases,
      async () => (await import("#referrals/screens/referral-phrases.tsx")).referralPhrases,
      async () => (await import("#team/screens/team-phrases.tsx")).teamPhrases,
      async () => (await import("#meetings/screens/meeting-phrases.tsx")).meetingPhrases,
      async () => (await import("#deals/screens/deal-phrases.tsx")).dealPhrases,
      async () => (await import("#loops/screens/loop-phrases.tsx")).loopPhrases,
      async () => (await import("#giving/screens/giving-phrases.tsx")).givingPhrases,
      async () => (await import("#sharing/screens/sharing-phrases.tsx")).sharingPhrases,
      async () => (await import("#touches/screens/touch-phrases.tsx")).touchPhrases,
      async () => (await import("#letters/screens/letter-phrases.tsx")).letterPhrases,
      async () => (await import("#reviews/screens/account-review-phrases.tsx")).accountReviewPhrases,
      async () => (await import("#reviews/screens/report-phrases.tsx")).reportPhrases,
      async () => (await import("#commitments/screens/commitment-phrases.tsx")).commitmentPhrases,
      async () => (await import("#results/screens/results-phrases.tsx")).resultsPhrases,
      async () => (await import("#coaching/screens/one-on-one-phrases.tsx")).oneOnOnePhrases,
      async () => (await import("#coaching/screens/sales-meeting-phrases.tsx")).salesMeetingPhrases,
      async () => (await import("#coaching/screens/praise-phrases.tsx")).praisePhrases,
      async () => (await import("#practice/screens/practice-phrases.tsx")).practicePhrases,
      async () => (await import("#programme/screens/priority-phrases.tsx")).priorityPhrases,
      async () => (await import("#programme/screens/programme-phrases.tsx")).programmePhrases,
      async () => (await import("#imports/screens/import-phrases.tsx")).importPhrases,
    ],
    signInPath: "/sign-in",
    account: AccountSlot,
    beside: ScreenTime,
  },
  place,
);
keepApp();
