/** The components of the offering that the usage benchmarks report for. */
export const COMPONENTS = ["cpu", "gpu", "storage"] as const;

export const OFFERING_UUID = "e".repeat(32);

/** The uuid of the n-th allocation. */
export function allocationUuid(index: number): string {
  return (index + 1).toString(16).padStart(32, "0");
}
