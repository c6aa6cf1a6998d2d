import { describe, expect, it } from "vitest";
import type { GoalProposalsView, RepProposalView, ScopeSumView } from "../goal-proposal-view.ts";
import {
  foldedText,
  monthName,
  originText,
  proposalHeading,
  rangeText,
  whyText,
} from "./goal-proposal-words.ts";

const scope = (aim: number | null, share: number, proposed: number): ScopeSumView => ({
  teamId: null,
  name: "Nordlicht",
  reps: 3,
  aim,
  share,
  goals: 15,
  proposed,
  pace: null,
  maySetAim: true,
});
const rep = (more: Partial<RepProposalView> = {}): RepProposalView => ({
  id: "a",
  name: "Mia",
  teamId: null,
  since: "2024-01-01",
  days: 20,
  fullDays: 20,
  hereForDays: 900,
  received: 20,
  workedDays: 120,
  goal: 5,
  proposal: { amount: 5, as: "fair", fair: 5, pace: null },
  yields: { value: 0.3, low: 0.2, high: 0.4, n: 40, origin: "own", source: null },
  asks: { low: 3, middle: 4, high: 6 },
  mayAccept: true,
  ...more,
});
const view = (company: ScopeSumView, reps: RepProposalView[] = [rep(), rep(), rep()]) =>
  ({ company, reps, month: { start: "2026-11-30", end: "2027-01-03", weeks: 5 } }) as GoalProposalsView;

describe("goals in words", () => {
  it.each([
    [scope(40, 15, 31), "Fair goals for December fall 9 short of the aim of 40"],
    [scope(null, 15, 16), "Fair goals for December go 1 beyond the aim of 15"],
    [scope(null, 15.2, 15), "Fair goals for December add up to the aim of 15"],
  ])("%#", (company, heading) => {
    expect(proposalHeading(view(company))).toBe(heading);
  });

  it("say to a rep what would be theirs", () => {
    expect(proposalHeading(view(scope(null, 15, 15), [rep({ mayAccept: false })]))).toBe(
      "5 introductions would be fair in December",
    );
  });

  it("say why", () => {
    expect(whyText(rep())).toBe("their share 5");
    const part = rep({ days: 12, proposal: { amount: 3, as: "fair", fair: 3, pace: null } });
    expect(whyText(part)).toBe("their share 3 (12 of 20 workdays)");
    const fresh = rep({ hereForDays: 3, proposal: { amount: 2, as: "step", fair: 1.7, pace: null } });
    expect(whyText(fresh)).toBe("a step towards their share 1.7 (new)");
    const away = rep({ days: 0, proposal: { amount: 0, as: "away", fair: 0, pace: null } });
    expect(whyText(away)).toBe("away all month");
  });

  it("say on a phone in a breath where they come from", () => {
    expect(foldedText(rep())).toBe(
      "Holds now: 5. Own pace: too early to say (n = 20). People to ask a week: 3 to 6 (own, n = 40).",
    );
    const pace = { low: 2, middle: 3, high: 4, origin: "team" as const };
    expect(foldedText(rep({ goal: null, proposal: { amount: 5, as: "fair", fair: 5, pace } }))).toContain(
      "Holds now: –. Own pace: 2 to 4 (n = 20, mostly everybody’s).",
    );
  });

  it("are ranges and months as people say them", () => {
    expect(rangeText({ low: 2.4, high: 6.6 })).toBe("2 to 7");
    expect(rangeText({ low: 2.6, high: 3.4 })).toBe("3");
    expect(monthName({ start: "2026-11-30", end: "2027-01-03" })).toBe("December");
    expect(originText({ origin: "team", n: 120 })).toBe("the team’s, n = 120");
  });
});
