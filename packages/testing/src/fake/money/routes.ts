import { hasRole, seesAll } from "../access/permissions.ts";
import { type ApiCall, callerOf, urlOf } from "../http/call.ts";
import { type Columns, stored } from "../http/columns.ts";
import * as match from "../http/filters.ts";
import { table } from "../http/generations.ts";
import { type Listing, list, show } from "../http/list.ts";
import type { Reply } from "../http/reply.ts";
import { type Route, routes, rowInPath, unspecified } from "../http/route.ts";
import type { Organization } from "../state/people.ts";
import { resourceOf } from "../state/relations.ts";
import { type JsonObject, uuidOf } from "../state/values.ts";
import { type InvoiceItem, invoiceItems, total } from "./invoices.ts";

/** What one customer has to pay for one month. */
interface Invoice {
  readonly uuid: string;
  readonly number: number;
  readonly customer: Organization;
  readonly month: string;
  readonly items: readonly InvoiceItem[];
}

const FIRST_NUMBER = 100_001;

/** The invoices of every month anything was used in: of all customers for staff, else of those one owns. */
function invoicesOf(call: ApiCall): Invoice[] {
  const { store, world } = call;
  const caller = callerOf(call);
  const months = new Set([
    world.month(),
    ...[...store.componentUsages].map(({ billing_period }) => billing_period),
  ]);
  const customers = store.organizations
    .all()
    .filter(({ uuid }) => store.projects.where("organization_uuid", uuid).length > 0);
  return [...months]
    .sort()
    .flatMap((month) => {
      const items = invoiceItems(world, month);
      return customers.map((customer) => ({
        customer,
        month,
        items: items.filter(({ organization_uuid }) => organization_uuid === customer.uuid),
      }));
    })
    .filter(({ items }) => items.length > 0)
    .map((invoice, index) => ({
      ...invoice,
      uuid: uuidOf("invoice", invoice.customer.uuid, invoice.month),
      number: FIRST_NUMBER + index,
    }))
    .filter(({ customer }) => seesAll(caller) || hasRole(store, caller.uuid, customer.uuid, "owner"));
}

function places({ world }: ApiCall): number {
  return world.since("2024-10") ? 10 : 7;
}

function itemForm(item: InvoiceItem, call: ApiCall): JsonObject {
  const resource = resourceOf(item, call);
  const { quantity, unit_price, start, end } = item;
  return {
    uuid: item.uuid,
    name: `${resource.name} / ${item.component_type}`,
    resource: urlOf(call, `marketplace-resources/${resource.uuid}/`),
    resource_uuid: resource.uuid,
    resource_name: resource.name,
    unit: item.billing_type === "usage" ? "quantity" : "month",
    quantity: quantity.toFixed(places(call)),
    unit_price: unit_price.toFixed(places(call)),
    price: item.price,
    start,
    end,
    details: {
      plan_uuid: item.plan_uuid,
      offering_uuid: resource.offering_uuid,
      resource_uuid: resource.uuid,
      offering_component_type: item.component_type,
    },
  };
}

const invoices: Listing<Invoice> = {
  columns: table<Columns<Invoice>>({
    url: (row, call) => urlOf(call, `invoices/${row.uuid}/`),
    ...stored("uuid", "number"),
    customer: (row, call) => urlOf(call, `customers/${row.customer.uuid}/`),
    price: (row, call) => total(row.items).toFixed(places(call)),
    tax: (_row, call) => (0).toFixed(places(call)),
    total: (row, call) => total(row.items).toFixed(places(call)),
    state: (row, { world }) => (row.month === world.month() ? "pending" : "created"),
    year: (row) => Number(row.month.slice(0, 4)),
    month: (row) => Number(row.month.slice(5, 7)),
    items: (row, call) => row.items.map((item) => itemForm(item, call)),
  }),
  filters: table<match.Filters<Invoice>>({
    customer: match.url((row) => row.customer.uuid),
    customer_uuid: match.uuid((row) => row.customer.uuid),
    year: match.number((row) => Number(row.month.slice(0, 4))),
    month: match.number((row) => Number(row.month.slice(5, 7))),
  }),
};

function getInvoice(call: ApiCall): Reply {
  const rows = new Map(invoicesOf(call).map((row) => [row.uuid, row]));
  return show(rowInPath(call, "Invoice", { find: (uuid) => rows.get(uuid) }), invoices, call);
}

/** The customer's side, for staff and the customer's owners; the spec, which is the provider's, has none of it. */
export const invoiceRoutes: readonly Route[] = routes("invoices", {
  GET: unspecified((call) => list(invoicesOf(call), invoices, call)),
  "GET {uuid}/": unspecified(getInvoice),
});
