import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { runBin } from "./run-bin.ts";

const TRY = /Try: curl -H '([\w-]+): ([^']+)' '([^']+)'\n/;

describe("puhuri-mock", () => {
  it.each([
    ["SIGINT", [], "provider_resources_list"],
    ["SIGTERM", ["--dialect", "2021"], "resources_list"],
  ] as const)(
    "prints its address, a curl that works and what requests break; ends with 0 on %s",
    async (signal, args, operationId) => {
      const { child, ended, printed } = runBin("puhuri-mock", "--port", "0", ...args);
      const [, name = "", value = "", url = ""] = await printed(TRY);
      const response = await fetch(url, { headers: { [name]: value } });
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual([expect.objectContaining({ uuid: expect.any(String) })]);

      await fetch(`${url}&page_sise=1`, { headers: { [name]: value } });
      const [, printedId] = await printed(/&page_sise=1 → 422 (\w+)\n {2}query\.page_sise: /);
      expect(printedId).toBe(operationId);

      // The connections of both requests are still open.
      child.kill(signal);
      expect(await ended).toMatchObject({ code: 0, err: "" });
    },
  );

  it("says in one line that a port is taken, and ends with 1", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" ? address?.port : undefined;
    expect(await runBin("puhuri-mock", "--port", String(port)).ended).toEqual({
      code: 1,
      out: "",
      err: `puhuri-mock: Port ${port} on 127.0.0.1 is in use: choose another one, or 0 for any free one.\n`,
    });
    taken.close();
  });

  it.each([
    [["--prot", "0"], "--prot"],
    [["--port", "http"], "port"],
    [["--port"], "--port"],
    [["--port", "70000"], "port"],
    [["--dialect", "2022"], "--dialect"],
    [["4010"], "4010"],
  ])("says in one line what is wrong with %j, and ends with 2", async (args, named) => {
    const { code, out, err } = await runBin("puhuri-mock", ...args).ended;
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^puhuri-mock: [^\n]+\n$/);
    expect(err).toContain(named);
  });

  it("explains itself", async () => {
    const { code, out, err } = await runBin("puhuri-mock", "--help").ended;
    expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const flag of ["--port", "--host", "--dialect", "--help"]) expect(out).toContain(flag);
  });
});
