import { UnsupportedByServerError } from "../../errors.ts";
import { unsupportedListing } from "../listing.ts";
import type { OrdersApi } from "../provider-api.ts";

/** A 2021 server keeps its order items from the provider (404): he moves the resource itself. */
export function orders2021(): OrdersApi {
  const unsupported = async (): Promise<never> => {
    throw noOrders();
  };
  return {
    listing: unsupportedListing(noOrders),
    get: unsupported,
    approve: unsupported,
    reject: unsupported,
    setExecuting: unsupported,
    setDone: unsupported,
    setErred: unsupported,
  };
}

function noOrders(): UnsupportedByServerError {
  return new UnsupportedByServerError("A 2021 server has no orders a provider could act on.", {
    instead: 'puhuri.resources.list({ state: "Creating" }) and puhuri.resources.setState().',
  });
}
