import { expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { ask, ORIGIN } from "./ask.ts";
import { createCheckedFake } from "./checked.ts";

const PATH = "marketplace-resources/";

function many(count: number): FakePuhuri {
  return createCheckedFake({
    dialect: "2021",
    seed: (seed) => {
      seed.guide();
      for (let index = 0; index < count; index += 1) {
        seed.allocation({ name: `many-${String(index).padStart(4, "0")}`, state: "OK", order: null });
      }
    },
  });
}

function links(header: string | null): Record<string, string> {
  const found = [...(header ?? "").matchAll(/<([^>]*)>; rel="(\w+)"/g)];
  return Object.fromEntries(
    found.map(([, url = "", rel = ""]) => [rel, url.replace(`${ORIGIN}/api/${PATH}`, "")]),
  );
}

test("a page has ten rows unless asked for more, and never over 300", async () => {
  const fake = many(400);
  const sizes = [
    "",
    "page_size=3",
    "page_size=300",
    "page_size=301",
    "page_size=0",
    "page_size=-1",
    "page_size=x",
  ];
  const lengths: number[] = [];
  for (const size of sizes) {
    const answer = await ask(fake, "owner", "GET", `${PATH}?field=uuid&${size}`);
    expect(answer.headers.get("x-result-count")).toBe("406");
    lengths.push(answer.rows.length);
  }
  expect(lengths).toEqual([10, 3, 300, 300, 10, 10, 10]);
});

test("Link has first and last always, prev and next where they are, the query sorted and encoded anew", async () => {
  const fake = many(0);
  const of = async (query: string): Promise<Record<string, string>> =>
    links((await ask(fake, "owner", "GET", `${PATH}?${query}`)).headers.get("link"));

  expect(await of("page_size=2&o=name&name=a b,c&field=uuid")).toEqual({
    first: "?field=uuid&name=a+b%2Cc&o=name&page_size=2",
    last: "?field=uuid&name=a+b%2Cc&o=name&page_size=2",
  });
  expect(await of("page_size=2&page=2")).toEqual({
    first: "?page_size=2",
    prev: "?page_size=2",
    next: "?page=3&page_size=2",
    last: "?page=3&page_size=2",
  });
  expect(await of("page_size=2&page=last")).toEqual({
    first: "?page_size=2",
    prev: "?page=2&page_size=2",
    last: "?page=3&page_size=2",
  });
});

test.each(["0", "-1", "4", "x", "1.0"])("page %s of three is not there", async (page) => {
  const answer = await ask(many(0), "owner", "GET", `${PATH}?page_size=2&page=${page}`);
  expect(answer.status).toBe(404);
  expect(answer.body).toEqual({ detail: "Invalid page." });
});

test("HEAD counts without a body, as long as GET would be", async () => {
  const fake = many(3);
  const get = await ask(fake, "owner", "GET", PATH);
  const head = await ask(fake, "owner", "HEAD", PATH);
  expect(head.text).toBe("");
  for (const name of ["x-result-count", "link", "content-length"]) {
    expect(head.headers.get(name)).toBe(get.headers.get(name));
  }
  expect(fake.requests.map(({ operationId }) => operationId)).toEqual(["resources_list", "resources_count"]);
});

test("field selects columns by repeated names; unknown ones do not count, and none known means all", async () => {
  const fake = many(0);
  const keys = async (query: string): Promise<string[]> => {
    const [row] = (await ask(fake, "owner", "GET", `${PATH}?page_size=1&${query}`)).rows;
    return Object.keys(row ?? {});
  };
  expect(await keys("field=uuid&field=state&field=nonsense")).toEqual(["uuid", "state"]);
  const all = await keys("");
  expect(all).toEqual(expect.arrayContaining(["url", "uuid", "name", "backend_id", "state"]));
  expect(await keys("field=uuid,state")).toEqual(all);
  expect(await keys("field=nonsense")).toEqual(all);
});

test("all mistakes in filters are told at once, by parameter; unknown and empty parameters are ignored", async () => {
  const fake = many(0);
  const wrong = await ask(fake, "owner", "GET", `${PATH}?state=ok&offering_uuid=x&nonsense=1`);
  expect(wrong.body).toEqual({
    offering_uuid: ["Enter a valid UUID."],
    state: ["Select a valid choice. ok is not one of the available choices."],
  });
  expect((await ask(fake, "owner", "GET", `${PATH}?name=&offering_uuid=&nonsense=1`)).rows).toHaveLength(6);
  const order = await ask(fake, "owner", "GET", `${PATH}?state=&o=nope`);
  expect(order.body).toEqual({
    state: ["Select a valid choice.  is not one of the available choices."],
    o: ["Select a valid choice. nope is not one of the available choices."],
  });
});

test("several states are asked for by repeating the parameter", async () => {
  const answer = await ask(many(0), "owner", "GET", `${PATH}?state=Erred&state=Updating&o=-name&field=name`);
  expect(answer.column("name")).toEqual(["Updating resource", "Erred resource"]);
});

test("a uuid is known in every spelling Python takes", async () => {
  const fake = many(0);
  for (const uuid of ["a1916bd5-3fd0-4b1a-b1a4-e700c926607b", "A1916BD53FD04B1AB1A4E700C926607B"]) {
    expect((await ask(fake, "owner", "GET", `${PATH}${uuid}/?field=uuid`)).body).toEqual({
      uuid: "a1916bd53fd04b1ab1a4e700c926607b",
    });
  }
});

test("of a parameter that can have one value the last one counts", async () => {
  const answer = await ask(many(0), "owner", "GET", `${PATH}?name=Erred&name=Running&field=name`);
  expect(answer.column("name")).toEqual(["Running resource"]);
});
