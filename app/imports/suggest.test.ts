import { describe, expect, it } from "vitest";
import { mappingGap } from "./fields.ts";
import { likelyKind, suggestMapping } from "./suggest.ts";

describe("a first guess for the mapping screen", () => {
  it.each([
    ["Company,Website,City", "accounts"],
    ["Firma;Branche;PLZ;Ort", "accounts"],
    ["First Name,Last Name,Email", "people"],
    ["Vorname;Nachname;Firma;E-Mail-Adresse;Telefon", "people"],
    ["Nom,Prénom,Société,Courriel", "people"],
    ["Deal,Client,Value,Stage", "deals"],
    ["Title,Organization,Value,Expected close date,Status", "deals"],
    ["Name,Firma,Betrag,Phase,Abschlussdatum", "deals"],
  ])("%j are %s", (line, kind) => {
    const headers = line.split(/[,;]/);
    expect(likelyKind(headers)).toBe(kind);
    expect(mappingGap(suggestMapping(headers))).toBeNull();
  });

  it("feeds every column to one field, several columns only where that makes sense", () => {
    expect(
      suggestMapping(
        ["Vorname", "Name", "Nachname", "E-Mail", "E-Mail (2)", "Mobil", "Telefon", "Shoe size"],
        "people",
      ),
    ).toEqual({
      kind: "people",
      system: "csv",
      columns: {
        given: ["Vorname"],
        fullName: ["Name"],
        family: ["Nachname"],
        emails: ["E-Mail", "E-Mail (2)"],
        phones: ["Mobil", "Telefon"],
      },
    });
  });

  it("leaves a gap that the person is told about", () => {
    expect(mappingGap(suggestMapping(["City"], "accounts"))).toBe("Choose the column that holds the name.");
    expect(mappingGap(suggestMapping(["City"], "people"))).toBe(
      "Choose the column that holds the name or the e-mail address.",
    );
  });
});
