import { httpDate } from "./http-date.ts";

/** How far the server's clock is ahead of this machine's calendar, to the second, as its last answer told. */
export class ServerClock {
  /** Read when it is asked for: few calls need it. */
  #told: string | null = null;
  #toldAt = 0;

  /** Undefined until an answer has told: browsers hide `Date` from pages of another origin. */
  get aheadMs(): number | undefined {
    const told = httpDate(this.#told);
    return told === undefined ? undefined : told - this.#toldAt;
  }

  /** Takes notice of an answer that has just come. */
  note(headers: Headers, date: number): void {
    const told = headers.get("date");
    // One that a cache has kept tells of the time when it was made.
    if (told === null || headers.has("age")) return;
    this.#told = told;
    this.#toldAt = date;
  }
}
