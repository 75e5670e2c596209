import { Gate } from "./gate.ts";
import type { Settings } from "./options.ts";
import { Redactor } from "./redact.ts";
import { ServerClock } from "./server-clock.ts";
import { authorizationOf } from "./token.ts";

/** What all requests of one client share. */
export class Transport {
  readonly settings: Settings;
  readonly gate: Gate;
  readonly redactor = new Redactor();
  readonly serverClock = new ServerClock();
  /** The `Authorization` of every request; undefined where a token is to be asked for. */
  readonly authorization: string | undefined;
  #lastId = 0;
  #hadToken = false;

  constructor(settings: Settings) {
    const { token, clock } = settings;
    this.settings = settings;
    this.gate = new Gate(clock);
    if (typeof token === "string") this.authorization = this.#checked(token);
  }

  /** Asks for the token to use now. */
  async askAuthorization(): Promise<string> {
    const { token } = this.settings;
    return this.#checked(typeof token === "string" ? token : await token());
  }

  /** Whether a token was ever given: one that is missing later is trouble that may pass. */
  get hadToken(): boolean {
    return this.#hadToken;
  }

  #checked(token: unknown): string {
    const authorization = authorizationOf(token);
    this.#hadToken = true;
    this.redactor.remember(authorization);
    return authorization;
  }

  /** A number that no other exchange of this client has. */
  nextId(): number {
    return ++this.#lastId;
  }
}
