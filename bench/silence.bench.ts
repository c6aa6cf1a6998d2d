import type { Actor } from "#lib/kernel/actor.ts";
import { listBySilence } from "#touches/silence-actions.ts";
import { heading, inTurn, ms, printTable, scaleAsked, spreadOf } from "./measure.ts";
import { fillWorkspace, workspaceAt } from "./people-workspace.ts";
import { withScratch, type Scratch } from "./scratch.ts";

const LOOKS = 15;
const PAGE = 50;
/** Milliseconds for the whole company at full size, nineteen of twenty. */
const AIM_MS = 500;

const scale = scaleAsked();
heading("Who has not heard from us, in a workspace with a hundred thousand people", scale);
const now = new Date();
await withScratch(
  { name: `people-${scale}`, fill: (filling) => fillWorkspace(filling, workspaceAt(scale), now) },
  run,
);

async function run(scratch: Scratch): Promise<void> {
  const actor = await anActor(scratch);
  const look = (filter: { memberId?: string; teamId?: string }) => () =>
    scratch.database.read(actor.workspace.id, (tx) =>
      listBySilence(tx, actor, { stage: "silent", ...filter }, undefined, PAGE),
    );
  const rows: string[][] = [];
  for (const [name, filter, aim] of [
    ["the company", {}, String(AIM_MS)],
    ["one team", { teamId: actor.member.teamId ?? "" }, ""],
    ["one rep", { memberId: actor.member.id }, ""],
  ] as const) {
    const spread = spreadOf(await inTurn(LOOKS, look(filter), 2));
    rows.push([name, ms(spread.p50), ms(spread.p95), aim]);
  }
  printTable(["milliseconds", "p50", "p95", "aim p95 at full size"], rows);
}

async function anActor(scratch: Scratch): Promise<Actor> {
  return scratch.asOwner(async (client) => {
    const { rows } = await client.query<{ workspaceId: string; memberId: string; teamId: string }>(
      `select workspace_id as "workspaceId", id as "memberId", team_id as "teamId" from member where name = 'Rep 1'`,
    );
    const { workspaceId, memberId, teamId } = rows[0]!;
    return {
      workspace: {
        id: workspaceId,
        slug: "bench",
        name: "Bench",
        timeZone: "Europe/Berlin",
        currency: "EUR",
        calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
      },
      member: { id: memberId, name: "Rep 1", role: "rep", teamId },
      leads: [],
      now,
      today: now.toISOString().slice(0, 10),
    };
  });
}
