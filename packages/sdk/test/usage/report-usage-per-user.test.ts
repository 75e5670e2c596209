import { describe, expect, test } from "vitest";
import { PermissionDeniedError, type ReportUsageOptions, type UsageAmounts } from "../../src/index.ts";
import { errorOf } from "../http/harness.ts";
import { losing } from "../workflows/faults.ts";
import { CURRENT } from "../workflows/world.ts";
import { createUsageScene, type UsageScene } from "./usage-scene.ts";

function report({ client, resource }: UsageScene, amounts: UsageAmounts, options: ReportUsageOptions) {
  return client().resources.reportUsage(resource.uuid, amounts, options);
}

/** What is stored of single users, such as `cpu alice 7.00`. */
function parts({ fake, rows }: UsageScene): string[] {
  return rows().flatMap(({ uuid, component_type }) =>
    fake.state.componentUserUsages
      .where("component_usage_uuid", uuid)
      .map(({ username, usage }) => `${component_type} ${username} ${usage}`),
  );
}

function userRequests({ sent }: UsageScene): string[] {
  return sent().flatMap(({ operationId }) =>
    operationId?.startsWith("component_usages_set_user") === true ? operationId : [],
  );
}

describe.each(CURRENT)("what single users used, on %s", (generation) => {
  const many = generation !== "2024-10";
  const createScene = (usages: Record<string, number | string> = { cpu: 10, gpu: 2 }) =>
    createUsageScene({ generation, usages });

  test("is stored with the totals, and told of", async () => {
    const scene = createScene();
    const perUser = { alice: { cpu: 7, gpu: "1.50" }, bob: { cpu: 5 } };
    expect(await report(scene, { cpu: 12 }, { perUser })).toMatchObject({
      outcome: "changed",
      perUser: { alice: { cpu: "7.00", gpu: "1.50" }, bob: { cpu: "5.00" } },
    });
    expect(parts(scene)).toEqual(["cpu alice 7.00", "cpu bob 5.00", "gpu alice 1.50"]);
    // What is stored, the plan periods, the components, and the users' parts.
    expect(scene.sent().filter(({ method }) => method === "GET")).toHaveLength(4);
    expect(scene.totals()).toEqual({ cpu: "12.00", gpu: "2.00" });
  });

  test("goes out in one request for each component where the server takes many, else one by one", async () => {
    const scene = createScene();
    await report(scene, { cpu: 12 }, { perUser: { alice: { cpu: 7, gpu: 1 }, bob: { cpu: 5, gpu: 1 } } });
    const one = "component_usages_set_user_usage";
    expect(userRequests(scene)).toEqual(
      many ? ["component_usages_set_user_usages", "component_usages_set_user_usages"] : [one, one, one, one],
    );
  });

  test("is tried in bulk only once by a client", async () => {
    const scene = createScene();
    const { resources } = scene.client();
    const path = ({ path: sent }: { path: string }) => sent.endsWith("/set_user_usages/");
    await resources.reportUsage(scene.resource.uuid, { cpu: 12 }, { perUser: { alice: { cpu: 1 } } });
    expect(scene.sent().filter(path)).toHaveLength(1);
    await resources.reportUsage(scene.resource.uuid, { cpu: 12 }, { perUser: { alice: { cpu: 2 } } });
    expect(scene.sent().filter(path)).toHaveLength(many ? 1 : 0);
  });

  test("is stored for components that are reported for the first time", async () => {
    const scene = createScene({});
    await report(scene, { cpu: 12, storage: 4 }, { perUser: { alice: { cpu: 7, storage: 4 } } });
    // Of a month without totals no parts are asked for.
    expect(scene.sent().filter(({ operationId }) => operationId === "component_user_usages_list")).toEqual(
      [],
    );
    expect(parts(scene)).toEqual(["cpu alice 7.00", "storage alice 4.00"]);
    expect(scene.totals()).toEqual({ cpu: "12.00", storage: "4.00" });
    await report(scene, { gpu: 2 }, { perUser: { alice: { cpu: 8, gpu: 1 } } });
    expect(parts(scene)).toEqual(["cpu alice 8.00", "storage alice 4.00", "gpu alice 1.00"]);
  });

  test("is sent only where it differs from what is stored", async () => {
    const scene = createScene();
    await report(scene, { cpu: 12 }, { perUser: { alice: { cpu: 7 }, bob: { cpu: 5 } } });
    scene.sent();
    const same = await report(scene, { cpu: 12 }, { perUser: { bob: { cpu: "5.00" }, alice: { cpu: 7n } } });
    expect(same).toMatchObject({ outcome: "unchanged", perUser: {} });
    expect(scene.sent().map(({ method }) => method)).toEqual(["GET", "GET", "GET", "GET"]);

    scene.resource.state = "Erred";
    expect(await report(scene, { cpu: 12 }, { perUser: { alice: { cpu: 7 } }, dryRun: true })).toMatchObject({
      outcome: "unchanged",
    });
    scene.resource.state = "OK";
    const totalsBefore = scene.reports().length;
    const changed = await report(
      scene,
      { cpu: 12 },
      { perUser: { alice: { cpu: 6 }, bob: { cpu: 5 } }, onDecrease: "send" },
    );
    expect(scene.reports()).toHaveLength(totalsBefore);
    expect(changed).toMatchObject({
      outcome: "changed",
      sent: {},
      perUser: { alice: { cpu: "6.00" } },
    });
    expect(parts(scene)).toEqual(["cpu alice 6.00", "cpu bob 5.00"]);
  });

  test("is sent again when it is forced to", async () => {
    const scene = createScene();
    const perUser = { alice: { cpu: 7 } };
    await report(scene, { cpu: 12 }, { perUser });
    expect(await report(scene, { cpu: 12 }, { perUser, force: true })).toMatchObject({
      perUser: { alice: { cpu: "7.00" } },
    });
  });

  test("leaves users as they are stored whom it does not name", async () => {
    const scene = createScene();
    await report(scene, { cpu: 12 }, { perUser: { alice: { cpu: 7 }, bob: { cpu: 5 } } });
    await report(scene, { cpu: 13 }, { perUser: { bob: { cpu: 6 } } });
    expect(parts(scene)).toEqual(["cpu alice 7.00", "cpu bob 6.00"]);
  });

  test("is compared over all pages, and with this month's rows only", async () => {
    const scene = createScene({ cpu: 400 });
    const users = Array.from({ length: 350 }, (_, i) => [`user${i}`, { cpu: 1 }] as const);
    const perUser = Object.fromEntries(users);
    const [usage] = scene.rows();
    if (usage === undefined) throw new Error("Nothing is stored.");
    const { componentUsages, componentUserUsages } = scene.fake.state;
    const old = componentUsages.add({ ...usage, uuid: "b".repeat(32), billing_period: "2026-10-01" });
    for (const [i, [username]] of users.entries()) {
      const row = {
        offering_user_uuid: null,
        description: "",
        date: usage.date,
        created: usage.date,
        modified: usage.date,
        username,
      };
      const uuid = i.toString(16).padStart(31, "0");
      componentUserUsages.add({ ...row, uuid: `a${uuid}`, component_usage_uuid: usage.uuid, usage: "1.00" });
      componentUserUsages.add({ ...row, uuid: `b${uuid}`, component_usage_uuid: old.uuid, usage: "9.00" });
    }
    expect(await report(scene, { cpu: 400 }, { perUser })).toMatchObject({ outcome: "unchanged" });
    const [page] = scene.sent().filter(({ operationId }) => operationId === "component_user_usages_list");
    expect(page?.query).toMatchObject({
      resource_uuid: [scene.resource.uuid],
      component_usage__billing_period: ["2026-11-01"],
    });
  });

  test.each([{ usage: "many" }, { username: undefined }, { component_usage: undefined }])(
    "is never overwritten where it cannot be read: %o",
    async (unreadable) => {
      const scene = createScene();
      await report(scene, { cpu: 12 }, { perUser: { alice: { cpu: 7 } } });
      scene.intercepts.push(async ({ operationId }, next) => {
        const response = await next();
        if (operationId !== "component_user_usages_list") return response;
        const rows: object[] = await response.json();
        return Response.json(rows.map((row) => ({ ...row, ...unreadable })));
      });
      const more = report(scene, { cpu: 13 }, { perUser: { alice: { cpu: 8 } } });
      expect(await errorOf(more)).toMatchObject({
        code: "unexpected-response",
        message: expect.stringMatching(/the stored part of .* is not an exact amount\. Nothing was sent/),
      });
      expect(parts(scene)).toEqual(["cpu alice 7.00"]);
    },
  );

  test.each<[string, ReportUsageOptions["perUser"], object]>([
    ["more than the reported total", { alice: { cpu: 7 }, bob: { cpu: "5.01" } }, { reason: "above-total" }],
    ["more than the stored total", { alice: { gpu: 3 } }, { reason: "above-total", component: "gpu" }],
    ["a part of what has no total", { alice: { storage: 1 } }, { reason: "missing-component" }],
    ["a component that is not reported", { alice: { setup: 1 } }, { reason: "invalid-component" }],
    ["a blank username", { "": { cpu: 1 } }, { code: "invalid-argument" }],
  ])("is refused for %s, and nothing is sent", async (_, perUser, expected) => {
    const scene = createScene();
    expect(await errorOf(report(scene, { cpu: 12 }, { perUser }))).toMatchObject(expected);
    expect(scene.sent().filter(({ method }) => method !== "GET")).toEqual([]);
  });

  test("keeps a total from falling below it", async () => {
    const scene = createScene();
    await report(scene, { cpu: 12 }, { perUser: { alice: { cpu: 7 } } });
    const less = report(scene, { cpu: 6 }, { onDecrease: "send" });
    expect(await errorOf(less)).toMatchObject({ reason: "above-total", maybeApplied: false });
    expect(scene.totals()).toMatchObject({ cpu: "12.00" });
  });

  test("is covered by a dry run", async () => {
    const scene = createScene();
    await report(scene, { cpu: 12 }, { perUser: { alice: { cpu: 7 } } });
    const options = { perUser: { alice: { cpu: 7 }, bob: { cpu: 5, gpu: 1 } } };
    scene.sent();
    const dry = await report(scene, { cpu: 13 }, { ...options, dryRun: true });
    expect(scene.sent().filter(({ method }) => method !== "GET")).toEqual([]);
    const real = await report(scene, { cpu: 13 }, options);
    expect({ ...dry, dryRun: false }).toEqual(real);
    expect(dry.perUser).toEqual({ bob: { cpu: "5.00", gpu: "1.00" } });
    expect(parts(scene)).toEqual(["cpu alice 7.00", "cpu bob 5.00", "gpu bob 1.00"]);
  });

  test.each(["before", "after"] as const)(
    "ends stored when an answer is lost %s the server has acted",
    async (when) => {
      const scene = createScene();
      scene.intercepts.push(
        losing(many ? "component_usages_set_user_usages" : "component_usages_set_user_usage", when),
      );
      await report(scene, { cpu: 12 }, { perUser: { alice: { cpu: 7 }, bob: { cpu: 5 } } });
      expect(parts(scene)).toEqual(["cpu alice 7.00", "cpu bob 5.00"]);
    },
  );

  test("is not sent when the month turns while it is being compared", async () => {
    const amounts = { cpu: 12, gpu: 3 };
    const scene = createUsageScene({ generation, at: "2026-11-30T23:59:57Z", usages: amounts });
    scene.intercepts.push(async (_exchange, next) => {
      const response = await next();
      scene.clock.time += 1000;
      return response;
    });
    const perUser = { alice: { cpu: 7 } };
    const call = scene.client().resources.reportUsage(scene.resource.uuid, amounts, { perUser });
    expect(await errorOf(call)).toMatchObject({ reason: "month-changed" });
  });

  test.each([403, 404])(
    "is sent one by one only if there is no address for many, not after a %i",
    async (status) => {
      const scene = createScene({ cpu: 12, gpu: 2 });
      const asked: string[] = [];
      scene.intercepts.push(async ({ request }, next) => {
        const [, action] = /\/(set_user_usages?)\/$/.exec(request.url) ?? [];
        if (action === undefined) return next();
        asked.push(action);
        return Response.json({ detail: "No." }, { status });
      });
      expect(await errorOf(report(scene, { cpu: 12 }, { perUser: { alice: { cpu: 7 } } }))).toMatchObject({
        status,
      });
      expect(asked).toEqual(["set_user_usages"]);
    },
  );

  test("says that some parts are stored when another is refused", async () => {
    const scene = createScene({ cpu: 12, gpu: 2 });
    let writes = 0;
    scene.intercepts.push(async (exchange, next) => {
      // The first that the server knows is carried out.
      if (!exchange.operationId?.startsWith("component_usages_set_user") || writes++ === 0) return next();
      return Response.json({ detail: "No." }, { status: 403 });
    });
    const perUser = many ? { alice: { cpu: 7, gpu: 1 } } : { alice: { cpu: 7 }, bob: { cpu: 5 } };
    expect(await errorOf(report(scene, { cpu: 12 }, { perUser }))).toMatchObject({ maybeApplied: true });
    expect(parts(scene)).toEqual(["cpu alice 7.00"]);
  });

  test("says that the totals are stored when the parts cannot be", async () => {
    const scene = createScene();
    scene.intercepts.push(async (exchange, next) =>
      exchange.request.url.includes("/set_user_usage")
        ? Response.json({ detail: "No." }, { status: 403 })
        : next(),
    );
    const perUser = { alice: { cpu: 7 } };
    const error = await errorOf(report(scene, { cpu: 12 }, { perUser }));
    expect(error).toBeInstanceOf(PermissionDeniedError);
    expect(error).toMatchObject({ maybeApplied: true });
    // Nothing was stored before the parts of a report whose totals have not changed.
    expect(await errorOf(report(scene, { cpu: 12 }, { perUser }))).toMatchObject({ maybeApplied: false });
  });
});
