import { expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { endpointsAt } from "../../src/fake/routes.ts";
import { GENERATIONS, type Generation } from "../../src/fake/state/words.ts";
import { ask } from "./ask.ts";
import { createCheckedFake } from "./checked.ts";

const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty"];
const UUID = "a1916bd53fd04b1ab1a4e700c926607b";

function fakeOf(generation: Generation): FakePuhuri {
  return createCheckedFake(generation === "2021" ? { dialect: "2021" } : { dialect: "current", generation });
}

function paths(generation: Generation, method: "GET" | "POST"): string[] {
  return endpointsAt(generation)
    .filter(({ actions, path }) => actions[method] !== undefined && path.startsWith("/api/"))
    .map(({ path }) => path.slice("/api/".length).replace(/:uuid\{[^}]*\}/, UUID));
}

test.each(GENERATIONS)(
  "a query with keys of Object.prototype is answered by %s as with any other",
  async (generation) => {
    const fake = fakeOf(generation);
    for (const path of paths(generation, "GET").filter((given) => !given.includes(UUID))) {
      const plain = await ask(fake, "staff", "GET", path);
      for (const name of NAMES) {
        const ordered = await ask(fake, "staff", "GET", `${path}?o=${name}`);
        expect([path, name, ordered.status < 500]).toEqual([path, name, true]);
        const shown = await ask(fake, "staff", "GET", `${path}?field=${name}&${name}=x`);
        expect([path, name, shown.status]).toEqual([path, name, plain.status]);
      }
    }
  },
);

test.each(GENERATIONS)("a body with such keys is answered by %s as without them", async (generation) => {
  for (const path of paths(generation, "POST")) {
    const plain = await post(fakeOf(generation), path, "{}");
    const named = await post(fakeOf(generation), path, '{"__proto__": {"x": 1}, "constructor": 1}');
    expect([path, named]).toEqual([path, plain]);
  }
});

async function post(fake: FakePuhuri, path: string, body: string): Promise<number> {
  const response = await fake.fetch(`https://puhuri.test/api/${path}`, {
    method: "POST",
    headers: { Authorization: `Token ${fake.tokenOf("owner")}`, "Content-Type": "application/json" },
    body,
  });
  return response.status;
}

test.each(GENERATIONS)(
  "%s stumbles over half a character, as its database does, and stores nothing",
  async (generation) => {
    const fake = fakeOf(generation);
    const resources = generation === "2021" ? "marketplace-resources" : "marketplace-provider-resources";
    const half = { report: [{ header: "Log in", body: "cut \ud83d" }] };
    expect((await ask(fake, "owner", "POST", `${resources}/${UUID}/submit_report/`, half)).status).toBe(500);
    expect(fake.state.resources.get(UUID).report).toBe(null);
    const whole = { report: [{ header: "Log in", body: "whole \ud83d\ude00" }] };
    expect((await ask(fake, "owner", "POST", `${resources}/${UUID}/submit_report/`, whole)).status).toBe(200);
  },
);
