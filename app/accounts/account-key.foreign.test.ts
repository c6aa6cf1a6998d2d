import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { domainOf, isFreeMail } from "./account-key.ts";

const FOLDER = new URL("../../../shared/data/5-identity-dates/domains/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing) console.info(`Left out: foreign domains, because ${FOLDER.pathname} is not there.`);

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));

describe.skipIf(missing)("free mail (npm free-email-domains)", () => {
  const free = new Set((missing ? [] : read("free-email-domains.json")) as string[]);

  it("knows the commonest", () => {
    const common = [
      "gmail.com",
      "yahoo.com",
      "yahoo.fr",
      "hotmail.com",
      "hotmail.co.uk",
      "outlook.com",
      "live.com",
      "aol.com",
      "icloud.com",
      "gmx.de",
      "gmx.net",
      "web.de",
      "mail.ru",
      "yandex.ru",
      "qq.com",
      "163.com",
      "libero.it",
      "orange.fr",
      "free.fr",
      "wp.pl",
      "seznam.cz",
      "protonmail.com",
    ];
    expect(common.filter((domain) => !isFreeMail(domain))).toEqual([]);
    expect(common.filter((domain) => !free.has(domain))).toEqual([]);
  });
});

describe.skipIf(missing)("registrable domains (publicsuffix.org's own tests)", () => {
  const { tests } = (missing ? { tests: [] } : read("psl-tests.json")) as {
    tests: [string | null, string | null][];
  };

  it("are found under the ordinary endings, without the list", () => {
    const ordinary = tests.filter(
      ([host, domain]) =>
        host && domain && /\.(com|biz|com\.cn|ac\.jp|jp)$/i.test(host) && !/\.(kyoto|kobe|uk)\./.test(host),
    );
    expect(ordinary.length).toBeGreaterThan(10);
    expect(ordinary.filter(([host, domain]) => domainOf(host!) !== domain)).toEqual([]);
  });
});
