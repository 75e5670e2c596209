import { createPuhuriClient, type Dialect, type PuhuriClient, type PuhuriClientOptions } from "@puhuri/sdk";
import type { ReceivedRequest, WorldFacts, WorldRequest } from "./world.ts";

/** A world and a client of it. */
export interface Scene extends WorldFacts {
  readonly puhuri: PuhuriClient;
  /** Another client of the same world. */
  client(options?: Partial<PuhuriClientOptions>): PuhuriClient;
  /** What the server has got so far. */
  received(): Promise<ReceivedRequest[]>;
}

/** Where a test plays: it opens worlds, which are closed when it has ended. */
export class Stage {
  readonly dialect: Dialect;
  readonly #worldsUrl: string;
  readonly #open: number[] = [];

  constructor(dialect: Dialect, worldsUrl: string) {
    this.dialect = dialect;
    this.#worldsUrl = worldsUrl;
  }

  /** Opens a new world. */
  async open(request: Omit<WorldRequest, "dialect"> = {}): Promise<Scene> {
    const asked: WorldRequest = { dialect: this.dialect, ...request };
    const facts: WorldFacts = await this.#ask("open", asked);
    this.#open.push(facts.id);
    const client = (options: Partial<PuhuriClientOptions> = {}): PuhuriClient =>
      createPuhuriClient({
        baseUrl: facts.url,
        token: facts.token,
        dialect: this.dialect,
        // The worlds' own.
        billingTimeZone: "UTC",
        retry: { baseDelayMs: 1 },
        ...options,
      });
    return {
      ...facts,
      client,
      puhuri: client(),
      received: async () => {
        const requests: ReceivedRequest[] = await this.#ask("received", { id: facts.id });
        return requests;
      },
    };
  }

  async close(): Promise<void> {
    for (const id of this.#open.splice(0)) await this.#ask("close", { id });
  }

  // A plain text needs no preflight. What comes back is what this folder's server sends.
  async #ask(what: "open" | "received" | "close", body: object) {
    const response = await fetch(`${this.#worldsUrl}/${what}`, {
      method: "POST",
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The server of worlds: ${await response.text()}`);
    return response.json();
  }
}
