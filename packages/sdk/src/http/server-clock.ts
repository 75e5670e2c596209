import { httpDate } from "./http-date.ts";

/** How far the server's clock is ahead of this machine's calendar, to the second, as its last answer told. */
export class ServerClock {
  #aheadMs: number | undefined;

  /** Undefined until an answer has told: browsers hide `Date` from pages of another origin. */
  get aheadMs(): number | undefined {
    return this.#aheadMs;
  }

  /** Takes notice of an answer that has just come. */
  note(headers: Headers, date: number): void {
    const told = httpDate(headers.get("date"));
    if (told !== undefined) this.#aheadMs = told - date;
  }
}
