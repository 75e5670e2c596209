import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { connect } from "node:net";
import { promisify } from "node:util";
import { createFakePuhuri } from "@puhuri/testing";
import { afterAll, beforeEach, expect, it } from "vitest";
import { codeBlocks } from "../src/code-blocks.ts";
import { root } from "../src/pages.ts";

const file = "docs/networks.md";
const blocks = codeBlocks({ file, text: readFileSync(root + file, "utf8") });
const fake = createFakePuhuri({ dialect: "current" });
const { url } = await fake.listen();

/** What the proxy was asked for. */
const asked: string[] = [];
const proxy = tunnelProxy();
await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
const proxyUrl = `http://127.0.0.1:${portOf(proxy)}`;

beforeEach(() => void asked.splice(0));
afterAll(async () => {
  proxy.close();
  await fake.close();
});

/** A proxy that only makes tunnels, and remembers where to. */
function tunnelProxy(): Server {
  return createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(501).end();
  }).on("connect", (request, downstream) => {
    asked.push(request.url ?? "");
    const [hostname, port] = (request.url ?? "").split(":");
    const upstream = connect(Number(port), hostname ?? "", () => {
      downstream.write("HTTP/1.1 200 Connection established\r\n\r\n");
      downstream.pipe(upstream).pipe(downstream);
    });
    for (const [one, other] of [
      [upstream, downstream],
      [downstream, upstream],
    ] as const) {
      one.on("error", () => other.destroy());
    }
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The proxy does not listen.");
  return address.port;
}

/** Runs a program in a Node of its own, with these variables. */
async function run(program: string, variables: Readonly<Record<string, string>>): Promise<string> {
  const args = ["--conditions=@puhuri/source", "--input-type=module-typescript", "--eval", program];
  const env = { ...process.env, PUHURI_TOKEN: fake.tokenOf("owner"), NO_PROXY: "", ...variables };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: import.meta.dirname, env });
  return stdout.trim();
}

const counting = `
  import { createPuhuriClient } from "@puhuri/sdk";
  const puhuri = createPuhuriClient({ baseUrl: "${url}", token: process.env.PUHURI_TOKEN ?? "" });
  console.log(await puhuri.resources.list().count());
`;

it("goes through the proxy that the page's variables name, and not without them", async () => {
  const page = blocks.find(({ code }) => code.includes("HTTPS_PROXY"))?.code ?? "";
  const variables = Object.fromEntries(
    [...page.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name = "", value = ""]) => [
      // The fake speaks HTTP.
      name.replace("HTTPS_PROXY", "HTTP_PROXY"),
      value.replace(/^http:.*/, proxyUrl),
    ]),
  );
  expect(await run(counting, { ...variables, NODE_USE_ENV_PROXY: "" })).toBe("6");
  expect(asked).toEqual([]);
  expect(await run(counting, variables)).toBe("6");
  expect(asked).toEqual([new URL(url).host]);
});

it("goes through the proxy that the page's client is given", async () => {
  const code = blocks.find(({ language }) => language === "ts")?.code ?? "";
  const program = code
    .replace("https://puhuri.example", url)
    .replace("http://proxy.hpc.example:3128", proxyUrl);
  expect(await run(`${program}\nconsole.log(await puhuri.resources.list().count());`, {})).toBe("6");
  expect(asked).toEqual([new URL(url).host]);
});
