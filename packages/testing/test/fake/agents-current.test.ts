import { describe, expect, test } from "vitest";
import type { FakePuhuri } from "../../src/fake/create-fake-puhuri.ts";
import { isJsonObject, type Json } from "../../src/fake/state/values.ts";
import { type Answer, ask } from "./ask.ts";
import { currentFake } from "./scene.ts";

const OFFERING = "cf4eb9c29fc74af4ade667fcb53633d5";
const AGENTS = "marketplace-site-agent-identities";
const AGENT = {
  offering: OFFERING,
  name: "agent-1",
  version: "1.0",
  dependencies: [{ package: "a", version: "2" }],
};

function uuidOf({ body }: Answer): string {
  if (!isJsonObject(body) || typeof body.uuid !== "string") throw new Error("It has no uuid.");
  return body.uuid;
}

const post = (fake: FakePuhuri, path: string, body: Json, user = "owner") =>
  ask(fake, user, "POST", `${path}/`, body);

describe.each(["8.0", "8.1"] as const)("a provider's agent on %s", (generation) => {
  test("tells of itself as it starts: what it is, what it does, with what, and its log", async () => {
    const fake = currentFake({ generation });
    const agent = await post(fake, AGENTS, AGENT);
    expect(agent).toMatchObject({
      status: 201,
      body: { name: "agent-1", services: [], offering: OFFERING, compatibility: { status: "unknown" } },
    });
    const service = await post(fake, `${AGENTS}/${uuidOf(agent)}/register_service`, {
      name: "orders",
      mode: "order_process",
    });
    expect(service).toMatchObject({ status: 201, body: { state: "Active", identity_name: "agent-1" } });
    const path = `marketplace-site-agent-services/${uuidOf(service)}`;
    const processor = { name: "slurm", backend_type: "slurm", backend_version: "24.05" };
    expect(await post(fake, `${path}/register_processor`, processor)).toMatchObject({
      status: 201,
      body: { ...processor, service_name: "orders" },
    });
    expect(await post(fake, `${path}/set_statistics`, { statistics: { done: 3 } })).toMatchObject({
      status: 200,
      body: { statistics: { done: 3 }, processors: [processor] },
    });
    const line = { timestamp: 1.5, level: "INFO", message: "up", module: "main" };
    expect(
      await post(fake, "marketplace-site-agent-logs", [{ agent_identity_uuid: uuidOf(agent), ...line }]),
    ).toMatchObject({ status: 201, body: [{ ...line, offering_uuid: OFFERING }] });

    const found = await ask(fake, "owner", "GET", `${AGENTS}/?name=agent&offering_uuid=${OFFERING}`);
    expect(found.rows).toMatchObject([{ version: "1.0", services: [{ name: "orders" }] }]);
    expect((await ask(fake, "owner", "GET", `${AGENTS}/?orphaned=true`)).rows).toEqual([]);
  });

  test("that starts again finds what it registered, and tells what has changed", async () => {
    const fake = currentFake({ generation });
    const uuid = uuidOf(await post(fake, AGENTS, AGENT));
    expect((await post(fake, AGENTS, AGENT)).status).toBe(400);
    const updated = await ask(fake, "owner", "PUT", `${AGENTS}/${uuid}/`, { ...AGENT, version: "1.1" });
    expect(updated).toMatchObject({ status: 200, body: { uuid, version: "1.1" } });
    const one = await post(fake, `${AGENTS}/${uuid}/register_service`, { name: "orders" });
    const two = await post(fake, `${AGENTS}/${uuid}/register_service`, { name: "orders" });
    expect(uuidOf(one)).toBe(uuidOf(two));
  });

  test("is registered by owners and managers of the offering, and shows to no one else", async () => {
    const fake = currentFake({ generation });
    expect((await post(fake, AGENTS, AGENT, "spmanager")).status).toBe(403);
    expect((await post(fake, AGENTS, AGENT, "cowner")).status).toBe(403);
    const uuid = uuidOf(await post(fake, AGENTS, AGENT, "offmanager"));
    const service = `${AGENTS}/${uuid}/register_service`;
    expect((await post(fake, service, { name: "orders" }, "cowner")).status).toBe(404);
    expect((await post(fake, service, { name: "orders" }, "spmanager")).status).toBe(403);
    expect((await ask(fake, "cowner", "GET", `${AGENTS}/`)).rows).toEqual([]);
  });
});

test("a queue of events belongs to whoever asked for it first, from 8.1 on", async () => {
  const fake = currentFake();
  const uuid = uuidOf(await post(fake, AGENTS, AGENT));
  const queue = `${AGENTS}/${uuid}/register_queue`;
  expect(await post(fake, queue, { object_types: ["order"] })).toMatchObject({
    status: 201,
    body: { observable_object_types: ["order"] },
  });
  expect((await post(fake, queue, {})).status).toBe(201);
  expect((await post(fake, queue, {}, "offmanager")).status).toBe(409);
  const old = currentFake({ generation: "8.0" });
  const known = uuidOf(await post(old, AGENTS, AGENT));
  expect((await post(old, `${AGENTS}/${known}/register_queue`, {})).status).toBe(404);
});
