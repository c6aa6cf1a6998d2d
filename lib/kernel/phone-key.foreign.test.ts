import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { phoneKey } from "./phone-key.ts";

const FILE = new URL(
  "../../../shared/data/5-identity-dates/phones/examples-even-regions.json",
  import.meta.url,
);
const missing = !existsSync(FILE);
if (missing) console.info(`Left out: the example numbers, because ${FILE.pathname} is not there.`);

interface Example {
  region: string;
  e164: string;
  international: string;
  national: string;
}

describe.skipIf(missing)("example numbers of every second region (libphonenumber 8.12.57)", () => {
  const { vectors } = (missing ? { vectors: [] } : JSON.parse(readFileSync(FILE, "utf8"))) as {
    vectors: Example[];
  };

  it("have one key in every form, save where numbering plans have changed since", () => {
    expect(vectors.length).toBe(246);
    const wrong = vectors.filter(
      ({ region, e164, international, national }) =>
        phoneKey(international) !== e164 ||
        phoneKey(national, region) !== e164 ||
        phoneKey(e164.replace("+", "00")) !== e164,
    );
    // Newer metadata knows other numbering plans for Benin and Nigeria.
    expect(wrong.map(({ region }) => region)).toEqual(["BJ", "BJ", "NG"]);
  });
});
