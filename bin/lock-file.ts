/** package-lock.json, as far as it is used here. */
export interface Lock {
  packages: Record<string, LockedPackage>;
}

export interface LockedPackage {
  version?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  link?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const SYSTEMS = new Set([
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
]);
const PROCESSORS = new Set([
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
]);

/** The optional packages that a package of the lock file names and the lock file does not hold. */
export function missingFromLock(lock: Lock): { path: string; entry: LockedPackage }[] {
  const missing = new Map<string, LockedPackage>();
  for (const [path, { optionalDependencies = {}, dev }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (holds(lock, path, name)) continue;
      if (!/^\d+\.\d+\.\d+/.test(version))
        throw new Error(`${name} ${version}: not one version, add it to package-lock.json by hand`);
      missing.set(`node_modules/${name}`, {
        version,
        ...kindOfMachine(name),
        ...(dev && { dev }),
        optional: true,
      });
    }
  }
  return [...missing].map(([path, entry]) => ({ path, entry }));
}

/** The same lock file with what it lacked, in npm's order. */
export function completeLock(lock: Lock): Lock {
  const added = missingFromLock(lock).map(({ path, entry }) => [path, entry] as const);
  const all = [...Object.entries(lock.packages), ...added];
  const packages = Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b, "en")));
  return { ...lock, packages };
}

/** Looks where Node looks: in the package's own node_modules, then in those of the packages around it. */
function holds(lock: Lock, from: string, name: string): boolean {
  const around = from.split("/node_modules/");
  const folders = around.map((_, index) => around.slice(0, around.length - index).join("/node_modules/"));
  return [...folders, ""].some((folder) => `${folder && `${folder}/`}node_modules/${name}` in lock.packages);
}

/** Read from the name, since what the registry lacks cannot be asked: @oxlint/binding-linux-arm64-musl. */
function kindOfMachine(name: string): Pick<LockedPackage, "os" | "cpu" | "libc"> {
  const words = name.split(/[/-]/);
  const os = words.filter((word) => SYSTEMS.has(word));
  const cpu = words.filter((word) => PROCESSORS.has(word));
  const libc = words.some((word) => word.startsWith("musl")) ? ["musl"] : ["glibc"];
  if (os.length === 0)
    throw new Error(`${name} does not say for which system it is: add it to package-lock.json by hand`);
  const hasLibc = words.some((word) => /^(musl|gnu)/.test(word)) && os.includes("linux");
  return { ...(cpu.length > 0 && { cpu }), ...(hasLibc && { libc }), os };
}
