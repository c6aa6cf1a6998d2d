import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { makeKey } from "#doors/key-actions.ts";
import type { ImportView } from "#imports/import-view.ts";
import { makeContactsFile, type ContactsFile, type KnownPerson } from "./contacts-file.ts";
import { copyFile, copyFinishedRows, takeOutFinishedRows } from "./copies.ts";
import { openHttpClient, type HttpClient } from "./http-client.ts";
import { heading, printTable, scaleAsked, timed } from "./measure.ts";
import { fillWorkspace, workspaceAt } from "./people-workspace.ts";
import { withScratch, withServer, type RunningServer, type Scratch } from "./scratch.ts";

const ROWS = 100_000;
// People who were there before, as a part of the hundred thousand of the other measurements.
const THERE_BEFORE = 0.2;
const AIM_TIMES = 10;
const AIM_ROWS_A_SECOND = 2_000;
const LOOK_EVERY_MS = 250;
const STRETCHES = 8;

const scale = scaleAsked();
heading("Bringing a CSV file of people in, duplicates looked for, and the same rows by a bare copy", scale);
const now = new Date();
await withScratch(
  {
    name: `import-${scale}`,
    fill: (filling) => fillWorkspace(filling, workspaceAt(scale * THERE_BEFORE), now),
    copies: ["served", "bare"],
  },
  (scratch) =>
    withServer(scratch, (server) => run(scratch, server), { databaseUrl: scratch.copies["served"] }),
);

async function run(scratch: Scratch, server: RunningServer): Promise<void> {
  const file = await makeFile(scratch);
  console.log(
    `${file.rows} rows, ${(Buffer.byteLength(file.text) / 1e6).toFixed(1)} MB, ${file.planted.size} of them planted duplicates`,
  );
  const client = openHttpClient(server.url, { authorization: `Bearer ${await keyFor(scratch)}` });
  const watched = watchMemory(server.pid);
  const preview = await timed(() => bringFile(client, file));
  const apply = await timed(() => bringIn(client, preview.result));
  const memory = watched.stop();

  await printFound(scratch, apply.result, file);
  const bare = await copyBare(scratch, apply.result.id, file);
  const undo = await timed(() => takeBack(client, apply.result));
  client.close();
  const seconds = (preview.ms + apply.ms) / 1000;
  console.log(`memory of the server, MB, most in each eighth of the time: ${memory.join(" ")}`);
  printTable(
    ["seconds", "preview", "bringing in", "together", "rows/s", "aim", "taking back"],
    [
      [
        "import",
        (preview.ms / 1000).toFixed(1),
        (apply.ms / 1000).toFixed(1),
        seconds.toFixed(1),
        (file.rows / seconds).toFixed(0),
        `≥ ${AIM_ROWS_A_SECOND}`,
        (undo.ms / 1000).toFixed(1),
      ],
    ],
  );
  printTable(
    ["seconds", "copy", "import", "ratio", "bringing in alone", "aim"],
    Object.entries(bare).map(([what, ms]) => [
      what,
      (ms / 1000).toFixed(2),
      seconds.toFixed(1),
      `${((seconds * 1000) / ms).toFixed(1)} ×`,
      `${(apply.ms / ms).toFixed(1)} ×`,
      `≤ ${AIM_TIMES} ×`,
    ]),
  );
}

/** Sends the file and waits for the preview. */
async function bringFile(client: HttpClient, file: ContactsFile): Promise<ImportView> {
  const sent = await client.sendBytes("POST", "/api/v1/imports?name=contacts.csv", Buffer.from(file.text));
  if (sent.status !== 201) throw new Error(`the file was answered ${sent.status}: ${sent.body}`);
  return untilState(client, JSON.parse(sent.body) as ImportView, "previewed");
}

async function bringIn(client: HttpClient, { id }: ImportView): Promise<ImportView> {
  const sent = await client.send("PUT", `/api/v1/imports/${id}/application`, undefined);
  if (sent.status !== 202) throw new Error(`bringing it in was answered ${sent.status}: ${sent.body}`);
  return untilState(client, JSON.parse(sent.body) as ImportView, "applied");
}

async function takeBack(client: HttpClient, { id }: ImportView): Promise<ImportView> {
  const sent = await client.send("DELETE", `/api/v1/imports/${id}/application`, undefined);
  if (sent.status !== 202) throw new Error(`taking it back was answered ${sent.status}: ${sent.body}`);
  return untilState(client, JSON.parse(sent.body) as ImportView, "undone");
}

async function untilState(
  client: HttpClient,
  begun: ImportView,
  wanted: ImportView["state"],
): Promise<ImportView> {
  const atWork = new Set(["previewing", "applying", "undoing"]);
  let one = begun;
  while (atWork.has(one.state)) {
    await sleep(LOOK_EVERY_MS);
    one = JSON.parse(await client.get(`/api/v1/imports/${begun.id}`)) as ImportView;
  }
  if (one.state !== wanted)
    throw new Error(`the import is ${one.state}: ${one.failure ?? "its columns were not recognised"}`);
  return one;
}

/** Found is what was planted and did not become a new person; wrongly so what was not planted. */
async function printFound(scratch: Scratch, { id, counts }: ImportView, file: ContactsFile): Promise<void> {
  console.log(`counts: ${JSON.stringify(counts)}`);
  await scratch.within("served", async (client) => {
    const { rows } = await client.query<{ line: number }>(
      "select line from import_row where import_id = $1 and line > 0 and action in ('update', 'same', 'skip')",
      [id],
    );
    const found = rows.filter(({ line }) => file.planted.has(line)).length;
    console.log(
      `planted duplicates found: ${found} of ${file.planted.size}; others taken for one: ${rows.length - found}`,
    );
  });
}

async function copyBare(
  scratch: Scratch,
  importId: string,
  file: ContactsFile,
): Promise<Record<string, number>> {
  // PostgreSQL itself reads and writes these, as an account of its own.
  const folder = join(scratch.folder, "copied");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  chmodSync(folder, 0o777);
  const path = join(folder, "contacts.csv");
  writeFileSync(path, file.text);
  const within = <T>(name: string, work: (client: pg.Client) => Promise<T>) => scratch.within(name, work);
  await within("served", (client) => takeOutFinishedRows(client, importId, folder));
  return within("bare", async (client) => ({
    "the file's rows into a table without an index": await copyFile(client, path),
    "the finished rows into the tables they stand in": await copyFinishedRows(client, folder),
  }));
}

async function makeFile(scratch: Scratch): Promise<ContactsFile> {
  return scratch.asOwner(async (client) => {
    const { rows: known } = await client.query<KnownPerson>(
      `select p.given_name as given, p.family_name as family, a.name as company, p.emails[1] as email, coalesce(p.phones[1], '') as phone
         from person p join account a on a.workspace_id = p.workspace_id and a.id = p.account_id
        where p.merged_into is null and p.emails <> '{}'
          and (select count(*) from person_key k join person_key same on same.key = k.key where k.person_id = p.id)
            = (select count(*) from person_key k where k.person_id = p.id)
        order by p.id limit $1`,
      [Math.ceil(ROWS * scale * 0.05)],
    );
    const { rows: companies } = await client.query<{ name: string }>("select name from account order by id");
    return makeContactsFile(
      Math.ceil(ROWS * scale),
      known,
      companies.map(({ name }) => name),
    );
  });
}

async function keyFor(scratch: Scratch): Promise<string> {
  const { rows } = await scratch.asOwner((client) =>
    client.query<{ workspaceId: string; memberId: string }>(
      `select workspace_id as "workspaceId", id as "memberId" from member where name = 'Rep 1'`,
    ),
  );
  const { workspaceId, memberId } = rows[0]!;
  const wanted = { memberId, name: "bench", scopes: ["read", "import"], createdBy: null };
  const database = await scratch.openCopy("served");
  try {
    return (await database.write(workspaceId, (tx) => makeKey(tx, wanted, now))).text;
  } finally {
    await database.close();
  }
}

/** Looks at the resident memory of a process again and again; `stop` answers the most, in MB, of each part of the time. */
function watchMemory(pid: number): { stop(): number[] } {
  const seen: number[] = [];
  const look = () => {
    const kilobytes = Number(spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).stdout);
    if (kilobytes > 0) seen.push(Math.round(kilobytes / 1024));
  };
  look();
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      look();
      const part = Math.ceil(seen.length / STRETCHES);
      const parts = Array.from({ length: STRETCHES }, (_, at) => seen.slice(at * part, (at + 1) * part));
      return parts.filter((each) => each.length > 0).map((each) => Math.max(...each));
    },
  };
}
