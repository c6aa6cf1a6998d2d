import type { PhraseBook } from "#lib/web/phrases.ts";

/** How lines about people and accounts read after the name of who did it; see lib/web/phrases.ts. */
export const peoplePhrases: PhraseBook = {
  "person.added": ({ subject, detail }, name) => (
    <>
      wrote down {name(subject.id)}
      {detail["from"] === "import" && " from a file"}
    </>
  ),
  "person.changed": ({ subject, detail }, name) => (
    <>
      changed {fieldsOf(detail)} of {name(subject.id)}
    </>
  ),
  "person.removed": ({ subject }, name) => <>removed {name(subject.id)}</>,
  "position.added": ({ detail }, name) => (
    <>
      noted that {name(detail["personId"])} works at {name(detail["accountId"])}
    </>
  ),
  "position.changed": ({ detail }, name) => <>changed a position of {name(detail["personId"])}</>,
  "position.removed": ({ detail }, name) => <>removed a position of {name(detail["personId"])}</>,
  "account.added": ({ subject }, name) => <>added {name(subject.id)}</>,
  "account.changed": ({ subject, detail }, name) => (
    <>
      changed {fieldsOf(detail)} of {name(subject.id)}
    </>
  ),
  "account.named": ({ subject }, name) => <>put {name(subject.id)} on the pursuit list</>,
  "account.removed": ({ subject }, name) => <>removed {name(subject.id)}</>,
  "person.merged": ({ detail }) => <>made {String(detail["name"])} one with this record</>,
  "account.merged": ({ detail }) => <>made {String(detail["name"])} one with this record</>,
};

const WORDS: Record<string, string> = {
  fullName: "the name",
  name: "the name",
  kind: "what they are to us",
  holderId: "the relationship holder",
  accountId: "the company",
  emails: "the e-mail",
  phones: "the phone",
  linkedinUrl: "the LinkedIn address",
};

function fieldsOf(detail: Record<string, unknown>): string {
  const fields = Array.isArray(detail["fields"]) ? (detail["fields"] as string[]) : [];
  return fields.map((field) => WORDS[field] ?? `the ${field}`).join(", ") || "something";
}
