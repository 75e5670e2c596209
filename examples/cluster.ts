// A pretend cluster for the examples: your batch system, your cloud, your database of accounts.
import { appendFileSync, existsSync, readFileSync } from "node:fs";

/** An account on the cluster. */
export interface Account {
  readonly id: string;
  /** The key it was created for: each gets one account. */
  readonly key: string;
  readonly limits: Readonly<Record<string, number>>;
  /** What its jobs have used this month, by component. */
  readonly used?: Readonly<Record<string, number>>;
}

/** One change, as a line of the file. */
type Entry =
  | { readonly did: "create" | "change"; readonly account: Account }
  | { readonly did: "end"; readonly id: string };

/** Keeps each change of an account as a line of a file, so a process that dies at any point loses nothing. */
export class Cluster {
  readonly #file: string;
  readonly #accounts = new Map<string, Account>();

  constructor(file: string) {
    this.#file = file;
    const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    for (const line of lines) if (line !== "") this.#apply(JSON.parse(line));
  }

  /** Finds an account by its id, or by the key it was created for. */
  find(idOrKey: string): Account | undefined {
    return this.#accounts.get(idOrKey) ?? [...this.#accounts.values()].find(({ key }) => key === idOrKey);
  }

  create(account: Account): Account {
    if (this.find(account.key) !== undefined)
      throw new Error(`There is an account for ${account.key} already.`);
    this.#write({ did: "create", account });
    return account;
  }

  /** Gives an account other limits. Adds it if it is not in the file yet. */
  change(account: Account): void {
    this.#write({ did: "change", account });
  }

  /** Ends an account, by its id or key. One that is gone already is fine. */
  end(idOrKey: string): void {
    const account = this.find(idOrKey);
    if (account !== undefined) this.#write({ did: "end", id: account.id });
  }

  #write(entry: Entry): void {
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`);
    this.#apply(entry);
  }

  #apply(entry: Entry): void {
    if (entry.did === "end") this.#accounts.delete(entry.id);
    else this.#accounts.set(entry.account.id, entry.account);
  }
}
