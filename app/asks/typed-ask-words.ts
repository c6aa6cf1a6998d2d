import type { TypedField, TypedProblem } from "./typed-ask.ts";

/** What is said about something in a typed line that cannot be taken as it stands. */
export function troubleText({ field, kind, said = "", names = [], reason = "" }: TypedProblem): string {
  switch (kind) {
    case "missing":
      return "Say whom you asked.";
    case "nobody":
      return `Nobody called “${said}” here yet.`;
    case "elsewhere":
      return `${listed(names)}: not at that company, as far as we know. Is it somebody else?`;
    case "several":
      return `“${said}” may be ${listed(names)}. Which one?`;
    case "same":
      return `“${said}” is who you asked. Whom do you want to meet?`;
    case "twice":
      return `${WHAT[field]} is said in two ways: ${names.map((name) => `“${name}”`).join(" and ")}. Choose one.`;
    case "impossible":
      return `There is no day “${said}”.`;
    case "hour":
      return `There is no time “${said}”.`;
    case "everybody":
      return `“${said}” is nobody’s name. Write a line for each person.`;
    case "two":
      return `${names.map((name) => `“${name}”`).join(" and ")} are two. Write a line for each.`;
    case "future":
      return `“${said}” is still to come. Write down what has happened.`;
    default:
      return `${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}.`;
  }
}

function listed(names: readonly string[]): string {
  return names.length > 3 ? `one of ${names.length} people` : names.join(" or ");
}

const WHAT: Record<TypedField, string> = {
  asking: "The ask",
  source: "Whom you asked",
  company: "The company",
  target: "Whom to meet",
  account: "The company",
  colleague: "The colleague",
  outcome: "The answer",
  untilDay: "The day to ask again",
  channel: "How you asked",
  moment: "The moment",
  day: "The day",
  note: "The note",
};
