import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createFakePuhuri, type FakePuhuriOptions } from "@puhuri/testing";
import { expect, onTestFinished, test } from "vitest";
import type { Finished } from "./terminal.ts";

const BIN = [
  process.execPath,
  "--conditions=@puhuri/source",
  fileURLToPath(new URL("../src/puhuri.ts", import.meta.url)),
];
const ALLOCATION = "a1916bd53fd04b1ab1a4e700c926607b";

/** A fake that listens, and the program as a process of its own. */
async function open(options: Partial<FakePuhuriOptions> = {}) {
  const fake = createFakePuhuri({ dialect: "current", ...options });
  onTestFinished(() => fake.close());
  const { url } = await fake.listen();
  const env = { ...process.env, PUHURI_URL: url, PUHURI_TOKEN: fake.tokenOf("owner"), PUHURI_CONFIG: "" };
  return {
    fake,
    start(command: readonly string[]) {
      const [program = "", ...args] = command;
      const child = spawn(program, args, { env });
      onTestFinished(() => void child.kill("SIGKILL"));
      const printed = { out: "", err: "" };
      child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.out += text));
      child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.err += text));
      const ended: Promise<Finished> = once(child, "close").then(([code]) => ({ code, ...printed }));
      return { child, ended };
    },
  };
}

test("the program talks to a server over HTTP, and its exit code says what happened", async () => {
  const { start } = await open();
  const listed = await start([...BIN, "allocations", "--csv", "--fields", "name,state"]).ended;
  expect(listed).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^name,state\nSample resource,Creating\n/),
    err: "",
  });
  const wrong = await start([...BIN, "allocation", "hpc-9"]).ended;
  expect(wrong).toEqual({ code: 1, out: "", err: "puhuri: No allocation has the backend id hpc-9.\n" });
});

test("the first Ctrl-C finishes the allocation in flight, and no other is begun", async () => {
  let interrupt = (): void => {};
  const { fake, start } = await open({
    intercept({ operationId }, next) {
      // The first step of the first allocation: there are several.
      if (operationId === "provider_resources_get") interrupt();
      return next();
    },
  });
  const { child, ended } = start([...BIN, "set-state", ALLOCATION, "hpc-1", "hpc-2", "OK"]);
  interrupt = () => void child.kill("SIGINT");
  const { code, out, err } = await ended;
  expect([code, err]).toEqual([130, "puhuri: Interrupted: 1 of 3 done, 0 failed.\n"]);
  expect(out).toBe(`${ALLOCATION} (Sample resource) went from Creating to OK.\n`);
  expect(fake.state.resourceNamed("Sample resource")?.state).toBe("OK");
});

test("the second Ctrl-C ends it at once", async () => {
  let asked = (): void => {};
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const intercept = () => {
    asked();
    return new Promise<Response>(() => {});
  };
  const { start } = await open({ intercept });
  const { child } = start([...BIN, "offerings"]);
  const ended = once(child, "exit");
  await isAsked;
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    child.kill("SIGINT");
  }, 20);
  const [, signal] = await ended;
  clearInterval(timer);
  expect(signal).toBe("SIGINT");
  expect(sent).toBeGreaterThan(1);
});

test("a reader that has seen enough ends it without a message: puhuri allocations | head", async () => {
  const { start } = await open({
    seed(world) {
      world.guide();
      for (let i = 0; i < 600; i++) world.allocation({ name: `allocation ${i}`, state: "OK" });
    },
  });
  const line = `${BIN.map((word) => `'${word}'`).join(" ")} allocations --json --all | head -n 1`;
  const { code, out, err } = await start(["bash", "--norc", "-o", "pipefail", "-c", line]).ended;
  expect([code, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toHaveProperty("name", "Sample resource");
});

test("a question that nobody answers does not keep the program waiting", async () => {
  const { start } = await open();
  const { child, ended } = start([...BIN, "set-state", "hpc-3", "Terminated"]);
  child.stdin.end();
  expect(await ended).toMatchObject({ code: 2, err: expect.stringContaining("--yes") });
});
