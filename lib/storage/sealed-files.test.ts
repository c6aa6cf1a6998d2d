import { randomBytes } from "node:crypto";
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createSealedFiles, SEGMENT_BYTES, type SealedName } from "./sealed-files.ts";

const folder = mkdtempSync(join(tmpdir(), "askwell-sealed-"));
afterAll(() => rmSync(folder, { recursive: true }));

const files = createSealedFiles({ folder, secret: "one secret of the house, long enough" });
const workspaceId = "0193a1de-0000-7000-8000-000000000001";
const name = (end: number): SealedName => ({
  workspaceId,
  id: `0193a1de-0000-7000-8000-${String(end).padStart(12, "0")}`,
});
const pathOf = ({ id }: SealedName) => join(folder, workspaceId, `${id}.sealed`);

async function read(of: SealedName, key: Buffer, from: number, to: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of files.read(of, key, from, to)) parts.push(part);
  return Buffer.concat(parts);
}

const plain = Buffer.concat([Buffer.from("a face and a voice"), randomBytes(3 * SEGMENT_BYTES + 1_000)]);
const one = name(1);
const key = files.newKey(one);
await files.write(one, key, 0, plain.subarray(0, 2 * SEGMENT_BYTES));
await files.write(one, key, 2 * SEGMENT_BYTES, plain.subarray(2 * SEGMENT_BYTES));

describe("a sealed file", () => {
  it("gives back any part of what was written", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(plain.length - 1), fc.nat(plain.length), async (from, length) => {
        const to = Math.min(plain.length, from + length);
        expect(await read(one, key, from, to)).toEqual(plain.subarray(from, to));
      }),
      { numRuns: 30 },
    );
  });

  it("says nothing to who has the disk, and may be read by its owner alone", () => {
    const onDisk = readFileSync(pathOf(one));
    expect(onDisk.includes("a face and a voice")).toBe(false);
    expect(onDisk.includes(plain.subarray(5_000, 5_032))).toBe(false);
    expect(statSync(pathOf(one)).mode & 0o777).toBe(0o600);
    expect(key.includes(plain.subarray(0, 8))).toBe(false);
  });

  it("does not open with another's key, or another house's secret", async () => {
    await expect(read(one, files.newKey(name(2)), 0, 10)).rejects.toThrow("authenticate");
    await expect(read(one, files.newKey(one), 0, 10)).rejects.toThrow("authenticate");
    const elsewhere = createSealedFiles({ folder, secret: "another secret of another house, long" });
    await expect(elsewhere.read(one, key, 0, 10).next()).rejects.toThrow("authenticate");
  });

  it("notices what was changed, swapped, cut off or put in the place of another", async () => {
    const two = name(3);
    const mine = files.newKey(two);
    const fill = async () => files.write(two, mine, 0, plain);
    const slot = SEGMENT_BYTES + 28;
    await fill();
    const whole = readFileSync(pathOf(two));
    const flipped = Buffer.from(whole);
    flipped[slot + 100]! ^= 1;
    writeFileSync(pathOf(two), flipped);
    await expect(read(two, mine, SEGMENT_BYTES, SEGMENT_BYTES + 1)).rejects.toThrow("authenticate");
    const swapped = Buffer.concat([
      whole.subarray(slot, 2 * slot),
      whole.subarray(0, slot),
      whole.subarray(2 * slot),
    ]);
    writeFileSync(pathOf(two), swapped);
    await expect(read(two, mine, 0, 1)).rejects.toThrow("authenticate");
    writeFileSync(pathOf(two), whole);
    expect(await read(two, mine, 0, plain.length)).toEqual(plain);
    truncateSync(pathOf(two), 2 * slot);
    await expect(read(two, mine, 0, plain.length)).rejects.toThrow("cut off");
    writeFileSync(pathOf(two), readFileSync(pathOf(one)));
    await expect(read(two, mine, 0, 1)).rejects.toThrow("authenticate");
  });

  it("may be written again in part, each time with other bytes on the disk", async () => {
    const before = readFileSync(pathOf(one));
    await files.write(one, key, SEGMENT_BYTES, plain.subarray(SEGMENT_BYTES, 2 * SEGMENT_BYTES));
    expect(readFileSync(pathOf(one)).equals(before)).toBe(false);
    expect(await read(one, key, 0, plain.length)).toEqual(plain);
  });

  it("is gone when it was removed, and removing it again does nothing", async () => {
    const gone = name(4);
    await files.write(gone, files.newKey(gone), 0, plain.subarray(0, 10));
    expect(await files.idsOf(workspaceId)).toContain(gone.id);
    files.remove(gone);
    files.remove(gone);
    expect(files.has(gone)).toBe(false);
    expect(readdirSync(join(folder, workspaceId))).not.toContain(`${gone.id}.sealed`);
  });

  it("has a name that leads nowhere else", () => {
    expect(() => files.has({ workspaceId, id: "../../etc/passwd" })).toThrow("not the name");
    expect(() => files.remove({ workspaceId: "..", id: one.id })).toThrow("not the name");
  });
});
