import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { mkdir, open, readdir, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "#lib/kernel/problem.ts";

/** What a file is called: whose workspace it is of, and its id. */
export interface SealedName {
  workspaceId: string;
  id: string;
}

/** Files in the data folder that nobody can read who has only the disk, or only the database. */
export interface SealedFiles {
  /** A new key for this file, sealed with the house's secret: worth nothing for any other. */
  newKey(name: SealedName): Buffer;
  /** Writes what begins at `at`, a multiple of SEGMENT_BYTES; only the last of a file may end within a segment. Safe to do again. */
  write(name: SealedName, key: Uint8Array, at: number, bytes: Uint8Array): Promise<void>;
  /** From `from` up to `to`. Throws an Error for what is not as it was written. */
  read(name: SealedName, key: Uint8Array, from: number, to: number): AsyncGenerator<Buffer>;
  /** At once; nothing where there is none. */
  remove(name: SealedName): void;
  has(name: SealedName): boolean;
  /** The ids of all that are there of a workspace. */
  idsOf(workspaceId: string): Promise<string[]>;
}

/** Whoever reads a part of a file reads no more than so much around it. */
export const SEGMENT_BYTES = 65_536;

// AES-256-GCM as NIST SP 800-38D has it: 96 bits that never come twice with a key, and a tag of 128.
const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SLOT_BYTES = NONCE_BYTES + SEGMENT_BYTES + TAG_BYTES;
const ENDING = ".sealed";
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function createSealedFiles({ folder, secret }: { folder: string; secret: string }): SealedFiles {
  const wrapping = Buffer.from(hkdfSync("sha256", secret, "", "askwell sealed files", 32));
  const placeOf = ({ workspaceId, id }: SealedName) => {
    if (!ID.test(workspaceId) || !ID.test(id)) throw new Error("not the name of a file");
    return join(folder, workspaceId, id + ENDING);
  };
  const keyIn = (name: SealedName, key: Uint8Array) => unseal(wrapping, Buffer.from(key), boundTo(name));

  return {
    newKey: (name) => seal(wrapping, randomBytes(32), boundTo(name)),
    async write(name, wrapped, at, bytes) {
      if (at % SEGMENT_BYTES !== 0) throw new Error("a segment begins elsewhere");
      const key = keyIn(name, wrapped);
      try {
        await mkdir(join(folder, name.workspaceId), { recursive: true, mode: 0o700 });
        const file = await openToWrite(placeOf(name));
        try {
          for (let from = 0; from < bytes.length; from += SEGMENT_BYTES) {
            const index = (at + from) / SEGMENT_BYTES;
            // A new nonce each time: what is written again need not be the same.
            const sealed = seal(key, bytes.subarray(from, from + SEGMENT_BYTES), boundTo(name, index));
            await file.write(sealed, 0, sealed.length, index * SLOT_BYTES);
          }
          await file.datasync();
        } finally {
          await file.close();
        }
      } catch (error) {
        throw unwritable(error);
      }
    },
    async *read(name, wrapped, from, to) {
      const key = keyIn(name, wrapped);
      for (let at = from; at < to;) {
        const index = Math.floor(at / SEGMENT_BYTES);
        const opened = unseal(key, await slotIn(placeOf(name), index), boundTo(name, index));
        const first = index * SEGMENT_BYTES;
        const part = opened.subarray(at - first, to - first);
        if (part.length === 0) throw new Error("the file is cut off");
        yield part;
        at += part.length;
      }
    },
    remove: (name) => rmSync(placeOf(name), { force: true }),
    has: (name) => existsSync(placeOf(name)),
    async idsOf(workspaceId) {
      const found = await readdir(join(folder, workspaceId)).catch(() => []);
      return found.filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length));
    },
  };
}

/** A segment opens only in its own place of its own file. */
function boundTo({ workspaceId, id }: SealedName, index = -1): Buffer {
  return Buffer.from(`${workspaceId} ${id} ${index}`);
}

function seal(key: Buffer, plain: Uint8Array, bound: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(bound);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function unseal(key: Buffer, sealed: Buffer, bound: Buffer): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new Error("the file is cut off");
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bound).setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}

/** Opened for each: whoever stops reading in the middle leaves nothing open. */
async function slotIn(path: string, index: number): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const slot = Buffer.alloc(SLOT_BYTES);
    const { bytesRead } = await file.read(slot, 0, SLOT_BYTES, index * SLOT_BYTES);
    return slot.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function openToWrite(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r+");
  } catch {
    return await open(path, "wx+", 0o600);
  }
}

/** What the disk says is a thing that somebody can do something about; anything else stays as it is. */
function unwritable(error: unknown): unknown {
  const { syscall, code } = error as NodeJS.ErrnoException;
  if (!syscall) return error;
  const why =
    code === "ENOSPC" || code === "EDQUOT"
      ? "the server's disk is full"
      : "the server cannot write its data folder";
  return new Problem(
    "unavailable",
    `${why}; whoever looks after it must see to that. What has arrived stays; try again later`,
  );
}
