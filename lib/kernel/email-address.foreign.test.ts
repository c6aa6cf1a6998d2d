import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isEmailAddress } from "./email-address.ts";

const FOLDER = new URL("../../../shared/data/5-identity-dates/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing) console.info(`Left out: foreign addresses, because ${FOLDER.pathname} is not there.`);

const read = (path: string) => readFileSync(new URL(path, FOLDER), "utf8");

describe.skipIf(missing)("e-mail addresses (isemail)", () => {
  const tests = (missing ? [] : JSON.parse(read("email-addresses/isemail-tests.json"))) as [string, string][];
  const numbers = (missing ? {} : JSON.parse(read("email-addresses/isemail-diagnoses.json"))) as Record<
    string,
    number
  >;
  const accepted = tests.filter(([address]) => isEmailAddress(address));

  it("takes no address that a server may refuse", () => {
    const wrong = accepted.filter(([, diagnosis]) => (numbers[diagnosis] ?? 999) >= 16);
    expect(wrong).toEqual([]);
  });

  it("takes every plain one: no quotes, brackets or numeric ends, and a dot in the host", () => {
    const plain = tests.filter(
      ([address, diagnosis]) =>
        ["valid", "dnsWarnNoRecord", "dnsWarnNoMXRecord"].includes(diagnosis) &&
        address.split("@")[1]?.includes("."),
    );
    expect(plain.length).toBeGreaterThan(15);
    expect(plain.filter(([address]) => !isEmailAddress(address))).toEqual([]);
  });
});
