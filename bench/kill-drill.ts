import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newId } from "#lib/kernel/ids.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

export interface DrillResult {
  kills: number;
  /** Writes whose answer arrived. */
  acknowledged: number;
  /** Writes cut off by a kill and sent again with the same key. */
  repeated: number;
  missing: string[];
  doubled: string[];
  /** What `askwell verify` found. */
  verify: string;
  clean: boolean;
}

/**
 * Kills the server with SIGKILL at random moments while clients write, starts it again on the same data, sends what was cut
 * off once more with its Idempotency-Key, and looks whether everything acknowledged is there once and the numbers add up.
 */
export async function drill(options: {
  kills: number;
  clients: number;
  port: number;
  say?: (line: string) => void;
}): Promise<DrillResult> {
  const { say = () => {} } = options;
  const folder = mkdtempSync(join(tmpdir(), "askwell-drill-"));
  const env = {
    ...process.env,
    PORT: String(options.port),
    ASKWELL_DATA: folder,
    DATABASE_URL: "",
    ASKWELL_LOG: "error",
  };
  const base = `http://127.0.0.1:${options.port}/api/v1`;
  const acknowledged = new Map<string, string>();
  let repeated = 0;
  try {
    const slug = await command(
      ["workspace", "create", "--name", "Drill", "--owner", "lena@drill.example"],
      env,
    );
    const key = await command(["key", "create", "--workspace", slug, "--member", "lena@drill.example"], env);
    const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
    let server = await startServer(env, base);
    const sources = await Promise.all(
      Array.from(
        { length: 12 },
        async (_, n) =>
          (await send(base, headers, "/people", { fullName: `Source ${n}` }, newId(new Date()))).id as string,
      ),
    );
    for (let kill = 1; kill <= options.kills; kill += 1) {
      const cut: Write[] = [];
      const stop = { now: false };
      const clients = Array.from({ length: options.clients }, (_, n) =>
        writeOn(n, kill, sources, { base, headers, stop, acknowledged, cut }),
      );
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 1_500));
      server.kill("SIGKILL");
      stop.now = true;
      await Promise.all(clients);
      server = await startServer(env, base);
      for (const write of cut) {
        const answer = await send(base, headers, write.path, write.body, write.key);
        acknowledged.set(write.mark, answer.id as string);
        repeated += 1;
      }
      say(
        `kill ${kill} of ${options.kills}: ${acknowledged.size} acknowledged, ${cut.length} cut off and repeated`,
      );
    }
    const found = await readMarks(base, headers);
    server.kill("SIGTERM");
    await ended(server);
    const verify = await commandResult(["verify"], env);
    const missing = [...acknowledged.keys()].filter((mark) => !found.has(mark));
    const doubled = [...found].filter(([, times]) => times > 1).map(([mark]) => mark);
    const clean = missing.length === 0 && doubled.length === 0 && verify.code === 0;
    return {
      kills: options.kills,
      acknowledged: acknowledged.size,
      repeated,
      missing,
      doubled,
      verify: verify.text,
      clean,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Write {
  path: string;
  body: Record<string, unknown>;
  key: string;
  mark: string;
}

interface Front {
  base: string;
  headers: Record<string, string>;
  stop: { now: boolean };
  acknowledged: Map<string, string>;
  cut: Write[];
}

async function writeOn(client: number, kill: number, sources: string[], front: Front): Promise<void> {
  for (let n = 0; !front.stop.now; n += 1) {
    const mark = `mark-${kill}-${client}-${n}`;
    const write = writeFor(n, mark, sources[(client + n) % sources.length]!);
    try {
      const answer = await send(front.base, front.headers, write.path, write.body, write.key);
      front.acknowledged.set(mark, answer.id as string);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      front.cut.push(write);
      return;
    }
  }
}

/** Asks, introductions and deals: what counts. Each carries its mark in a text that can be read again. */
function writeFor(n: number, mark: string, sourceId: string): Write {
  const key = `${mark}-${newId(new Date())}`;
  if (n % 3 === 0) return { path: "/asks", body: { sourceId, channel: "call", note: mark }, key, mark };
  if (n % 3 === 1)
    return { path: "/referrals", body: { sourceId, contact: { fullName: mark }, level: 2 }, key, mark };
  return { path: "/people", body: { fullName: mark }, key, mark };
}

async function send(
  base: string,
  headers: Record<string, string>,
  path: string,
  body: unknown,
  key: string,
): Promise<Record<string, unknown>> {
  const answer = await fetch(base + path, {
    method: "POST",
    headers: { ...headers, "idempotency-key": key },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text) as Record<string, unknown>;
}

/** How often each mark stands in what can be read through the API. */
async function readMarks(base: string, headers: Record<string, string>): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  const count = (mark: unknown) => {
    if (typeof mark === "string" && mark.startsWith("mark-")) found.set(mark, (found.get(mark) ?? 0) + 1);
  };
  for (const person of await readAll(base, headers, "/people")) count(person["fullName"]);
  for (const ask of await readAll(base, headers, "/asks")) {
    const answer = await fetch(`${base}/asks/${String(ask["id"])}`, { headers });
    const whole = (await answer.json()) as { conversations: { note: string | null }[] };
    for (const conversation of whole.conversations) count(conversation.note);
  }
  return found;
}

async function readAll(
  base: string,
  headers: Record<string, string>,
  path: string,
): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const answer = await fetch(`${base}${path}?limit=100${cursor ? `&cursor=${cursor}` : ""}`, { headers });
    const page = (await answer.json()) as { items: Record<string, unknown>[]; nextCursor: string | null };
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

async function startServer(env: NodeJS.ProcessEnv, base: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, [join(ROOT, "main.ts")], {
    env,
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ready = base.replace("/api/v1", "/readyz");
  for (let tries = 0; tries < 600; tries += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with code ${server.exitCode}`);
    const ok = await fetch(ready).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return server;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  server.kill("SIGKILL");
  throw new Error("the server did not come up within 30 seconds");
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) =>
    child.exitCode === null ? child.once("exit", () => resolve()) : resolve(),
  );
}

async function command(args: string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { code, text } = await commandResult(args, env);
  if (code !== 0) throw new Error(`askwell ${args.join(" ")} ended with ${code}: ${text}`);
  return text.trim();
}

function commandResult(args: string[], env: NodeJS.ProcessEnv): Promise<{ code: number; text: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, "bin/launch.mjs"), ...args], {
      env,
      cwd: ROOT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    child.once("exit", (code) => resolve({ code: code ?? 1, text }));
  });
}
