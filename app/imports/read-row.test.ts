import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newEvidence, settle, usualDayOrder, weighRow } from "./assumptions.ts";
import { fieldsOf, type ImportKind, type Mapping } from "./fields.ts";
import { readRow } from "./read-row.ts";
import { recognise } from "./recognise.ts";
import type { RowReading } from "./records.ts";
import { planReading } from "./row-cells.ts";

const WORKPLACE = { currency: "EUR", timeZone: "Europe/Berlin" };

/** Rows as objects: the headers are their keys. */
function read(rows: Record<string, string>[], by?: Mapping): RowReading[] {
  const headers = Object.keys(rows[0]!);
  const mapping = by ?? recognise(headers)!.mapping;
  const cells = rows.map((row) => headers.map((header) => row[header] ?? ""));
  const evidence = newEvidence(headers, mapping);
  for (const each of cells) weighRow(evidence, each);
  const plan = planReading(headers, mapping, settle(evidence, "day-first"), WORKPLACE);
  return cells.map((each) => readRow(plan, each));
}

const record = (reading: RowReading | undefined) => (reading && "record" in reading ? reading.record : null);
const reasons = (reading: RowReading | undefined) =>
  reading && "problems" in reading ? reading.problems.map(({ column, reason }) => [column, reason]) : null;
const notes = (reading: RowReading | undefined) =>
  reading && "record" in reading ? reading.notes.map(({ column, reason }) => [column, reason]) : null;

describe("an account", () => {
  const row = {
    Id: "001x0000002xLCV",
    Name: " Acme GmbH ",
    Type: "Customer - Direct",
    Website: "acme.example",
    BillingCity: "",
    ShippingCity: "Köln",
    NumberOfEmployees: "1,250",
    "Owner.Email": "ann@lee.example",
    CreatedDate: "2006-04-15T23:30:00.000Z",
    IsDeleted: "false",
  };

  it("is read with all that it has", () => {
    const [first] = read([row]);
    expect(record(first)).toEqual({
      type: "account",
      externalId: "001x0000002xLCVAA2",
      name: "Acme GmbH",
      accountKind: "client",
      industry: null,
      website: "https://acme.example",
      phone: null,
      street: null,
      city: "Köln",
      region: null,
      postalCode: null,
      country: null,
      employees: 1250,
      description: null,
      owner: { name: null, email: "ann@lee.example" },
      createdDay: "2006-04-16",
    });
    expect(notes(first)).toEqual([]);
  });

  it("needs a name", () => expect(reasons(read([{ ...row, Name: " " }])[0])).toEqual([["Name", "no name"]]));

  it("is left out when it was deleted there", () => {
    expect(read([{ ...row, IsDeleted: "true" }])).toEqual([{ leftOut: "deleted in the other system" }]);
  });

  it.each([
    ["0", null, []],
    ["51-200", null, [["NumberOfEmployees", '"51-200" is not a number of employees and is left out']]],
    [
      "99999999999",
      null,
      [["NumberOfEmployees", '"99999999999" is not a number of employees and is left out']],
    ],
    ["1.250", 1250, []],
  ])("has as many employees as a number says: %s", (NumberOfEmployees, employees, said) => {
    const [first] = read([{ ...row, NumberOfEmployees }]);
    expect(record(first)).toMatchObject({ employees });
    expect(notes(first)).toEqual(said);
  });

  it("goes in without a website that is none, and says so", () => {
    const [first] = read([{ ...row, Website: "javascript:alert(1)" }]);
    expect(record(first)).toMatchObject({ website: null });
    expect(notes(first)).toEqual([["Website", '"javascript:alert(1)" is not a web address and is left out']]);
  });
});

describe("a person", () => {
  it("is read from LinkedIn", () => {
    const [first, hidden] = read([
      {
        "First Name": "Ann",
        "Last Name": "Lee",
        URL: "https://www.linkedin.com/in/Ann-Lee",
        "Email Address": "",
        Company: "Acme",
        Position: "CEO",
        "Connected On": "12 Mar 2024",
      },
      {
        "First Name": "",
        "Last Name": "",
        URL: "https://www.linkedin.com/in/x",
        "Email Address": "",
        Company: "",
        Position: "",
        "Connected On": "12 Mar 2024",
      },
    ]);
    expect(record(first)).toMatchObject({
      externalId: "https://www.linkedin.com/in/Ann-Lee",
      given: "Ann",
      family: "Lee",
      fullName: "Ann Lee",
      title: "CEO",
      companyName: "Acme",
      linkedin: "https://www.linkedin.com/in/ann-lee",
      connectedDay: "2024-03-12",
    });
    expect(hidden).toEqual({ leftOut: "LinkedIn does not show this member's name" });
  });

  it("is read from Google with all addresses and numbers, each once", () => {
    const [first] = read([
      {
        "First Name": "Ann",
        "Middle Name": "B.",
        "Last Name": "Lee",
        "E-mail 1 - Value": "Ann@Lee.example ::: a@work.example",
        "E-mail 2 - Value": "ann@lee.example",
        "Phone 1 - Value": "+49 30 123456",
        "Website 1 - Value": "https://acme.example",
        "Website 2 - Value": "linkedin.com/in/ann",
        Notes: "met at\nthe fair",
      },
    ]);
    expect(record(first)).toMatchObject({
      fullName: "Ann B. Lee",
      emails: ["ann@lee.example", "a@work.example"],
      phones: ["+49 30 123456"],
      linkedin: "https://www.linkedin.com/in/ann",
      notes: "met at\nthe fair",
    });
  });

  const byName: Mapping = {
    kind: "people",
    system: "csv",
    columns: { fullName: ["Name"], emails: ["E-mail"], phones: ["Phone"], connectedDay: ["Since"] },
  };

  it.each([
    ["Dr. Ludwig van Beethoven", "Ludwig", "van Beethoven", "Ludwig van Beethoven"],
    ["Kennedy, John F.", "John", "Kennedy", "John F. Kennedy"],
    ["Madonna", "Madonna", "", "Madonna"],
  ])("called %j is %j %j", (name, given, family, fullName) => {
    expect(record(read([{ Name: name, "E-mail": "" }], byName)[0])).toMatchObject({
      given,
      family,
      fullName,
    });
  });

  it("without a name is called after the e-mail address, and it says so", () => {
    const [first] = read([{ Name: "", "E-mail": "ann.lee@acme.example" }], byName);
    expect(record(first)).toMatchObject({ given: "Ann", family: "Lee", fullName: "Ann Lee" });
    expect(notes(first)).toEqual([["Name", "no name: taken from the e-mail address ann.lee@acme.example"]]);
  });

  it("without a name and an address cannot be used", () => {
    expect(reasons(read([{ Name: "", "E-mail": "nobody" }], byName)[0])).toEqual([
      ["Name", "no name and no e-mail address"],
    ]);
  });

  it("goes in without what cannot be read, and it says so", () => {
    const [first] = read([{ Name: "Ann", "E-mail": "ann@", Phone: "ask", Since: "long ago" }], byName);
    expect(notes(first)).toEqual([
      ["E-mail", '"ann@" is not an e-mail address and is left out'],
      ["Phone", '"ask" is not a phone number and is left out'],
      ["Since", '"long ago" is not a date and is left out'],
    ]);
  });
});

describe("a deal", () => {
  const row = {
    "Opportunity Name": "Widgets",
    "Account Name": "Acme",
    Stage: "Closed Won",
    Amount: "1.234,50",
    "Amount Currency": "EUR",
    "Close Date": "23.07.2024",
    "Lead Source": "Customer Referral",
    "Opportunity Owner": "Ann Lee",
    "Next Step": "call",
  };

  it("is read with all that it has", () => {
    expect(record(read([row])[0])).toEqual({
      type: "deal",
      externalId: null,
      name: "Widgets",
      accountName: "Acme",
      accountExternalId: null,
      amount: { minor: 123_450, currency: "EUR" },
      stage: "Closed Won",
      outcome: "won",
      closeDay: "2024-07-23",
      lostReason: null,
      origin: "referral",
      originText: "Customer Referral",
      contactName: null,
      owner: { name: "Ann Lee", email: null },
      nextStep: "call",
      description: null,
      createdDay: null,
    });
  });

  it("says everything that keeps it from being used", () => {
    const bad = {
      ...row,
      "Opportunity Name": "",
      "Account Name": "",
      Amount: "abc",
      "Close Date": "someday",
    };
    expect(reasons(read([bad])[0])).toEqual([
      ["Opportunity Name", "no name"],
      ["Account Name", "no account"],
      ["Close Date", '"someday" is not a date'],
      ["Amount", 'amount "abc" is not a number'],
    ]);
  });

  it.each([
    [{ "Close Date": "" }, ["Close Date", "no day on which it was won"]],
    [{ Amount: "-5" }, ["Amount", 'amount "-5" is below zero']],
    [{ "Amount Currency": "Talers" }, ["Amount Currency", 'currency "Talers" is not known']],
  ])("cannot be used with %j", (change, reason) =>
    expect(reasons(read([{ ...row, ...change }])[0])).toEqual([reason]),
  );

  it("may be open without a day or an amount", () => {
    const [first] = read([{ ...row, Stage: "Prospecting", "Close Date": "", Amount: "" }]);
    expect(record(first)).toMatchObject({ outcome: "open", closeDay: null, amount: null });
  });

  it("takes the currency that stands beside the amount", () => {
    const [first] = read([{ ...row, Amount: "USD 485,000.00", "Amount Currency": "" }]);
    expect(record(first)).toMatchObject({ amount: { minor: 48_500_000, currency: "USD" } });
  });

  it.each([
    ["true", "true", "Anything", "won"],
    ["true", "false", "Closed Won", "lost"],
    ["false", "false", "Negotiation", "open"],
    ["", "", "Closed Lost", "lost"],
    ["", "", "Prospecting", "open"],
  ])("closed %j, won %j in stage %j is %s", (closed, won, stage, outcome) => {
    const api = {
      Id: "1",
      Name: "x",
      "Account.Name": "Acme",
      StageName: stage,
      IsClosed: closed,
      IsWon: won,
      CloseDate: "2024-01-02",
    };
    expect(record(read([api])[0])).toMatchObject({ outcome });
  });

  it("of Pipedrive was won on the day it was won", () => {
    const deals = {
      "Deal - Title": "x",
      "Deal - Organization": "Acme",
      "Deal - Value": "100",
      "Deal - Currency": "USD",
      "Deal - Status": "Won",
      "Deal - Won time": "2024-03-02 10:00:00",
      "Deal - Lost time": "",
      "Deal - Expected close date": "2024-05-01",
      "Deal - Deal created": "45631.0",
    };
    expect(record(read([deals])[0])).toMatchObject({
      outcome: "won",
      closeDay: "2024-03-02",
      createdDay: "2024-12-05",
      amount: { minor: 10_000, currency: "USD" },
    });
  });

  it("of Pipedrive that was deleted is left out", () => {
    const deal = { "Deal - Title": "x", "Deal - Organization": "Acme", "Deal - Status": "Deleted" };
    expect(read([deal])).toEqual([{ leftOut: "deleted in the other system" }]);
  });

  it("of HubSpot belongs to the first of its companies", () => {
    const deal = { "Deal Name": "x", "Deal Stage": "a", "Associated Company": "Acme; Beta" };
    expect(record(read([deal])[0])).toMatchObject({ accountName: "Acme" });
  });

  it("of HubSpot was not referred because a website linked to ours", () => {
    const deal = {
      "Record ID": "7",
      "Deal Name": "x",
      "Deal Stage": "closedwon",
      "Close Date": "2024-01-02",
      "Associated Company": "Acme",
      "Original Source Type": "REFERRALS",
      "Lead Source": "",
      "Deal Type": "newbusiness",
    };
    expect(record(read([deal])[0])).toMatchObject({ origin: "inbound", originText: "REFERRALS" });
    expect(record(read([{ ...deal, "Lead Source": "Client referral" }])[0])).toMatchObject({
      origin: "referral",
    });
    const existing = { ...deal, "Original Source Type": "", "Deal Type": "existingbusiness" };
    expect(record(read([existing])[0])).toMatchObject({ origin: "existing-client" });
    expect(record(read([{ ...existing, "Deal Type": "" }])[0])).toMatchObject({
      origin: "other",
      originText: null,
    });
  });

  it("without a name for its account, but with its id, is fine", () => {
    const deal = {
      "Record ID": "7",
      "Deal Name": "x",
      "Deal Stage": "a",
      "Associated Company IDs": "9001;9002",
    };
    expect(record(read([deal])[0])).toMatchObject({ accountName: null, accountExternalId: "9001" });
  });
});

describe("any row at all", () => {
  const cell = fc.oneof(
    fc.string({ unit: "binary", maxLength: 12 }),
    fc.constantFrom(
      "9999999999999",
      "99999",
      "1E400",
      "€€",
      "-",
      "()",
      "@@",
      "\u0000",
      "1/1/0000",
      "USD",
      "...",
    ),
  );
  it.each<ImportKind>(["accounts", "people", "deals"])(
    "of %s is read, refused or left out, and never throws",
    (kind) => {
      const headers = Object.keys(fieldsOf(kind));
      const columns = Object.fromEntries(headers.map((header) => [header, [header]]));
      const mapping: Mapping = { kind, system: "salesforce", columns };
      fc.assert(
        fc.property(fc.array(cell, { minLength: headers.length, maxLength: headers.length }), (cells) => {
          const [reading] = read(
            [Object.fromEntries(headers.map((header, index) => [header, cells[index]!]))],
            mapping,
          );
          expect(["record", "problems", "leftOut"].filter((way) => way in reading!)).toHaveLength(1);
        }),
        { numRuns: 500 },
      );
    },
  );
});

describe("what is assumed", () => {
  it("is said, and holds for every row", () => {
    const headers = ["Deal Name", "Deal Stage", "Close Date", "Associated Company"];
    const mapping = recognise(headers)!.mapping;
    const evidence = newEvidence(headers, mapping);
    weighRow(evidence, ["x", "y", "03/04/2024", "Acme"]);
    const assumptions = settle(evidence, usualDayOrder(null, "America/New_York"));
    expect(assumptions.said).toEqual(['"03/04/2024" in "Close Date" is read month first: 2024-03-04.']);
    const plan = planReading(headers, mapping, assumptions, WORKPLACE);
    expect(record(readRow(plan, ["x", "y", "05/06/2024", "Acme"]))).toMatchObject({ closeDay: "2024-05-06" });
    expect(reasons(readRow(plan, ["x", "y", "23/06/2024", "Acme"]))).toEqual([
      ["Close Date", '"23/06/2024" is not a date with the month first'],
    ]);
  });

  it.each([
    [null, "Europe/Berlin", "day-first"],
    [null, "America/Chicago", "month-first"],
    [null, "America/Toronto", "day-first"],
    ["US", "Europe/Berlin", "month-first"],
    ["DE", "America/Chicago", "day-first"],
  ])("in %j, %s, is %s", (country, zone, order) => expect(usualDayOrder(country, zone)).toBe(order));
});
