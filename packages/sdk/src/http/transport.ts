import type { Call } from "./call.ts";
import { Exchange } from "./exchange.ts";
import { Gate } from "./gate.ts";
import type { Answered, Outgoing } from "./messages.ts";
import type { Settings } from "./options.ts";
import { Redactor } from "./redact.ts";
import { authorizationOf } from "./token.ts";

/** What all requests of one client share. */
export class Transport {
  readonly settings: Settings;
  readonly gate: Gate;
  readonly redactor = new Redactor();
  /** The `Authorization` of every request; undefined where a token is to be asked for. */
  readonly authorization: string | undefined;
  #lastId = 0;

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

  #checked(token: unknown): string {
    const authorization = authorizationOf(token);
    this.redactor.remember(authorization);
    return authorization;
  }

  /**
   * Sends a request until it is answered for good.
   *
   * @param settle - Makes the caller's result of the last answer, or throws.
   */
  exchange<T>(call: Call, request: Outgoing, settle: (answered: Answered) => T): Promise<T> {
    return new Exchange(this, call, request, ++this.#lastId).run(settle);
  }
}
