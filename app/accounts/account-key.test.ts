import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accountKey, domainOf, isFreeMail } from "./account-key.ts";

describe("the key of a company's name", () => {
  it.each([
    [["The Müller & Söhne GmbH", "Muller und Sohne", "MÜLLER AND SÖHNE gmbh & co. kg"]],
    [["Acme, Inc.", "ACME Incorporated", "Acme Inc", "acme"]],
    [["Pébéo S.A.", "Pebeo SA", "PÉBÉO S. A."]],
    [["Fabryka Sp. z o.o.", "Fabryka"]],
    [["Grabtaxi Holdings, Pte Ltd", "GrabTaxi Holdings"]],
    [["AT&T Inc.", "AT & T"]],
    [["O'Reilly Media", "OReilly Media", "O’Reilly Media, LLC"]],
  ])("is one for %j", (names) => expect(new Set(names.map(accountKey)).size).toBe(1));

  it.each([
    ["Acme", "Acme Holding"],
    ["Booking.com", "Bookingcom"],
    ["Bauer AG", "Baur AG"],
    ["株式会社山田", "株式会社田中"],
  ])("differs for %s and %s", (one, other) => expect(accountKey(one)).not.toBe(accountKey(other)));

  it.each(["AG", "The", "Co & Co", "!!!", "SE"])("is never empty: %s", (name) =>
    expect(accountKey(name)).not.toBe(""),
  );

  it("does not change when it is taken again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (name) => {
        expect(accountKey(accountKey(name))).toBe(accountKey(name));
      }),
    );
  });
});

describe("the domain of a company", () => {
  it.each([
    ["https://www.Acme.co.uk/about?x=1", "acme.co.uk"],
    ["acme.example", "acme.example"],
    ["jo@mail.acme.com.au", "acme.com.au"],
    ["http://acme.example:8080", "acme.example"],
    ["https://user:pass@acme.example/", "acme.example"],
    ["https://müller.example", "müller.example"],
    ["acme.example.", "acme.example"],
    ["jo@gmail.com", null],
    ["jo@yahoo.co.uk", null],
    ["https://www.linkedin.com/company/acme", null],
    ["acme.wordpress.com", null],
    ["localhost", null],
    ["192.168.0.1", null],
    ["not a website", null],
    ["javascript:alert(1)", null],
    ["", null],
  ])("of %j is %j", (text, domain) => expect(domainOf(text)).toBe(domain));

  it("of free mail says nothing about a company", () => {
    expect(isFreeMail("gmx.de")).toBe(true);
    expect(isFreeMail("acme.example")).toBe(false);
  });
});
