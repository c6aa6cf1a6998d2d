import { restoreAccountRow } from "#accounts/account-removal-actions.ts";
import { accountView, viewOf as accountViewOf } from "#accounts/account-view.ts";
import type { Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { personView, viewOf as personViewOf } from "./person-view.ts";
import { removeAccount, removePerson, restorePerson } from "./removal-actions.ts";

export function removalRoutes(api: Api): void {
  api.route(
    {
      method: "delete",
      path: "/people/{id}",
      summary: "Take somebody off the lists; refused while facts about them stand.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => removePerson(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/people/{id}/restored",
      summary: "Put somebody who was removed back on the lists.",
      scope: "write",
      params: idParam,
      answer: personView,
    },
    async ({ tx, actor, params }) => personViewOf(await restorePerson(tx, actor, params.id)),
  );
  api.route(
    {
      method: "delete",
      path: "/accounts/{id}",
      summary: "Take an account off the lists; refused while people work there or facts about it stand.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => removeAccount(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/accounts/{id}/restored",
      summary: "Put an account that was removed back on the lists.",
      scope: "write",
      params: idParam,
      answer: accountView,
    },
    async ({ tx, actor, params }) => accountViewOf(await restoreAccountRow(tx, actor, params.id)),
  );
}
