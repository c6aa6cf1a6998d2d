import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { chmodSync, lchownSync, readdirSync } from "node:fs";
import { connect, createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ImapFlow } from "imapflow";

/** A real Dovecot on 127.0.0.1 with one throw-away mailbox, for tests. */
export interface TestImap {
  url: string;
  append(raw: string | Buffer): Promise<void>;
  /** Takes the mailbox away and puts an empty one there: its UIDVALIDITY is another. */
  makeAnew(): Promise<void>;
  /** Stops the server, and starts it again in the same place. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

const NOBODY = 65_534;
// Letters that an address of a mailbox has to write otherwise.
const PASSWORD = "drei/Birnen@am:Zaun";
const USER = "askwell@in.example.com";
// Compiled in; what is put there instead may be no longer.
const COMPILED = "/usr/lib/dovecot/modules\0";

/** `prefix` is where Debian's is unpacked; null where there is none. Runs as nobody, or as whoever runs the tests. */
export async function openTestImap(prefix: string): Promise<TestImap> {
  const folder = mkdtempSync("/tmp/aw-");
  chmodSync(folder, 0o711);
  for (const [from, to] of [
    ["bin/doveconf", "doveconf"],
    ["sbin/dovecot", "dovecot"],
    ["lib/dovecot", "m"],
  ] as const)
    cpSync(join(prefix, from), join(folder, to), { recursive: true, verbatimSymlinks: true });
  for (const name of ["run", "state", "mail"]) mkdirSync(join(folder, name));
  pointTo(join(folder, "m/libdovecot.so.0"), join(folder, "m/modules"));
  const port = await freePort();
  const root = process.getuid?.() === 0;
  const names = (flags: string) =>
    spawnSync("id", [flags, ...(root ? [String(NOBODY)] : [])])
      .stdout.toString()
      .trim();
  const config = configFor({
    folder,
    port,
    user: root ? "nobody" : names("-un"),
    group: root ? "nogroup" : names("-gn"),
  });
  writeFileSync(join(folder, "dovecot.conf"), config, { mode: 0o644 });
  if (root) giveAway(folder);
  let server: ReturnType<typeof spawn> | null = null;
  const url = `imap://${encodeURIComponent(USER)}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/INBOX`;

  async function start(): Promise<void> {
    const conf = join(folder, "dovecot.conf");
    // The program itself looks for doveconf in /usr/bin alone; started by it, it need not.
    const args = ["-f", "service=master", "-c", conf, "-e", join(folder, "dovecot"), "-F", "-c", conf];
    server = spawn(join(folder, "doveconf"), args, {
      env: { LD_LIBRARY_PATH: `${folder}/m:${folder}/m/modules/old-stats`, PATH: "/usr/bin:/bin" },
      stdio: "ignore",
      ...(root && { uid: NOBODY, gid: NOBODY }),
    });
    for (let waited = 0; !(await answers(port)); waited += 50) {
      if (waited > 20_000 || server.exitCode !== null)
        throw new Error(`dovecot did not start: ${readFileSync(join(folder, "log"), "utf8")}`);
      await sleep(50);
    }
  }

  async function stop(): Promise<void> {
    if (server === null || server.exitCode !== null) return;
    const ended = new Promise((resolve) => server?.once("exit", resolve));
    server.kill("SIGTERM");
    await ended;
  }

  async function as<T>(work: (client: ImapFlow) => Promise<T>): Promise<T> {
    const auth = { user: USER, pass: PASSWORD };
    const client = new ImapFlow({ host: "127.0.0.1", port, secure: false, auth, logger: false });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.logout();
    }
  }

  await start();
  return {
    url,
    start,
    stop,
    append: (raw) => as(async (client) => void (await client.append("INBOX", Buffer.from(raw)))),
    makeAnew: async () => {
      await stop();
      rmSync(join(folder, "mail"), { recursive: true });
      mkdirSync(join(folder, "mail"));
      if (root) chownSync(join(folder, "mail"), NOBODY, NOBODY);
      // UIDVALIDITY is made of the second.
      await sleep(1_100);
      await start();
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configFor({
  folder,
  port,
  user,
  group,
}: {
  folder: string;
  port: number;
  user: string;
  group: string;
}): string {
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
libexec_dir = ${folder}/m
mail_plugin_dir = ${folder}/m/modules
login_plugin_dir = ${folder}/m/modules/login
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail
import_environment = LD_LIBRARY_PATH
stats_writer_socket_path =
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${process.getuid?.() || NOBODY} gid=${process.getgid?.() || NOBODY} home=${folder}/mail
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
`;
}

function pointTo(library: string, modules: string): void {
  const path = realpathSync(library);
  const bytes = readFileSync(path);
  const at = bytes.indexOf(COMPILED);
  if (at < 0 || modules.length >= COMPILED.length)
    throw new Error("this Dovecot is not laid out as Debian's");
  bytes.fill(0, at, at + COMPILED.length).write(modules, at);
  writeFileSync(path, bytes);
}

function giveAway(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    lchownSync(join(folder, entry), NOBODY, NOBODY);
  chownSync(folder, NOBODY, NOBODY);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
    socket.setTimeout(2_000, () => socket.destroy());
  }).then((yes) => Boolean(yes));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
  const { port } = server.address() as AddressInfo;
  await new Promise((down) => server.close(down));
  return port;
}
