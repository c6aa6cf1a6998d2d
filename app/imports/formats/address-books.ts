import type { Format } from "./format.ts";

export const addressBookFormats: Format[] = [
  {
    id: "linkedin-connections",
    system: "linkedin",
    label: "LinkedIn connections",
    kind: "people",
    needs: [["first name"], ["last name"], ["connected on"]],
    fields: {
      externalId: ["url"],
      given: ["first name"],
      family: ["last name"],
      emails: ["email address"],
      title: ["position"],
      companyName: ["company"],
      linkedin: ["url"],
      connectedDay: ["connected on"],
    },
  },
  {
    id: "google-contacts",
    system: "google",
    label: "Google Contacts",
    kind: "people",
    // Since 2024 "First Name … E-mail 1 - Label", before that "Given Name … E-mail 1 - Type".
    needs: [
      ["first name", "last name", "given name", "family name", "name"],
      ["e-mail # - value", "phone # - value", "e-mail # - label", "e-mail # - type", "phone # - label", "phone # - type", "phonetic first name", "given name yomi"],
    ],
    fields: {
      given: ["first name", "given name"],
      middle: ["middle name", "additional name"],
      family: ["last name", "family name"],
      fullName: ["name", "file as"],
      emails: ["e-mail # - value"],
      phones: ["phone # - value"],
      title: ["organization title", "organization # - title"],
      companyName: ["organization name", "organization # - name"],
      linkedin: ["website # - value"],
      city: ["address # - city"],
      country: ["address # - country"],
      notes: ["notes"],
    },
    alsoKnown: ["nickname", "name prefix", "name suffix", "birthday", "photo", "labels", "group membership", "organization department", "e-mail # - label", "e-mail # - type", "phone # - label", "phone # - type", "address # - formatted", "website # - label", "custom field # - value"],
  },
  {
    id: "outlook-contacts",
    system: "outlook",
    label: "Outlook contacts",
    kind: "people",
    needs: [
      ["first name", "last name"],
      ["e-mail address"],
      ["company", "job title", "business phone", "mobile phone", "e-mail 2 address", "e-mail display name", "business street", "home phone", "web page"],
    ],
    lacks: ["connected on", "account name"],
    // "Title" is the form of address here (Mr, Dr.), not the job.
    fields: {
      given: ["first name"],
      middle: ["middle name"],
      family: ["last name"],
      emails: ["e-mail address", "e-mail # address"],
      phones: ["business phone", "mobile phone", "business phone #", "primary phone", "company main phone", "other phone", "home phone", "home phone #"],
      title: ["job title"],
      companyName: ["company"],
      linkedin: ["web page", "personal web page"],
      city: ["business city", "home city", "other city"],
      country: ["business country/region", "business country", "home country/region", "home country"],
      notes: ["notes"],
    },
    alsoKnown: ["title", "suffix", "nickname", "initials", "department", "business street", "business state", "business postal code", "home street", "birthday", "anniversary", "categories", "manager's name", "assistant's name", "spouse", "office location", "pager", "business fax"],
  },
];
