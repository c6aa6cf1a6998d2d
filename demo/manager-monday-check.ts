import type { ManagerMonday } from "./manager-monday.ts";

// Answers of the front door, read as freely as in the tests.
// oxlint-disable-next-line typescript/no-explicit-any
type Read = (path: string) => Promise<any>;

/** What of a manager's Monday is not where it must have gone, read through the API as the manager. Empty: all of it happened. */
export async function missingOf(
  monday: ManagerMonday,
  { read, teamId, today, week }: { read: Read; teamId: string; today: string; week: string },
): Promise<string[]> {
  const faults: string[] = [];
  const holds = (what: string, found: unknown) => {
    if (!found) faults.push(what);
  };
  const [coaching, meeting, wall, reps] = await Promise.all([
    read(`/members/${monday.rep.id}/coaching`),
    read(`/teams/${teamId}/sales-meeting?week=${week}`),
    read("/wall"),
    read("/members?state=here&limit=100"),
  ]);
  const { agreed } = coaching.last;
  holds(`a 1:1 with ${monday.rep.name} was held`, agreed.heldOn === today);
  const { number, skill, commitment } = agreed;
  holds("one number was agreed on", number?.measure === "people-asked" && number.count === monday.number);
  holds("one skill was agreed on", skill !== null);
  holds("one commitment was agreed on", commitment === monday.commitment);
  holds("what the manager brought stands in it", agreed.coachWords?.endsWith(monday.topic));
  holds("the note was kept", coaching.note?.endsWith(monday.note));
  holds("the drill was chosen", monday.drill !== "" && meeting.drill.scenario.key === monday.drill);
  const praised = wall.items.filter((item: { praise: { words: string } | null }) => item.praise !== null);
  const mine = praised.find(({ praise }: { praise: { words: string } }) => praise.words === monday.praise);
  holds("somebody was praised", mine && monday.praised.includes(mine.praise.to.name));
  const team = reps.items.filter(
    (one: { teamId: string; role: string }) => one.teamId === teamId && one.role === "rep",
  );
  let set = 0;
  for (const { id } of team) {
    const { items } = await read(`/goals?of=${id}`);
    const goal = items.find(({ measure }: { measure: string }) => measure === "referrals-received");
    if (goal?.own.some(({ fromDay }: { fromDay: string }) => fromDay > today)) set += 1;
  }
  holds("the goals that were accepted are set", set > 0 && set === monday.goals);
  return faults;
}
