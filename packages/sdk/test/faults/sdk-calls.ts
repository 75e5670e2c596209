import type { PuhuriClient } from "../../src/index.ts";
import type { Call, CarryOut, Targets } from "./calls.ts";

/** Carries calls out as the SDK's documentation says. */
export function withSdk({ resources, orders, offeringUsers }: PuhuriClient): CarryOut {
  return async (call, targets) => {
    const on = { allocation: uuidOf(targets.allocations, call), order: uuidOf(targets.orders, call) };
    switch (call.do) {
      case "setState": {
        const { target, onPending } = call;
        return resources.setState(on.allocation, target, { message: "as planned", onPending });
      }
      case "setBackendId":
        await resources.setBackendId(on.allocation, call.id);
        return {};
      case "submitReport":
        await resources.submitReport(on.allocation, [{ header: "Access", body: call.text }]);
        return {};
      case "reportUsage":
        return resources.reportUsage(on.allocation, call.amounts);
      case "ensure": {
        const user = targets.users[call.user] ?? "";
        return offeringUsers.ensure({ offering: targets.offering, user, username: call.username });
      }
      case "fail":
        return orders.fail(on.order, { message: "no quota left" });
      default:
        return orders[call.do](on.order);
    }
  };
}

export function uuidOf(uuids: Targets["allocations"], call: Call): string {
  return ("on" in call && uuids[call.on]) || "";
}
