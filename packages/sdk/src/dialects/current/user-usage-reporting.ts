import { NotFoundError } from "../../errors.ts";
import type { Call } from "../../http/call.ts";
import { parseLinkPages } from "../../http/link.ts";
import { formatAmount, type Hundredths, parseStoredAmount } from "../../values/amount.ts";
import { uuidOfReference } from "../../values/uuid.ts";
import type { Listing } from "../listing.ts";
import type { UserUsageAmount, UserUsageReporting } from "../usage-reporting.ts";
import type { PuhuriHttp } from "../wire.ts";

/** Usage by user, as current servers keep it: rows beside each usage, one for each username. */
export function userUsageReporting(http: PuhuriHttp, listing: Listing): UserUsageReporting {
  /** Learnt from the first HTML 404: 2024-10 takes one user at a time. */
  let takesMany = true;

  async function sendMany(uuid: string, usages: readonly UserUsageAmount[], call: Call): Promise<void> {
    const request = { params: { path: { uuid } }, body: { usages: usages.map(userUsageBody) } };
    await http.send(call, (api, init) =>
      api.POST("/api/marketplace-component-usages/{uuid}/set_user_usages/", { ...init, ...request }),
    );
  }

  async function sendOne(uuid: string, usage: UserUsageAmount, call: Call): Promise<void> {
    const request = { params: { path: { uuid } }, body: userUsageBody(usage) };
    await http.send(call, (api, init) =>
      api.POST("/api/marketplace-component-usages/{uuid}/set_user_usage/", { ...init, ...request }),
    );
  }

  return {
    async readStored(resourceUuid, month, call) {
      const stored = new Map<string, Map<string, Hundredths>>();
      for await (const { username, usage, component_usage } of readRows(listing, resourceUuid, month, call)) {
        const amount = parseStoredAmount(usage);
        if (username === undefined || component_usage === undefined || amount === undefined) continue;
        const usageUuid = uuidOfReference(component_usage, "component_usage");
        const users = stored.get(usageUuid) ?? new Map<string, Hundredths>();
        stored.set(usageUuid, users.set(username, amount));
      }
      return stored;
    },

    async send(usageUuid, usages, call, onStored) {
      if (takesMany) {
        try {
          await sendMany(usageUuid, usages, call);
          return onStored();
        } catch (error) {
          if (!(error instanceof NotFoundError && error.routeMissing)) throw error;
          takesMany = false;
        }
      }
      for (const usage of usages) {
        await sendOne(usageUuid, usage, call);
        onStored();
      }
    },
  };
}

function userUsageBody({ username, amount }: UserUsageAmount) {
  return { username, usage: formatAmount(amount) };
}

interface UserUsageRow {
  readonly username?: string;
  readonly usage?: string;
  /** The URL of the usage it is part of. */
  readonly component_usage?: string;
}

/** All pages; a row that slips past is taken for not stored, and sent again. */
async function* readRows(
  listing: Listing,
  resource_uuid: string,
  month: string,
  call: Call,
): AsyncGenerator<UserUsageRow> {
  const query = {
    resource_uuid,
    component_usage__billing_period: month,
    field: ["username", "usage", "component_usage"],
    page_size: 300,
  };
  for (let page: number | undefined = 1; page !== undefined; ) {
    const { rows, headers } = await listing.page({ ...query, page }, call);
    yield* rows;
    const { next } = parseLinkPages(headers.get("link"));
    page = next !== undefined && next > page ? next : undefined;
  }
}
