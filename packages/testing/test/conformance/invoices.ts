import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { isJsonObject } from "../../src/fake/state/values.ts";
import type { RecordedStep } from "../recorded/recorded.ts";
import type { Bindings } from "./bindings.ts";
import { difference } from "./compare.ts";

const amount = (value: number): string => value.toFixed(10);

/**
 * How the amounts of the fake's invoices differ from recorded ones. Invoices are the customer's: the fake works them
 * out, but has no address for them.
 */
export function invoicesDiffer(
  { request, response }: RecordedStep,
  fake: FakePuhuri,
  bindings: Bindings,
): string | undefined {
  const { pathname, searchParams } = new URL(request?.path ?? "", "https://puhuri.example");
  const recorded = Array.isArray(response?.body) ? response.body.filter(isJsonObject) : [];
  const items = fake.invoiced();
  if (pathname === "/api/invoices/") {
    const customer = searchParams.get("customer_uuid");
    const cents = items
      .filter(({ organization_uuid }) => organization_uuid === customer)
      .reduce((sum, { price }) => sum + Math.round(price * 100), 0);
    const totals = recorded.map(({ total = null }) => total);
    return difference(totals, [amount(cents / 100)], bindings);
  }
  const resource = bindings.toFake(searchParams.get("resource_uuid") ?? "");
  const charged = items
    .filter(({ resource_uuid }) => resource_uuid === resource)
    .map(({ quantity, unit_price }) => `${amount(quantity)} × ${amount(unit_price)}`);
  const rows = recorded.map(({ quantity, unit_price }) => `${quantity} × ${unit_price}`);
  return difference(rows.sort(), charged.sort(), bindings);
}
