import { describe, expect, it } from "vitest";
import {
  readCount,
  readEmails,
  readId,
  readLinkedin,
  readOwner,
  readPhones,
  readWebsite,
  tidy,
} from "./read-cell.ts";

describe("cells", () => {
  it.each([
    ["  Acme\u00A0GmbH \u0000", "Acme GmbH"],
    ["\uFEFFAcme\u200B", "Acme"],
    ["a\r\nb", "a\nb"],
    ["NULL", ""],
    ["#N/A", ""],
    ["N/A", "N/A"],
  ])("%j is tidily %j", (cell, text) => expect(tidy(cell)).toBe(text));

  it.each([
    ["Ann@Lee.Example", ["ann@lee.example"], []],
    ["ann@lee.example ::: a.lee@work.example", ["ann@lee.example", "a.lee@work.example"], []],
    ["a@b.example; c@d.example, e@f.example", ["a@b.example", "c@d.example", "e@f.example"], []],
    ["Ann Lee <ann@lee.example>", ["ann@lee.example"], []],
    ["mailto:ann@lee.example", ["ann@lee.example"], []],
    ["ann@lee", [], ["ann@lee"]],
    ["/o=ExchangeLabs/cn=ann", [], ["/o=ExchangeLabs/cn=ann"]],
    ["", [], []],
  ])("the e-mail cell %j holds %j", (cell, emails, refused) =>
    expect(readEmails(cell)).toEqual({ emails, refused }),
  );

  it.each([
    ["(555) 555-1212", ["(555) 555-1212"], []],
    ["+1 555 0199 ::: 030/123456", ["+1 555 0199", "030/123456"], []],
    ["570-809-7197,570 809 7198", ["570-809-7197", "570 809 7198"], []],
    ["ask Ann", [], ["ask Ann"]],
    ["4.93012E+11", [], ["4.93012E+11"]],
  ])("the phone cell %j holds %j", (cell, phones, refused) =>
    expect(readPhones(cell)).toEqual({ phones, refused }),
  );

  it.each([
    ["acme.example", "https://acme.example"],
    ["http://www.acme.example/about us", "http://www.acme.example/about"],
    ["HTTPS://Acme.Example", "HTTPS://Acme.Example"],
    ["acme.example:8080/x", "https://acme.example:8080/x"],
    ["javascript:alert(1)", null],
    ["data:text/html,x.y", null],
    ["ann@acme.example", null],
    ["none", null],
    ["", null],
  ])("the website %j is %j", (cell, website) => expect(readWebsite(cell)).toBe(website));

  it.each([
    ["https://www.linkedin.com/in/Ann-Lee/", "https://www.linkedin.com/in/ann-lee"],
    ["de.linkedin.com/in/ann-lee?trk=x", "https://www.linkedin.com/in/ann-lee"],
    ["https://evil.example/linkedin.com/in/ann", null],
    ["https://www.linkedin.com/company/acme", null],
    ["Ann Lee", null],
  ])("the LinkedIn page %j is %j", (cell, page) => expect(readLinkedin(cell)).toBe(page));

  it.each([
    ["001x0000002xLCV", "salesforce", "001x0000002xLCVAA2"],
    ["001x0000002xLCVAA2", "salesforce", "001x0000002xLCVAA2"],
    ["001x0000002xLCV", "hubspot", "001x0000002xLCV"],
    ["9001;9002", "hubspot", "9001"],
    ["1.23457E+11", "hubspot", null],
    ["", "hubspot", null],
  ])("the id %j of %s is %j", (cell, system, id) => expect(readId(cell, system)).toBe(id));

  it.each([
    ["125000", 125_000],
    ["1,250", 1250],
    ["1.250", 1250],
    ["12.0", 12],
    ["51-200", null],
    ["many", null],
    ["", null],
  ])("the count %j is %j", (cell, count) => expect(readCount(cell)).toBe(count));

  it.each([
    ["Ann Lee", { name: "Ann Lee", email: null }],
    ["Ann@Lee.example", { name: null, email: "ann@lee.example" }],
    ["Ann Lee (ann@lee.example)", { name: "Ann Lee", email: "ann@lee.example" }],
    ["", null],
  ])("the owner %j is %j", (cell, owner) => expect(readOwner(cell)).toEqual(owner));
});
