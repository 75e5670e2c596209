import { type ComponentUsage, ConnectionLost, type Intercept } from "@puhuri/testing";
import { reportUsageMany } from "../../../src/bulk/index.ts";
import { isPuhuriError, type PuhuriClient, type ReportUsageOptions } from "../../../src/index.ts";
import { billingMonth } from "../../../src/values/billing-month.ts";
import { createUsageScene } from "../usage-scene.ts";
import type { Component, Place, Step, Story, User } from "./months.ts";

const HOUR_MS = 3_600_000;
const TYPES: readonly Component[] = ["cpu", "gpu"];

/** What was really used in one month, or what its invoice must say: in hundredths. */
interface Totals {
  readonly totals: Record<Component, bigint>;
  readonly parts: Record<Component, Record<User, bigint>>;
}

const nothing = (): Totals => ({
  totals: { cpu: 0n, gpu: 0n },
  parts: { cpu: { alice: 0n, bob: 0n }, gpu: { alice: 0n, bob: 0n } },
});

/** What is found to differ from the model: nothing, if the SDK is right. */
export async function play({ place, steps }: Story): Promise<string | undefined> {
  const scene = createMonths(place);
  for (const step of steps) {
    const differs = (await scene.take(step)) ?? scene.compare();
    if (differs !== undefined) return differs;
  }
  return scene.settle();
}

function createMonths(place: Place) {
  const { generation } = place;
  const isOld = generation === "2021";
  const scene = createUsageScene({
    generation,
    at: new Date(Date.parse("2026-12-01T00:00:00Z") - place.hoursLeft * HOUR_MS).toISOString(),
    ...(generation === "8.1" ? { timeZone: place.serverZone } : {}),
    components: [{ type: "cpu" }, { type: "gpu" }],
    plans: [
      { name: "small", prices: { cpu: 1, gpu: 1 } },
      { name: "large", prices: { cpu: 1, gpu: 1 } },
    ],
  });
  const { fake, clock, resource } = scene;
  let faults: string[] = [];
  const failing: Intercept = async ({ request }, next) => {
    const fault = /set_(user_)?usages?\/$/.test(request.url) ? faults.shift() : undefined;
    if (fault === undefined) return next();
    if (fault === "503") return new Response("busy", { status: 503 });
    if (fault === "answer-lost") await next();
    throw new ConnectionLost();
  };
  scene.intercepts.push(failing);
  /** Servers write amounts in more than one way. */
  scene.intercepts.push(async ({ request }, next) => {
    const response = await next();
    if (isOld || place.spelling === "plain" || !request.url.includes("usages/?")) return response;
    const rows: unknown = await response.json();
    if (!Array.isArray(rows)) return Response.json(rows, response);
    const spelt = rows.map((row) => ({
      ...row,
      ...("usage" in row ? { usage: spell(String(row.usage), place.spelling) } : {}),
    }));
    return Response.json(spelt, response);
  });
  const processes = [0, 1].map(() =>
    scene.client({
      billingTimeZone: place.billingTimeZone,
      fetch: (url, init) => fake.fetch(url.replace(/page_size=\d+/, `page_size=${place.pageCap}`), init),
    }),
  );

  /** The month in which the server books what arrives now. */
  const zone = generation === "8.1" ? place.serverZone : "UTC";
  const month = () => billingMonth(clock.time, zone);
  const isOpen = ({ plan_period_uuid }: ComponentUsage) =>
    plan_period_uuid !== null && fake.state.planPeriods.get(plan_period_uuid).end === null;
  const used = new Map<string, Totals>();
  const of = (months: Map<string, Totals>, name: string): Totals => {
    const known = months.get(name) ?? nothing();
    months.set(name, known);
    return known;
  };
  const model = new Map<string, Totals>();
  let hasEnded = false;
  let marked = new Set<Component>();

  const rowsOf = (name: string) => scene.rows().filter(({ billing_period }) => billing_period === name);

  function advance(hours: number): void {
    const before = month();
    clock.time += hours * HOUR_MS;
    // The server notices when it is looked at.
    fake.invoiced();
    if (month() === before) return;
    // What is marked goes on with the amount of the row that was marked.
    const next = of(model, month());
    for (const row of rowsOf(month())) {
      const type = TYPES.find((it) => it === row.component_type);
      if (type !== undefined) next.totals[type] += hundredths(row.usage);
    }
    marked = new Set(TYPES.filter((type) => marked.has(type) && next.totals[type] > 0n));
  }

  async function take(step: Step): Promise<string | undefined> {
    switch (step.do) {
      case "use": {
        const { totals, parts } = of(used, month());
        const amount = BigInt(step.amount) * (isOld ? 100n : 1n);
        totals[step.type] += amount;
        if (step.by !== undefined) parts[step.type][step.by] += amount;
        return;
      }
      case "correct": {
        const { totals, parts } = of(used, month());
        const ofUsers = parts[step.type].alice + parts[step.type].bob;
        const most = step.by === undefined ? totals[step.type] - ofUsers : parts[step.type][step.by];
        const given = BigInt(step.amount) * (isOld ? 100n : 1n);
        const amount = given < most ? given : most;
        if (step.by !== undefined) parts[step.type][step.by] -= amount;
        if (step.by === undefined || !step.keepsTotal) totals[step.type] -= amount;
        return;
      }
      case "wait":
        return advance(step.hours) as undefined;
      case "change-plan":
        return changePlan();
      case "tick": {
        const row = rowsOf(month()).find((it) => it.component_type === step.type && isOpen(it));
        if (row === undefined) return;
        row.recurring = true;
        marked.add(step.type);
        return;
      }
      case "backdate":
        return backdate();
      case "report":
        return report(step);
    }
  }

  function changePlan(): undefined {
    const { planPeriods, plans } = fake.state;
    const now = new Date(clock.time).toISOString();
    const periods = planPeriods.where("resource_uuid", resource.uuid);
    const open = periods.find(({ end }) => end === null);
    const plan = plans
      .where("offering_uuid", resource.offering_uuid)
      .find(({ uuid }) => uuid !== open?.plan_uuid);
    if (open === undefined || plan === undefined) throw new Error("There is no plan to change to.");
    open.end = now;
    hasEnded = true;
    const uuid = `${periods.length}`.padStart(32, "a");
    planPeriods.add({ ...open, uuid, plan_uuid: plan.uuid, start: now, end: null });
    // One second later: a period begins where the other ends, and something happens in each.
    clock.time += 1000;
    const [order] = fake.state.orders.all();
    if (order === undefined) throw new Error("There is no order.");
    const modified = now;
    const what = { type: "Update", state: "done", resource_uuid: resource.uuid } as const;
    fake.state.orders.add({ ...order, ...what, uuid: `${periods.length}`.padStart(32, "b"), modified });
  }

  /** Sends a total of a month that is over, which no provider can store. */
  async function backdate(): Promise<string | undefined> {
    const open = fake.state.planPeriods
      .where("resource_uuid", resource.uuid)
      .filter(({ end }) => end === null)
      .at(-1);
    const sent = processes[0]?.usages.set({
      plan_period: open?.uuid ?? "",
      date: "2026-09-15T12:00:00Z",
      usages: TYPES.map((type) => ({ type, amount: 77 })),
    });
    return sent?.then(
      () => "Totals of September were stored.",
      () => undefined,
    );
  }

  async function report(step: Extract<Step, { do: "report" }>): Promise<string | undefined> {
    const measured = structuredClone(of(used, month()));
    const measuredAt = new Date(clock.time);
    const measuredIn = month();
    advance(step.late);
    const users = isOld ? [] : step.users;
    const amounts = Object.fromEntries(step.types.map((type) => [type, decimal(measured.totals[type])]));
    const perUser = Object.fromEntries(
      users.map((user) => [
        user,
        Object.fromEntries(step.types.map((type) => [type, decimal(measured.parts[type][user])])),
      ]),
    );
    faults = [...step.faults];
    const options: ReportUsageOptions = {
      measuredAt,
      perUser,
      ...(step.consent ? { onDecrease: "send" } : {}),
    };
    const error = await send(processes[step.process], step.how, amounts, options);
    faults = [];
    if (error === undefined && month() !== measuredIn)
      return "A report was booked on another month than it was measured in.";
    const booked = of(model, month());
    if (error === undefined) {
      for (const type of step.types) {
        const falls =
          measured.totals[type] < booked.totals[type] ||
          users.some((user) => measured.parts[type][user] < booked.parts[type][user]);
        if (falls && !step.consent) return `What was stored of ${type} fell, and nobody had asked for it.`;
        booked.totals[type] = measured.totals[type];
        for (const user of users) booked.parts[type][user] = measured.parts[type][user];
      }
      return;
    }
    if (!isPuhuriError(error)) return `It failed with ${error}.`;
    if (error.maybeApplied) adopt(booked, measured);
  }

  async function send(
    puhuri: PuhuriClient | undefined,
    how: "single" | "bulk",
    amounts: Record<string, string>,
    options: ReportUsageOptions,
  ): Promise<unknown> {
    if (puhuri === undefined) throw new Error("There is no such process.");
    const { uuid, offering_uuid } = resource;
    if (how === "single") {
      return puhuri.resources.reportUsage(uuid, amounts, options).then(
        () => undefined,
        (error: unknown) => error,
      );
    }
    const { perUser, ...rest } = options;
    const item = { resource: uuid, amounts, perUser };
    const { failures } = await reportUsageMany(puhuri, [item], { ...rest, offering_uuid }).finish();
    return failures[0]?.error;
  }

  /** After an error that leaves it open, what was there or what was sent is right, for each amount. */
  function adopt(booked: Totals, measured: Totals): void {
    const found = invoiced(month());
    for (const type of TYPES) {
      if (found.totals[type] === measured.totals[type]) booked.totals[type] = found.totals[type];
      for (const user of ["alice", "bob"] as const) {
        const part = found.parts[type][user];
        if (part === measured.parts[type][user]) booked.parts[type][user] = part;
      }
    }
  }

  /** What the fake would invoice, and what it holds of users. */
  function invoiced(name: string): Totals {
    const found = nothing();
    for (const { resource_uuid, component_type, quantity } of fake.invoiced(name.slice(0, 7))) {
      const type = TYPES.find((it) => it === component_type);
      if (resource_uuid === resource.uuid && type !== undefined) found.totals[type] += hundredths(quantity);
    }
    for (const { uuid, component_type } of rowsOf(name)) {
      for (const { username, usage } of fake.state.componentUserUsages.where("component_usage_uuid", uuid)) {
        const type = TYPES.find((it) => it === component_type);
        if (type !== undefined && (username === "alice" || username === "bob")) {
          found.parts[type][username] += hundredths(usage);
        }
      }
    }
    return found;
  }

  function compare(): string | undefined {
    for (const [name, { totals, parts }] of model) {
      const found = invoiced(name);
      for (const type of TYPES) {
        const what = `${type} of ${name.slice(0, 7)}`;
        if (found.totals[type] !== totals[type]) {
          return `${what}: the invoice says ${decimal(found.totals[type])}, and ${decimal(totals[type])} is right.`;
        }
        for (const user of ["alice", "bob"] as const) {
          const [is, should] = [found.parts[type][user], parts[type][user]];
          if (is !== should)
            return `${user}'s ${what}: ${decimal(is)} is stored, and ${decimal(should)} is right.`;
        }
        const sum = found.parts[type].alice + found.parts[type].bob;
        if (sum > found.totals[type]) return `Users' parts of ${what} come to more than the total.`;
      }
    }
    const now = TYPES.filter((type) =>
      rowsOf(month()).some(({ component_type, recurring }) => component_type === type && recurring),
    );
    const lost = [...marked].filter((type) => !now.includes(type));
    return lost.length === 0 ? undefined : `The mark of ${lost.join(", ")} is lost.`;
  }

  /** In quiet weather, at a clear time, all that was used can be reported: unless closed periods hold more. */
  async function settle(): Promise<string | undefined> {
    const hours = (36 - new Date(clock.time).getUTCHours()) % 24;
    advance(hours);
    const measured = of(used, month());
    const amounts = { cpu: decimal(measured.totals.cpu), gpu: decimal(measured.totals.gpu) };
    const perUser = isOld
      ? {}
      : Object.fromEntries(
          (["alice", "bob"] as const).map((user) => [
            user,
            { cpu: decimal(measured.parts.cpu[user]), gpu: decimal(measured.parts.gpu[user]) },
          ]),
        );
    const error = await send(processes[0], "single", amounts, { perUser, onDecrease: "send" });
    if (error === undefined) {
      const { totals, parts } = structuredClone(measured);
      model.set(month(), { totals, parts: isOld ? nothing().parts : parts });
      return compare();
    }
    const reason = isPuhuriError(error) && "reason" in error ? error.reason : "";
    // What ended plan periods hold stays, and parts that were not known by then do not fit what is left.
    const isRefused = hasEnded && /^(below-closed|above-total)$/.test(String(reason));
    return isRefused ? compare() : `It could not be settled: ${error}`;
  }

  return { take, compare, settle };
}

function spell(amount: string, spelling: Place["spelling"]): string {
  if (spelling === "four decimals") return `${amount}00`;
  return `${BigInt(amount.replace(".", ""))}E-2`;
}

function hundredths(amount: string | number): bigint {
  return BigInt(Math.round(Number(amount) * 100));
}

function decimal(amount: bigint): string {
  return `${amount / 100n}.${String(amount % 100n).padStart(2, "0")}`;
}
