/** Offerings whose orders the server hands over and leaves to their provider, who says how they ended. */
export const LEFT_TO_THE_PROVIDER: readonly string[] = ["Marketplace.Slurm", "Support.OfferingTemplate"];
