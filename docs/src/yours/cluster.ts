// The reader's own side, as snippets import it: `./cluster.ts`.

/** Makes an account for a key, or finds the one that was made for it before; returns its name. */
export async function createAccount(name: string, _limits: unknown, _key?: string): Promise<string> {
  return name.toLowerCase().replaceAll(" ", "-");
}

/** Makes a login for a key, or finds the one that was made for it before. */
export async function createLogin(_key: string, federatedId = "") {
  const name = `login-${federatedId.replace(/_.*/, "").toLowerCase()}`;
  return { name, isLinked: true, confirmUrl: `https://hpc.example/confirm/${name}` };
}

/** Takes the login away that was made for a key; one that is gone already is fine. */
export async function removeLogin(_key: string): Promise<void> {}

/** Gives an account new limits. */
export async function setLimits(_account: string | undefined, _limits: unknown): Promise<void> {}

/** Ends an account, by its name or by the key that it was made for; one that is gone already is fine. */
export async function removeAccount(_account: string | undefined): Promise<void> {}

/** What an account has used this month so far, by component. */
export async function measureUsage(_account: string | undefined): Promise<Record<string, number>> {
  return { cpu: 12, gpu: 3 };
}
