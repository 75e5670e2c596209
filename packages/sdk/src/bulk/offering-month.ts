import { reportableTypes } from "../dialects/usage-reporting.ts";
import { BadRequestError } from "../errors.ts";
import type { CallOptions } from "../http/call.ts";
import type { Context } from "../nouns/context.ts";
import type { ListOptions } from "../nouns/list.ts";
import { Offerings } from "../nouns/offerings.ts";
import { Orders } from "../nouns/orders.ts";
import { Resources } from "../nouns/resources.ts";
import { Usages } from "../nouns/usages.ts";
import { ListedFacts } from "./listed-facts.ts";
import { type ListedAllocation, UsageTable } from "./packed/usage-table.ts";
import { PAGE_SIZE } from "./page-options.ts";

/** All states but the last: of what was terminated no usage is reported, and there is ever more of it. */
const LIVE = ["Creating", "OK", "Erred", "Updating", "Terminating"] as const;

/** One offering in one month: its components, the states of its allocations, and what is stored of their usage. */
export class OfferingMonth {
  readonly allocations: ListedFacts<ListedAllocation>;
  readonly month: string;
  readonly #context: Context;
  readonly #offeringUuid: string;
  readonly #isListable: boolean;
  readonly #options: ListOptions;
  #reportable: Promise<readonly string[]> | undefined;

  /**
   * @param isListable - Whether usage rows tell what is stored: not where plan changes do not show.
   * @param pays - Whether it is known that many of its allocations are to come.
   */
  constructor(
    context: Context,
    place: { readonly offeringUuid: string; readonly month: string },
    { isListable, pays }: { readonly isListable: boolean; readonly pays: boolean },
    options: ListOptions,
  ) {
    this.#context = context;
    this.#offeringUuid = place.offeringUuid;
    this.month = place.month;
    this.#isListable = isListable;
    this.#options = options;
    const listing = {
      // The allocation itself, and its plan periods.
      savedPerItem: isListable ? 2 : 1,
      countRequests: () => this.#countRequests(),
      read: () => this.#read(),
    };
    this.allocations = new ListedFacts(listing, pays, context.http.clock);
  }

  /** Types of the components that can be reported; asked for once, and again if that failed. */
  reportable(options: CallOptions): Promise<readonly string[]> {
    this.#reportable ??= this.#readReportable(options).catch((error: unknown) => {
      this.#reportable = undefined;
      throw error;
    });
    return this.#reportable;
  }

  async #readReportable(options: CallOptions): Promise<readonly string[]> {
    const { components } = await new Offerings(this.#context).get(
      this.#offeringUuid,
      { fields: ["components"] },
      options,
    );
    return reportableTypes(components ?? []);
  }

  async #countRequests(): Promise<number> {
    const { signal, retry } = this.#options;
    const allocations = await this.#list().count();
    const pagesOf = (rows: number) => Math.ceil(rows / PAGE_SIZE) || 1;
    if (!this.#isListable) return pagesOf(allocations);
    const { length } = await this.reportable({ signal, retry });
    return pagesOf(allocations) + pagesOf(allocations * length) + 1;
  }

  async #read(): Promise<UsageTable> {
    const table = new UsageTable();
    const isListable = this.#isListable;
    for await (const { uuid, state } of this.#list()) table.add(uuid, state, { isListable });
    if (!isListable) return table;
    for await (const { resource_uuid, ...row } of this.#listUsages())
      table.addUsage(resource_uuid ?? "", row);
    for await (const uuid of this.#listPlanChanges()) table.dropUsage(uuid);
    return table;
  }

  #list() {
    const query = { offering_uuid: this.#offeringUuid, state: LIVE, fields: ["uuid", "state"] } as const;
    return new Resources(this.#context).list(query, this.#options);
  }

  #listUsages() {
    const { month } = this;
    const fields = ["resource_uuid", "type", "usage", "description"] as const;
    const query = { offering_uuid: this.#offeringUuid, billing_period: month, fields };
    return new Usages(this.#context).list(query, this.#options);
  }

  /** A usage row does not tell which plan period it is of: after a change in the month that has to be asked. */
  async *#listPlanChanges(): AsyncGenerator<string> {
    const dayBefore = new Date(Date.parse(this.month) - 86_400_000).toISOString().slice(0, 10);
    const query = {
      offering_uuid: this.#offeringUuid,
      modified: dayBefore,
      fields: ["marketplace_resource_uuid"],
    } as const;
    const { list } = new Orders(this.#context);
    try {
      yield* resourcesOf(list({ ...query, type: ["Update", "Restore"] }, this.#options));
    } catch (error) {
      if (!(error instanceof BadRequestError)) throw error;
      // 2024-10 knows no orders that restore.
      yield* resourcesOf(list({ ...query, type: "Update" }, this.#options));
    }
  }
}

async function* resourcesOf(
  orders: AsyncIterable<{ readonly marketplace_resource_uuid: string }>,
): AsyncGenerator<string> {
  for await (const { marketplace_resource_uuid } of orders) yield marketplace_resource_uuid;
}
