// The reader's own side, as snippets import it: `./cluster.ts`.

/** Makes an account on the cluster and returns its name. */
export async function createAccount(name: string, _limits: unknown): Promise<string> {
  return name.toLowerCase().replaceAll(" ", "-");
}

/** What an account has used this month so far, by component. */
export async function measureUsage(_account: string | undefined): Promise<Record<string, number>> {
  return { cpu: 12, gpu: 3 };
}
