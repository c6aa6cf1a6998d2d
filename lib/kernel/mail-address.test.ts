import { describe, expect, it } from "vitest";
import { mailAddress } from "./mail-address.ts";

describe("a mailto: address", () => {
  it.each([
    [
      ["anna+b@hafen.example"],
      "Grüße & mehr",
      "Eins?\nZwei = 50 %",
      [],
      "mailto:anna%2Bb@hafen.example?subject=Gr%C3%BC%C3%9Fe%20%26%20mehr&body=Eins%3F%0D%0AZwei%20%3D%2050%20%25",
    ],
    [[], "a", "\ud800", [], "mailto:?subject=a&body=%EF%BF%BD"],
    [
      ["a@b.example", "c@d.example"],
      "s",
      "t",
      ["e?f@g.example"],
      "mailto:a@b.example,c@d.example?bcc=e%3Ff@g.example&subject=s&body=t",
    ],
  ])("to %j about %j", (to, subject, body, bcc, address) => {
    expect(mailAddress(to, subject, body, { bcc })).toBe(address);
  });
});
