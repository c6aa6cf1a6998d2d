import { describe, expect, it } from "vitest";
import { resultsIn, serverIn } from "./authentication-results.ts";
import { proofOf } from "./prove-mail.ts";

const resolve = () => Promise.reject(Object.assign(new Error("none"), { code: "ENOTFOUND" }));

/** Whether the word of mx.example.com makes it Mia's. */
function isMias(says: string, from = "Mia <mia@lichtwerk.example>"): Promise<boolean> {
  const head = [`Authentication-Results: ${says}`, `From: ${from}`, "Subject: x", "", "Hallo"];
  const bytes = Buffer.from(head.join("\r\n"));
  return proofOf(bytes, { by: "imap" }, "mia@lichtwerk.example", { resolve, trusted: "mx.example.com" });
}

describe("the word of a mail server before us", () => {
  it.each([
    "mx.example.com; dmarc=pass (p=NONE sp=QUARANTINE dis=NONE) header.from=lichtwerk.example",
    "mx.example.com 1; DMARC = Pass header.from = lichtwerk.example;",
    '"mx.example.com"; dkim=pass (2048-bit key; unprotected) header.d=lichtwerk.example header.i=@lichtwerk.example header.b="abc/+"',
    "mx.example.com; dkim=pass header.i=@lichtwerk.example header.s=20230601 header.b=aB/c+d==; spf=none smtp.mailfrom=x@y.example",
    "mx.example.com;\r\n\tspf=pass (mx: domain of mia@lichtwerk.example designates 192.0.2.1 as\r\n\tpermitted (really)) smtp.mailfrom=mia@lichtwerk.example",
    'mx.example.com; spf=pass reason="good; very" smtp.mailfrom="mia; x"@lichtwerk.example',
    "mx.example.com; spf=pass smtp.mailfrom=lichtwerk.example; dkim=pass header.d=lichtwerk.example;dmarc=pass action=none header.from=lichtwerk.example;compauth=pass reason=100",
  ])("proves: %s", async (says) => {
    expect(await isMias(says)).toBe(true);
  });

  it.each([
    // Another result within a quoted name, within a comment, and behind what only looks like the end of one.
    'mx.example.com; spf=pass smtp.mailfrom="x; dmarc=pass header.from=lichtwerk.example"@evil.example',
    "mx.example.com; spf=pass (helo=a (b); dmarc=pass header.from=lichtwerk.example z) smtp.mailfrom=evil.example",
    "mx.example.com; spf=pass (helo=a \\) ; dmarc=pass header.from=lichtwerk.example) smtp.mailfrom=evil.example",
    'mx.example.com; spf=pass smtp.mailfrom="x\\"; dmarc=pass header.from=lichtwerk.example; \\""@evil.example',
    'mx.example.com; spf=pass (a "(" ) smtp.mailfrom=evil.example (; dmarc=pass header.from=lichtwerk.example)',
    // A property of another result's, or twice.
    'mx.example.com; spf=pass smtp.mailfrom="x smtp.mailfrom=lichtwerk.example"@evil.example',
    "mx.example.com; spf=pass smtp.helo=smtp.mailfrom=mia@lichtwerk.example",
    "mx.example.com; spf=pass smtp.mailfrom=x@evil.example smtp.mailfrom=mia@lichtwerk.example",
    "mx.example.com; x=y dmarc=pass header.from=lichtwerk.example",
    "mx.example.com; dmarc=fail header.from=lichtwerk.example; dmarc=pass header.from=lichtwerk.example",
    // Quotes and comments without an end, an end without its beginning.
    "mx.example.com; spf=pass (helo=a) ; dmarc=pass header.from=lichtwerk.example) smtp.mailfrom=evil.example",
    "mx.example.com; dmarc=pass header.from=lichtwerk.example (",
    'mx.example.com; dmarc=pass header.from=lichtwerk.example "',
    "mx.example.com; dmarc=pass header.from=lichtwerk.example; something",
    "mx.example.com dmarc=pass header.from=lichtwerk.example",
    // Said of somebody else, or not "pass".
    "mx.example.com; dmarc=pass header.from=evil.example",
    "mx.example.com; dmarc=pass header.from=evillichtwerk.example",
    "mx.example.com; dmarc=passed header.from=lichtwerk.example",
    "mx.example.com; xdmarc=pass header.from=lichtwerk.example",
    "mx.example.com; dkim=pass header.b=lichtwerk.example",
    "mx.example.com; none",
    "mx.example.com",
    "mx.evil.example (mx.example.com); dmarc=pass header.from=lichtwerk.example",
  ])("does not prove: %s", async (says) => {
    expect(await isMias(says)).toBe(false);
  });

  it.each([
    "mia@lichtwerk.example, x@evil.example",
    "<mia@lichtwerk.example> x@evil.example",
    "mia@lichtwerk.example\r\nFrom: x@evil.example",
    "mia@lichtwerk.example\r\nFrom : x@evil.example",
  ])("is of one writer, not of two: %s", async (from) => {
    const says = "mx.example.com; spf=pass smtp.mailfrom=x@evil.example; dmarc=pass header.from=evil.example";
    expect(await isMias(says, from)).toBe(false);
  });

  it("is under its name, and read as it stands", () => {
    expect(serverIn(' (a; b) "MX.example.com" 1 ; none')).toBe("mx.example.com");
    expect(serverIn("; none")).toBeNull();
    expect(resultsIn("mx; none")).toEqual([]);
    expect(resultsIn('mx; spf/1=pass (x) smtp.mailfrom="a; b"@c.example')).toEqual([
      { method: "spf", result: "pass", properties: new Map([["smtp.mailfrom", "a; b@c.example"]]) },
    ]);
  });
});
