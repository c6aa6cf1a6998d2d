import type { ReactNode } from "react";

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg
      width="22"
      height="22"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export function SunIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4" />
    </Icon>
  );
}

export function PeopleIcon() {
  return (
    <Icon>
      <circle cx="9" cy="8" r="3.5" />
      <path d="M2.5 20c.6-3.6 3.2-5.5 6.5-5.5s5.9 1.9 6.5 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4M18.5 15.2c1.7.8 2.7 2.4 3 4.8" />
    </Icon>
  );
}

export function BuildingIcon() {
  return (
    <Icon>
      <path d="M5 21V4.5A1.5 1.5 0 0 1 6.5 3h7A1.5 1.5 0 0 1 15 4.5V21M15 10h3.5A1.5 1.5 0 0 1 20 11.5V21M3 21h18M9 7.5h2M9 11.5h2M9 15.5h2" />
    </Icon>
  );
}

export function PlusIcon() {
  return (
    <Icon>
      <path d="M12 5v14M5 12h14" />
    </Icon>
  );
}

export function BarsIcon() {
  return (
    <Icon>
      <path d="M5 20v-6M10 20V9M15 20v-8M20 20V4" />
    </Icon>
  );
}

export function MoreIcon() {
  return (
    <Icon>
      <path d="M4 7h16M4 12h16M4 17h16" />
    </Icon>
  );
}

export function SearchIcon() {
  return (
    <Icon>
      <circle cx="11" cy="11" r="6.5" />
      <path d="m16 16 4.5 4.5" />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="M6 6l12 12M18 6 6 18" />
    </Icon>
  );
}

export function SpeechIcon() {
  return (
    <Icon>
      <path d="M4 5.5h16v11H11l-4.5 4v-4H4z" />
    </Icon>
  );
}

export function MailIcon() {
  return (
    <Icon>
      <path d="M3.5 6h17v12h-17zM4 6.5l8 6.5 8-6.5" />
    </Icon>
  );
}

export function HandoverIcon() {
  return (
    <Icon>
      <path d="M4 8h13m-4-4 4 4-4 4M20 16H7m4-4-4 4 4 4" />
    </Icon>
  );
}

export function HeartIcon() {
  return (
    <Icon>
      <path d="M12 20s-7-4.6-7-10a4 4 0 0 1 7-2.6A4 4 0 0 1 19 10c0 5.4-7 10-7 10Z" />
    </Icon>
  );
}

export function TargetIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8.5" />
      <circle cx="12" cy="12" r="4.5" />
      <circle cx="12" cy="12" r="0.75" />
    </Icon>
  );
}

export function PulseIcon() {
  return (
    <Icon>
      <path d="M3 12h4l3-7 4 14 3-7h4" />
    </Icon>
  );
}

export function GiftIcon() {
  return (
    <Icon>
      <path d="M4 9h16v4H4zM5.5 13v7h13v-7M12 9v11M12 9c-2-5-6.5-4.5-6-2 .3 1.5 3 2 6 2Zm0 0c2-5 6.5-4.5 6-2-.3 1.5-3 2-6 2Z" />
    </Icon>
  );
}

export function CalendarIcon() {
  return (
    <Icon>
      <path d="M4 6h16v14H4zM4 10.5h16M8.5 3.5V7M15.5 3.5V7" />
    </Icon>
  );
}

export function DealIcon() {
  return (
    <Icon>
      <path d="m4 12.5 5.5 5.5L20 7" />
    </Icon>
  );
}

export function ImportIcon() {
  return (
    <Icon>
      <path d="M12 3.5v11m-4.5-4.5 4.5 4.5 4.5-4.5M4.5 16v4h15v-4" />
    </Icon>
  );
}

export function SettingsIcon() {
  return (
    <Icon>
      <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
      <circle cx="15" cy="7" r="2" />
      <circle cx="9" cy="17" r="2" />
    </Icon>
  );
}

export function TeamIcon() {
  return (
    <Icon>
      <circle cx="12" cy="7" r="3" />
      <circle cx="5.5" cy="10" r="2" />
      <circle cx="18.5" cy="10" r="2" />
      <path d="M7 20c.5-4 2.5-6 5-6s4.5 2 5 6M2 18c.3-2.6 1.6-4 3.5-4M22 18c-.3-2.6-1.6-4-3.5-4" />
    </Icon>
  );
}

export function SortIcon({ way }: { way: "up" | "down" | "none" }) {
  return (
    <svg width="10" height="12" viewBox="0 0 10 12" aria-hidden="true" focusable="false" fill="currentColor">
      {way !== "down" && <path d="M5 0 9 5H1z" opacity={way === "none" ? 0.4 : 1} />}
      {way !== "up" && <path d="M5 12 1 7h8z" opacity={way === "none" ? 0.4 : 1} />}
    </svg>
  );
}

export function WeekIcon() {
  return (
    <Icon>
      <path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8.5 15l2.5 2 4.5-4" />
    </Icon>
  );
}

export function CardIcon() {
  return (
    <Icon>
      <path d="M5 3.5h14v17H5zM8.5 8.5h7M8.5 12h7M8.5 16l1.5 1.5 3-3" />
    </Icon>
  );
}

export function FlagIcon() {
  return (
    <Icon>
      <path d="M5 21V4M5 4.5c4-2.5 8 2.5 14 0v9c-6 2.5-10-2.5-14 0" />
    </Icon>
  );
}

export function CoachIcon() {
  return (
    <Icon>
      <circle cx="7" cy="8" r="3" />
      <circle cx="17" cy="8" r="3" />
      <path d="M2 20c.4-3.4 2.4-5.2 5-5.2s4.6 1.8 5 5.2M12 20c.4-3.4 2.4-5.2 5-5.2s4.6 1.8 5 5.2" />
    </Icon>
  );
}

export function TrendIcon() {
  return (
    <Icon>
      <path d="M3.5 17.5 9.5 11l4 4 7-8M15.5 7h5v5" />
    </Icon>
  );
}
