import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";

const BIN = fileURLToPath(new URL("../../src/bin/puhuri-mock.ts", import.meta.url));

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function run(...args: string[]) {
  const child = spawn(process.execPath, ["--conditions=@puhuri/source", BIN, ...args]);
  children.push(child);
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const exited = once(child, "close").then(([code, signal]: unknown[]) => ({ code, signal, out, err }));
  /** The output from its start to the first match. */
  const printed = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = pattern.exec(out);
      if (found !== null) return found;
      const ended = await Promise.race([once(child.stdout, "data").then(() => undefined), exited]);
      if (ended !== undefined)
        throw new Error(`It ended without printing ${pattern}: ${JSON.stringify(ended)}`);
    }
  };
  return { child, exited, printed };
}

const TRY = /Try: curl -H '([\w-]+): ([^']+)' '([^']+)'\n/;

describe("puhuri-mock", () => {
  it.each([
    ["SIGINT", [], "provider_resources_list"],
    ["SIGTERM", ["--dialect", "2021"], "resources_list"],
  ] as const)(
    "prints its address, a curl that works and what requests break; ends with 0 on %s",
    async (signal, args, operationId) => {
      const { child, exited, printed } = run("--port", "0", ...args);
      const [, name = "", value = "", url = ""] = await printed(TRY);
      const response = await fetch(url, { headers: { [name]: value } });
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual([expect.objectContaining({ uuid: expect.any(String) })]);

      await fetch(`${url}&page_sise=1`, { headers: { [name]: value } });
      const [, printedId] = await printed(/&page_sise=1 → 422 (\w+)\n {2}query\.page_sise: /);
      expect(printedId).toBe(operationId);

      // The connections of both requests are still open.
      child.kill(signal);
      expect(await exited).toMatchObject({ code: 0, signal: null, err: "" });
    },
  );

  it("says in one line that a port is taken, and ends with 1", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" ? address?.port : undefined;
    expect(await run("--port", String(port)).exited).toEqual({
      code: 1,
      signal: null,
      out: "",
      err: `puhuri-mock: Port ${port} on 127.0.0.1 is in use: choose another one, or 0 for any free one.\n`,
    });
    taken.close();
  });

  it.each([
    [["--prot", "0"], "--prot"],
    [["--port", "http"], "--port"],
    [["--port"], "--port"],
    [["--port", "70000"], "port"],
    [["--dialect", "2022"], "--dialect"],
    [["4010"], "4010"],
  ])("says in one line what is wrong with %j, and ends with 2", async (args, named) => {
    const { code, out, err } = await run(...args).exited;
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^puhuri-mock: [^\n]+\n$/);
    expect(err).toContain(named);
  });

  it("explains itself", async () => {
    const { code, out, err } = await run("--help").exited;
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const flag of ["--port", "--host", "--dialect", "--help"]) expect(out).toContain(flag);
  });
});
