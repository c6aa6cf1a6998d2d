import { maybeOneOf, oneOf, text } from "#lib/web/filters.ts";
import { BUYING_ROLES } from "#people/standing.ts";

export const everyoneFilters = {
  who: oneOf("unasked", "asked", "cannot", "everybody"),
  account: text(),
  holder: text(),
  team: text(),
  role: maybeOneOf(...BUYING_ROLES),
  met: maybeOneOf("true", "false"),
};
