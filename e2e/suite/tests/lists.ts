import { equal, failure, ok } from "../expect.ts";
import type { SuiteTest } from "../harness.ts";

const MORE = 22;
const NAMES = ["Sample resource", ...Array.from({ length: MORE }, (_, i) => `Allocation ${i + 1}`)];
const fields = ["name"] as const;

/** Lists in pages: what the headers `Link` and `X-Result-Count` carry has to arrive. */
export const lists: readonly SuiteTest[] = [
  {
    says: "reads all pages, several ahead, each row once and in order",
    async run(stage) {
      const { puhuri } = await stage.open({ moreAllocations: MORE });
      const names: string[] = [];
      const list = puhuri.resources.list({ state: "Creating", fields }, { pageSize: 4, concurrency: 3 });
      for await (const { name } of list) names.push(name);
      equal(names, NAMES);
    },
  },
  {
    says: "reads pages of their own, and goes on at a later one",
    async run(stage) {
      const { puhuri } = await stage.open({ moreAllocations: MORE });
      const list = puhuri.resources.list({ state: "Creating", fields }, { pageSize: 10 });
      const sizes: number[] = [];
      for await (const { items } of list.pages()) sizes.push(items.length);
      equal(sizes, [10, 10, 3], "the sizes of the pages");
      const rest: string[] = [];
      for await (const { items } of list.byPage({ startPage: 3 }))
        rest.push(...items.map(({ name }) => name));
      equal(rest, NAMES.slice(20));
    },
  },
  {
    says: "counts without reading rows, and reads only the first",
    async run(stage) {
      const { puhuri, received } = await stage.open({ moreAllocations: MORE });
      const list = puhuri.resources.list({ state: "Creating", fields });
      equal(await list.count(), MORE + 1);
      equal(await list.first(), { name: NAMES[0] });
      equal((await received()).length, 2, "the number of requests");
    },
  },
  {
    says: "fetches no further once a loop is left",
    async run(stage) {
      const { puhuri, received } = await stage.open({ moreAllocations: MORE });
      const list = puhuri.resources.list({ state: "Creating", fields }, { pageSize: 2, concurrency: 2 });
      for await (const { name } of list) {
        equal(name, NAMES[0]);
        break;
      }
      const sent = (await received()).length;
      ok(sent <= 4, `Expected no more than 4 requests, but there were ${sent}.`);
    },
  },
  {
    says: "delivers what comes before a page that cannot be read, and says which it was",
    async run(stage) {
      const troubles = [{ kind: "html-page", skip: 2 }] as const;
      const { puhuri } = await stage.open({ moreAllocations: MORE, troubles });
      const list = puhuri.resources.list({ state: "Creating", fields }, { pageSize: 5, concurrency: 1 });
      const names: string[] = [];
      const reading = (async () => {
        for await (const { name } of list) names.push(name);
      })();
      const error = await failure(reading, "unexpected-response");
      equal(names, NAMES.slice(0, 10));
      equal("page" in error ? error.page : undefined, 3, "the page of the error");
    },
  },
];
