import { throwDice, type Dice } from "#demo/dice.ts";
import type { Scratch } from "./scratch.ts";

const QUERIES = 400;

interface Known {
  fullName: string;
  familyName: string;
  givenName: string;
  accountName: string | null;
  title: string | null;
  email: string | null;
}

/** What people type who look for somebody who is there: beginnings, names, companies, addresses; one in four with a slip. */
export async function typedQueries(scratch: Scratch, dice: Dice = throwDice(11)): Promise<string[]> {
  const known = await scratch.asOwner(async (client) => {
    const { rows } = await client.query<Known>(
      `select p.full_name as "fullName", p.family_name as "familyName", p.given_name as "givenName", a.name as "accountName",
              p.title, p.emails[1] as email
         from (select *, row_number() over (order by id) as n, count(*) over () as of from person where merged_into is null) as p
         left join account a on a.workspace_id = p.workspace_id and a.id = p.account_id
        where p.n % greatest(1, p.of / $1) = 0 and p.given_name is not null and p.family_name is not null`,
      [QUERIES],
    );
    return rows;
  });
  return Array.from({ length: QUERIES }, (_, number) => {
    const person = known[number % known.length]!;
    const typed = WAYS[number % WAYS.length]!(person, dice);
    return number % 4 === 3 ? slip(typed, dice) : typed;
  });
}

const WAYS: readonly ((person: Known, dice: Dice) => string)[] = [
  ({ familyName }) => familyName,
  ({ familyName }, dice) => familyName.slice(0, dice.between(2, 5)),
  ({ fullName }) => fullName,
  ({ fullName }) => fullName.toLowerCase(),
  ({ givenName, familyName }) => `${givenName} ${familyName.slice(0, 3)}`,
  ({ familyName, givenName }) => `${familyName}, ${givenName}`,
  ({ accountName, familyName }) => accountName?.split(" ")[0] ?? familyName,
  ({ accountName, familyName }) => accountName?.split(" ").slice(0, 2).join(" ") ?? familyName,
  ({ accountName, givenName }) => `${givenName} ${accountName?.split(" ")[0] ?? ""}`.trim(),
  ({ email, fullName }) => email?.split("@")[0] ?? fullName,
  ({ email, fullName }) => email ?? fullName,
  ({ title, accountName, familyName }) => `${title ?? familyName} ${accountName?.split(" ")[0] ?? ""}`.trim(),
  ({ familyName }) => familyName.replaceAll("ü", "ue").replaceAll("ö", "oe").replaceAll("ä", "ae"),
];

/** Two letters changed over, one left out, one twice, or one that is its neighbour on the keyboard. */
function slip(text: string, dice: Dice): string {
  if (text.length < 4) return text;
  const at = dice.between(1, text.length - 2);
  const [before, letter, next, after] = [text.slice(0, at), text[at]!, text[at + 1]!, text.slice(at + 2)];
  return dice.pick([
    before + next + letter + after,
    before + next + after,
    before + letter + letter + next + after,
    before + (NEIGHBOUR[letter.toLowerCase()] ?? letter) + next + after,
  ]);
}

const NEIGHBOUR: Record<string, string> = {
  a: "s",
  e: "r",
  i: "o",
  o: "p",
  u: "i",
  n: "m",
  r: "t",
  s: "d",
  t: "z",
  l: "k",
};
