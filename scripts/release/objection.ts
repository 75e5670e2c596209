/** Where a release is to be published from. */
export interface Standing {
  /** Whether this is a CI. */
  readonly isCi: boolean;
  /** Changesets that are not in a changelog yet. */
  readonly pending: readonly string[];
  /** What `git status --porcelain` prints. */
  readonly uncommitted: string;
}

/** Says why nothing may be published from here; undefined where nothing speaks against it. */
export function objection({ isCi, pending, uncommitted }: Standing): string | undefined {
  if (isCi) return "A CI does not publish.";
  if (pending.length > 0) {
    return `The versions are not set: ${pending.length} changesets wait. Run \`npx -y pnpm@12 exec changeset version\` and commit.`;
  }
  if (uncommitted.trim() !== "") return "Something is not committed: what is published must be found again.";
  return undefined;
}
