import type { PhraseBook } from "#lib/web/phrases.ts";
import { sourcePhrases } from "./source-phrases.tsx";

/** How lines about people, where they work and who is the same read after the name of who did it; see lib/web/phrases.ts. */
export const peoplePhrases: PhraseBook = {
  ...sourcePhrases,
  "person.added": (line, name) =>
    line.detail["from"] === "import" ? (
      <>brought {name(line.subject.id)} in from a file</>
    ) : (
      <>wrote {name(line.subject.id)} down</>
    ),
  "person.changed": (line, name) => (
    <>
      changed {fieldsIn(line.detail["fields"])} of {name(line.subject.id)}
    </>
  ),
  "person.removed": (line, name) => <>took {name(line.subject.id)} off the lists</>,
  "person.erased": () => <>erased somebody’s data at their wish</>,
  "person.merged": (line, name) => (
    <>
      made “{String(line.detail["name"])}” and {name(line.detail["keptId"])} one
    </>
  ),
  "account.merged": (line, name) => (
    <>
      made “{String(line.detail["name"])}” and {name(line.detail["keptId"])} one
    </>
  ),
  "position.taken": (line, name) => (
    <>
      noted that {name(line.detail["personId"])} works at {name(line.detail["accountId"])}
      {titleIn(line.detail["title"])}
      {line.detail["leftId"] ? <>, no longer at {name(line.detail["leftId"])}</> : null}
    </>
  ),
  "position.added": (line, name) => (
    <>
      noted that {name(line.detail["personId"])} worked at {name(line.detail["accountId"])}
      {titleIn(line.detail["title"])}
    </>
  ),
  "position.changed": (line, name) => (
    <>
      corrected the position of {name(line.detail["personId"])} at {name(line.detail["accountId"])}
    </>
  ),
  "position.removed": (line, name) => (
    <>
      took {name(line.detail["accountId"])} out of the history of {name(line.detail["personId"])}
    </>
  ),
};

function titleIn(title: unknown) {
  return typeof title === "string" && title !== "" ? ` as ${title}` : "";
}

const FIELD_WORDS: Record<string, string> = {
  fullName: "the name",
  givenName: "",
  familyName: "",
  title: "the title",
  accountId: "the employer",
  emails: "the e-mails",
  phones: "the phones",
  linkedinUrl: "the LinkedIn page",
  city: "the city",
  country: "the country",
  note: "the note",
  holderId: "the relationship holder",
};

function fieldsIn(fields: unknown): string {
  const words = (Array.isArray(fields) ? fields : []).map(
    (field) => FIELD_WORDS[String(field)] ?? String(field),
  );
  const said = words.filter((word) => word !== "");
  return said.length > 1 ? `${said.slice(0, -1).join(", ")} and ${said.at(-1)}` : (said[0] ?? "something");
}
