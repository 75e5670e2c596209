// Opens fakes for the suite, each on a port of its own. Runs beside the packed packages, under the repository's Node.
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import type { WorldRequest } from "../suite/world.ts";
import { openWorld, type World } from "./open-world.ts";

const worlds = new Map<number, World>();
let opened = 0;

async function answer(path: string, body: string): Promise<unknown> {
  if (path === "/open") {
    const request: WorldRequest = JSON.parse(body);
    const id = ++opened;
    const world = await openWorld(id, request);
    worlds.set(id, world);
    return world.facts;
  }
  const { id }: { readonly id: number } = JSON.parse(body);
  const world = worlds.get(id);
  if (world === undefined) throw new Error(`There is no world ${id}.`);
  if (path === "/received") return world.received();
  if (path !== "/close") throw new Error(`There is no ${path}.`);
  worlds.delete(id);
  await world.close();
  return {};
}

async function reply(request: IncomingMessage): Promise<{ status: number; json: string }> {
  try {
    return { status: 200, json: JSON.stringify(await answer(request.url ?? "", await text(request))) };
  } catch (error) {
    return { status: 500, json: String(error) };
  }
}

const server = createServer(async (request, response) => {
  const { status, json } = await reply(request);
  response.writeHead(status, { "access-control-allow-origin": "*", "content-type": "application/json" });
  response.end(json);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (typeof address === "object" && address !== null) console.log(`http://127.0.0.1:${address.port}`);
});
