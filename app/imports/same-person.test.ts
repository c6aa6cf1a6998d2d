import { describe, expect, it } from "vitest";
import { personKeys } from "#people/likeness.ts";
import { newInFile } from "./in-file.ts";
import { keysInFile, namesFit, samePerson, type Someone } from "./same-person.ts";

function someone(fullName: string, more: Partial<Someone> = {}): Someone {
  return { fullName, emails: [], phones: [], linkedinUrl: null, companyName: null, ...more };
}

function keys(person: Someone): string[] {
  return personKeys({ ...person, accountName: person.companyName }, "DE");
}

function shared(one: Someone, other: Someone): string[] {
  const theirs = new Set(keys(other));
  return keys(one).filter((key) => theirs.has(key));
}

const mail = (...emails: string[]) => ({ emails });

describe("somebody in a file and somebody here", () => {
  it.each<[string, Someone, Someone, boolean]>([
    [
      "one mailbox, one name",
      someone("Ann Lee", mail("a@x.example")),
      someone("Lee, Ann", mail("a@x.example")),
      true,
    ],
    [
      "one mailbox, initials",
      someone("J. Smith", mail("j@x.example")),
      someone("John Smith", mail("j@x.example")),
      true,
    ],
    [
      "one mailbox, a family",
      someone("Ann Lee", mail("l@x.example")),
      someone("Bob Lee", mail("l@x.example")),
      false,
    ],
    [
      "one mailbox, an office",
      someone("Ann Lee", mail("info@x.example")),
      someone("Tom Fox", mail("info@x.example")),
      false,
    ],
    [
      "a switchboard",
      someone("Ann Lee", { phones: ["+493012345"] }),
      someone("Tom Fox", { phones: ["+493012345"] }),
      false,
    ],
    [
      "name and phone",
      someone("Ann Lee", { phones: ["+493012345"] }),
      someone("Ann Lee", { phones: ["+493012345"] }),
      true,
    ],
    [
      "one page, other names",
      someone("Ann Lee", { linkedinUrl: "https://www.linkedin.com/in/ann" }),
      someone("Ann Fox", { linkedinUrl: "https://www.linkedin.com/in/ann" }),
      true,
    ],
    [
      "name and company",
      someone("Ann Lee", { companyName: "Acme GmbH" }),
      someone("ann lee", { companyName: "ACME" }),
      true,
    ],
    [
      "name and company, private mail beside that of the work",
      someone("Ann Lee", { companyName: "Acme", ...mail("ann@home.example") }),
      someone("Ann Lee", { companyName: "Acme", ...mail("ann@acme.example") }),
      true,
    ],
    [
      "name and company, two mailboxes there",
      someone("Ann Lee", { companyName: "Acme", ...mail("ann.lee@acme.example") }),
      someone("Ann Lee", { companyName: "Acme", ...mail("ann.lee2@acme.example") }),
      false,
    ],
    ["a name alone", someone("Ann Lee"), someone("Ann Lee", mail("a@x.example")), true],
    [
      "a name and a new sign",
      someone("Ann Lee", mail("b@x.example")),
      someone("Ann Lee", mail("a@x.example")),
      false,
    ],
  ])("%s", (_, row, other, expected) => {
    expect(samePerson(row, other, shared(row, other))).toBe(expected);
  });

  it("is called the same by fitting names", () => {
    expect(namesFit("Ann", "Ann Lee")).toBe(true);
    expect(namesFit("Dr. Ann Lee", "Lee, Ann")).toBe(true);
    expect(namesFit("Ann Lee", "Bob Lee")).toBe(false);
    expect(namesFit("", "Bob Lee")).toBe(false);
  });
});

function annAtAcme(...emails: string[]): string[] {
  return keysInFile(someone("Ann Lee", { companyName: "Acme AG", emails }));
}

describe("rows of one file", () => {
  it("are found again by any of their keys, under the first line", () => {
    const file = newInFile();
    expect(file.meet(2, keysInFile(someone("Ann Lee", mail("a@x.example"))))).toBeNull();
    expect(file.meet(3, keysInFile(someone("Tom Fox", mail("a@x.example"))))).toBeNull();
    expect(file.meet(4, keysInFile(someone("A. Lee", mail("a@x.example", "b@x.example"))))).toBe(2);
    expect(file.meet(5, keysInFile(someone("Ann Lee", mail("b@x.example"))))).toBe(2);
  });

  it("of one name at one company are one only when their addresses agree", () => {
    const file = newInFile();
    expect(file.meet(2, annAtAcme())).toBeNull();
    expect(file.meet(3, annAtAcme())).toBe(2);
    expect(file.meet(4, annAtAcme("ann@acme.example"))).toBeNull();
    expect(file.meet(5, annAtAcme("ann2@acme.example"))).toBeNull();
  });
});
