import { describe, expect, it } from "vitest";
import { uniqueHeaders } from "./headers.ts";
import { FORMATS, isKnownHeader, recognise } from "./recognise.ts";

const GOOGLE_NEW =
  "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value";
const GOOGLE_OLD =
  "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Yomi Name,Organization 1 - Title";
const OUTLOOK_LIVE =
  "First Name,Middle Name,Last Name,Title,Suffix,Nickname,Given Yomi,Surname Yomi,E-mail Address,E-mail 2 Address,E-mail 3 Address,Home Phone,Home Phone 2,Business Phone,Business Phone 2,Mobile Phone,Car Phone,Other Phone,Primary Phone,Pager,Business Fax,Home Fax,Other Fax,Company Main Phone,Callback,Radio Phone,Telex,TTY/TDD Phone,IMAddress,Job Title,Department,Company,Office Location,Manager's Name,Assistant's Name,Assistant's Phone,Company Yomi,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Home State,Home Postal Code,Home Country/Region,Personal Web Page,Spouse,Schools,Hobby,Location,Web Page,Birthday,Anniversary,Notes";
const OUTLOOK_DESKTOP =
  "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,Business Street 3,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Assistant's Phone,Business Fax,Business Phone,Business Phone 2,Mobile Phone,Account,Anniversary,Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,Notes,Web Page";

const FILES: [string, string, string][] = [
  [
    "salesforce-accounts",
    "Data Loader",
    "ID,ISDELETED,MASTERRECORDID,NAME,TYPE,PARENTID,BILLINGSTREET,BILLINGCITY,BILLINGSTATE,PHONE,WEBSITE,INDUSTRY,OWNERID,CREATEDDATE",
  ],
  ["salesforce-accounts", "SOQL", "Id,Name,Industry,NumberOfEmployees,Owner.Name"],
  [
    "salesforce-contacts",
    "Data Loader",
    "ID,ISDELETED,ACCOUNTID,LASTNAME,FIRSTNAME,SALUTATION,NAME,MAILINGCITY,PHONE,MOBILEPHONE,EMAIL,TITLE,LEADSOURCE,OWNERID",
  ],
  ["salesforce-contacts", "SOQL", "FirstName,LastName,Email,Account.Name"],
  [
    "salesforce-opportunities",
    "Data Loader",
    "ID,ISDELETED,ACCOUNTID,NAME,DESCRIPTION,STAGENAME,AMOUNT,PROBABILITY,CLOSEDATE,TYPE,NEXTSTEP,LEADSOURCE,ISCLOSED,ISWON",
  ],
  [
    "salesforce-opportunities",
    "success file of an import",
    "ID,ACCOUNTID,NAME,STAGENAME,AMOUNT,CLOSEDATE,ISCLOSED,ISWON,STATUS",
  ],
  [
    "salesforce-account-report",
    "report",
    "Last Activity,Billing State/Province,Account Name,Type,Rating,Account Owner,Last Modified Date",
  ],
  ["salesforce-account-report", "report with id", "Account ID,Account Name,Industry"],
  [
    "salesforce-contact-report",
    "report",
    "Salutation,First Name,Last Name,Title,Mailing Street,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Phone,Mobile,Fax,Email,Account Owner,Account Name",
  ],
  ["salesforce-contact-report", "report of full names", "Full Name,Account Name,Email,Contact Owner"],
  [
    "salesforce-opportunity-report",
    "report",
    "Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount Currency,Amount,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type,Owner Role",
  ],
  [
    "salesforce-opportunity-report",
    "report with a column twice",
    "Assigned SE,Stage,Opportunity Name,Owner Role,Account Name,Fiscal Period,Amount,Close Date,Opportunity ID,Opportunity ID",
  ],
  [
    "hubspot-companies",
    "export",
    "Record ID,Company name,Company owner,Create Date,Phone Number,Last Activity Date,City,Country/Region,Industry,Company Domain Name",
  ],
  ["hubspot-companies", "older export", "Company ID,Name,Company Domain Name,City,Country,Type,Description"],
  [
    "hubspot-contacts",
    "export",
    "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,Associated Company,Associated Company IDs",
  ],
  [
    "hubspot-contacts",
    "view without ids",
    "First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Lifecycle Stage",
  ],
  [
    "hubspot-contacts",
    "with the primary company",
    "Record ID,First Name,Last Name,Email,Job Title,Associated Company IDs (Primary),Associated Company (Primary),Company Name",
  ],
  [
    "hubspot-deals",
    "export",
    "Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Associated Company IDs (Primary),Associated Company (Primary)",
  ],
  ["hubspot-deals", "view", "Deal Name,Deal Stage,Amount,Close Date"],
  [
    "pipedrive-organizations",
    "export",
    "Organization - ID,Organization - Name,Organization - Label,Organization - Owner,Organization - People,Organization - City/town/village/locality of Address,Organization - Country of Address",
  ],
  ["pipedrive-organizations", "British", "Organisation - Name,Organisation - Address"],
  [
    "pipedrive-people",
    "export",
    "Person - Name,Person - Label,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Phone - Work,Person - Phone - Mobile,Person - Owner",
  ],
  [
    "pipedrive-people",
    "import template",
    "Person - Name*,Person - First name,Person - Last name,Person - Phone,Person - Email (Work),Person - Email (Home),Organization - Name*,Organization - Address",
  ],
  [
    "pipedrive-deals",
    "export",
    "Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Organization,Deal - Contact person,Deal - Expected close date,Deal - Owner,Deal - Status,Deal - Won time,Deal - Lost time,Deal - Deal created",
  ],
  [
    "pipedrive-deals",
    "list view with the others' columns",
    "Deal - Title,Deal - Value,Organization - Name,Person - Name,Person - Email - Work,Deal - Status",
  ],
  ["linkedin-connections", "export", "First Name,Last Name,URL,Email Address,Company,Position,Connected On"],
  [
    "linkedin-connections",
    "export of 2018",
    "First Name,Last Name,Email Address,Company,Position,Connected On",
  ],
  ["google-contacts", "since 2024", GOOGLE_NEW],
  ["google-contacts", "before", GOOGLE_OLD],
  ["google-contacts", "with numbers only", "First Name,Last Name,Labels,Phone 1 - Label,Phone 1 - Value"],
  ["outlook-contacts", "outlook.com", OUTLOOK_LIVE],
  ["outlook-contacts", "desktop", OUTLOOK_DESKTOP],
  ["outlook-contacts", "small", "First Name,Last Name,E-mail Address,Company"],
];

const columns = (line: string) => recognise(uniqueHeaders(line.split(",")))!.mapping.columns;
const rows = (id: string) => [
  [id, "x"],
  ["", "y"],
];

describe("recognising a file by its headers", () => {
  it.each(FILES)("finds %s (%s)", (format, _what, line) => {
    const headers = uniqueHeaders(line.split(","));
    const found = recognise(headers);
    expect(found).toMatchObject({ format, confidence: "certain" });
    expect(found!.why).toMatch(/^It has the columns ".+"\.$/);
    expect(isKnownHeader(line.split(","))).toBe(true);
  });

  it.each(FILES)("finds %s (%s) in any order and case, with columns of their own", (format, _what, line) => {
    const shuffled = ["Favourite colour", ...line.split(",").toReversed(), "Score__c"];
    expect(recognise(uniqueHeaders(shuffled.map((header) => header.toUpperCase())))?.format).toBe(format);
    expect(recognise(uniqueHeaders(shuffled.map((header) => ` ${header.toLowerCase()}`)))?.format).toBe(
      format,
    );
  });

  it.each([
    ["Name,Website,Phone"],
    ["Company,Contact,E-mail"],
    ["id,name"],
    ["First Name,Last Name,Email"],
    ["Vorname,Nachname,E-Mail"],
    ["Name,Amount,Stage"],
    ["a,b,c"],
    [""],
  ])("leaves %j to the mapping screen", (line) => expect(recognise(line.split(","))).toBeNull());

  it("takes a hint from the form of the ids and from the file's name", () => {
    const headers = ["Id", "Name"];
    expect(recognise(headers, { rows: rows("001x0000002xLCVAA2") })).toMatchObject({
      format: "salesforce-accounts",
      confidence: "likely",
    });
    expect(recognise(headers, { rows: rows("006x0000001YtCr") })).toMatchObject({
      format: "salesforce-opportunities",
    });
    expect(recognise(headers, { rows: rows("42") })).toBeNull();
    expect(recognise(headers, { fileName: "Opportunity_export.csv" })).toMatchObject({
      format: "salesforce-opportunities",
      why: 'The file is called "Opportunity_export.csv".',
    });
    expect(recognise(["Name", "City"], { fileName: "accounts.csv" })).toBeNull();
  });

  it("knows each format by one id", () => {
    expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
  });
});

describe("what the columns mean", () => {
  it("is taken from the best column first", () => {
    expect(
      columns(
        "Record ID,First Name,Company Name,Associated Company (Primary),Email,Additional email addresses",
      ),
    ).toMatchObject({
      companyName: ["Associated Company (Primary)", "Company Name"],
      emails: ["Email", "Additional email addresses"],
    });
  });

  it("counts every numbered column of an address book", () => {
    expect(
      columns("First Name,Last Name,E-mail 1 - Value,E-mail 2 - Value,E-mail 12 - Value,Phone 1 - Value"),
    ).toMatchObject({
      emails: ["E-mail 1 - Value", "E-mail 2 - Value", "E-mail 12 - Value"],
    });
    expect(columns(OUTLOOK_LIVE)).toMatchObject({
      emails: ["E-mail Address", "E-mail 2 Address", "E-mail 3 Address"],
      title: ["Job Title"],
    });
  });

  it("names every column as it stands in the file", () => {
    for (const [, , line] of FILES) {
      const headers = uniqueHeaders(line.split(","));
      for (const used of Object.values(columns(line))) expect(headers).toEqual(expect.arrayContaining(used));
    }
  });
});
