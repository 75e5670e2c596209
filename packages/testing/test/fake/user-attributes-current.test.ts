import { expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import type { Json } from "../../src/fake/state/values.ts";
import { ask } from "./ask.ts";
import { allocation, currentFake } from "./scene.ts";

const ACCOUNTS = "marketplace-offering-users/";

function offeringOf(fake: FakePuhuri): string {
  return `marketplace-provider-offerings/${allocation(fake, "Running resource").offering_uuid}`;
}

async function columnsShown(fake: FakePuhuri): Promise<string[]> {
  const { rows } = await ask(fake, "owner", "GET", ACCOUNTS);
  return Object.keys(Object(rows[0]))
    .filter((name) => /^user_(?!uuid)/.test(name))
    .sort();
}

test("an offering sees name, full name and e-mail of its users, and what it is told to", async () => {
  const fake = currentFake();
  const path = offeringOf(fake);
  const read = async () => (await ask(fake, "owner", "GET", `${path}/user-attribute-config/`)).body;
  expect(await read()).toMatchObject({
    is_default: true,
    exposed_fields: ["username", "full_name", "email"],
  });
  const named = ["user_email", "user_first_name", "user_full_name", "user_last_name", "user_username"];
  expect(await columnsShown(fake)).toEqual(named);

  const change = { expose_phone_number: true, expose_email: false };
  const changed = await ask(fake, "owner", "PATCH", `${path}/update-user-attribute-config/`, change);
  expect(changed.body).toMatchObject({ is_default: false, expose_phone_number: true, expose_email: false });
  expect(await columnsShown(fake)).toEqual([...named.slice(1, 4), "user_phone_number", "user_username"]);

  expect((await ask(fake, "owner", "DELETE", `${path}/delete-user-attribute-config/`)).status).toBe(204);
  expect(await read()).toMatchObject({ is_default: true });
  expect((await ask(fake, "spmanager", "DELETE", `${path}/delete-user-attribute-config/`)).status).toBe(403);
});

test("a backend id is free until an allocation has it, at the offering or at any of the provider", async () => {
  const fake = currentFake();
  const other = "marketplace-provider-offerings/d47ca5bce71144579df29da3c290027e";
  const check = async (offering: string, body: Json) =>
    (await ask(fake, "owner", "POST", `${offering}/check_unique_backend_id/`, body)).body;
  const used = { is_unique: false, is_valid_format: null, errors: [] };
  const free = { ...used, is_unique: true };
  expect(await check(offeringOf(fake), { backend_id: "hpc-4" })).toEqual(used);
  expect(await check(offeringOf(fake), { backend_id: "hpc-5" })).toEqual(free);
  expect(await check(other, { backend_id: "hpc-4" })).toEqual(free);
  expect(await check(other, { backend_id: "hpc-4", check_all_offerings: true })).toEqual(used);
});
