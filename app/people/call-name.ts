import { bareName } from "./person-name.ts";

/** How somebody is spoken of in a sentence: "Anna" for "Dr. Anna Müller". */
export function callName(fullName: string): string {
  return bareName(fullName.split(" "))[0] ?? fullName;
}
