import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import {
  postalAddressAt,
  postalAddressOf,
  sayPostalAddress,
  takeBackPostalAddress,
} from "./postal-address-actions.ts";
import { postalAddressView } from "./touch-view.ts";

const address = { params: idParam, answer: postalAddressView } as const;
const said = z.object({
  lines: z.string().nullable().describe("Below the name; null: none is known any more"),
});

export function postalAddressRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/people/{id}/postal-address",
      summary: "Where a letter reaches somebody: their own address, or else that of where they work.",
      scope: "read",
      ...address,
    },
    async ({ tx, params }) => postalAddressOf(tx, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/people/{id}/postal-address",
      summary: "An address of their own.",
      scope: "write",
      body: said,
      ...address,
    },
    async ({ tx, actor, params, body }) => {
      await sayPostalAddress(tx, actor, { kind: "person", id: params.id }, body.lines);
      return postalAddressOf(tx, params.id);
    },
  );
  api.route(
    {
      method: "delete",
      path: "/people/{id}/postal-address",
      summary: "Take back what was said last; what was said before holds again.",
      scope: "write",
      ...address,
    },
    async ({ tx, actor, params }) => {
      await takeBackPostalAddress(tx, actor, { kind: "person", id: params.id });
      return postalAddressOf(tx, params.id);
    },
  );
  api.route(
    {
      method: "get",
      path: "/accounts/{id}/postal-address",
      summary: "Where a letter reaches a company.",
      scope: "read",
      ...address,
    },
    async ({ tx, params }) => postalAddressAt(tx, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/accounts/{id}/postal-address",
      summary: "The address of a company; it holds for everybody there without one of their own.",
      scope: "write",
      body: said,
      ...address,
    },
    async ({ tx, actor, params, body }) => {
      await sayPostalAddress(tx, actor, { kind: "account", id: params.id }, body.lines);
      return postalAddressAt(tx, params.id);
    },
  );
  api.route(
    {
      method: "delete",
      path: "/accounts/{id}/postal-address",
      summary: "Take back what was said last; what was said before holds again.",
      scope: "write",
      ...address,
    },
    async ({ tx, actor, params }) => {
      await takeBackPostalAddress(tx, actor, { kind: "account", id: params.id });
      return postalAddressAt(tx, params.id);
    },
  );
}
