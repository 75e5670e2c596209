// The reader's own side, as snippets import it: `./cluster.ts`.

/** Makes an account on the cluster and returns its name. The key is kept with it. */
export async function createAccount(name: string, _limits: unknown, _key?: string): Promise<string> {
  return name.toLowerCase().replaceAll(" ", "-");
}

/** The account of that name, or made for that key, if there is one. Throws if the cluster does not answer. */
export async function findAccount(_nameOrKey: string): Promise<string | undefined> {
  return undefined;
}

/** Gives an account new limits. */
export async function setLimits(_account: string | undefined, _limits: unknown): Promise<void> {}

/** Ends an account. */
export async function removeAccount(_account: string | undefined): Promise<void> {}

/** What an account has used this month so far, by component. */
export async function measureUsage(_account: string | undefined): Promise<Record<string, number>> {
  return { cpu: 12, gpu: 3 };
}
