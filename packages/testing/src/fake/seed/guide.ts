import type { SeedDocument } from "./inputs.ts";

/**
 * The world of the provider guide, with its ids: an allocation that waits, one in every other state, the two
 * users of its team, its offerings; and a user of every role to ask with.
 */
export function guideSeed(isOld: boolean): SeedDocument {
  const csc = isOld ? "CSC_api_user" : "csc_api_user";
  const etais = isOld ? "ETAIS_api_user" : "etais_api_user";
  const project = { uuid: "8a158ebf1abf4c74a431b9c65a0d7829", name: "Sample project" };
  const limits: Record<string, number> = isOld
    ? { cpu_k_hours: 1000, gb_k_hours: 3000, gpu_k_hours: 1000 }
    : { storage: 10 };
  return {
    users: [
      { username: "staff", full_name: "Staff Member", is_staff: true },
      { username: "owner", full_name: "Olga Owner" },
      { username: "spmanager", full_name: "Sam Manager" },
      { username: "offmanager", full_name: "Ofelia Offering" },
      { username: "cowner", full_name: "Carol Consumer" },
      { username: "outsider", full_name: "Otto Outsider" },
      {
        uuid: "bb235c67dcb44470a45d4e0f94e0ed00",
        username: csc,
        full_name: "Integration user (CSC)",
        email: "CSC_api_user@example.com",
      },
      {
        uuid: "0cc72de4ebb840d98fef133e4433ec9a",
        username: etais,
        full_name: "Integration user (ETAIS)",
        email: "ETAIS_api_user@example.com",
      },
      { uuid: "db157a5cf7f247eba161cd90eba9ac63", username: "newcomer", full_name: "Nils Newcomer" },
    ],
    organizations: [
      {
        uuid: "7cbd4b0f3b0c4bb0a4b5b6e0ad1c3f52",
        name: "Sample HPC centre",
        owners: ["owner"],
        service_managers: ["spmanager"],
        service_provider: { uuid: "60e3b8f6b1a44d0d9f0d0c9a1f1f8d27", description: "Sample HPC centre" },
      },
      { uuid: "e2b9c4d17f3a4c5d8e6f90a1b2c3d4e5", name: "Sample consortium", owners: ["cowner"] },
    ],
    projects: [project],
    offerings: [
      {
        uuid: "cf4eb9c29fc74af4ade667fcb53633d5",
        name: "Sample offering",
        description: "Compute time on the sample cluster",
        category_uuid: "5a6f2c1d0e9b48f7a3d2c1b0e9f8a7d6",
        managers: ["offmanager"],
        components: [
          { type: "cpu", name: "CPU" },
          { type: "gpu", name: "GPU" },
          // The guide reports every component of its offering, which only `usage` and `limit` ones allow.
          ...(isOld ? [] : [LIMITED, FIXED]),
        ],
        plans: [
          {
            uuid: "1537de6e94f9427cafb74cb63fa21c72",
            name: "sample-plan",
            prices: isOld ? { cpu: 1, gpu: 5 } : { cpu: 0.1, gpu: 1.5, storage: 0.05, setup: 5 },
            unit_price: isOld ? "0.0000000" : "5.0000000000",
          },
        ],
      },
      { uuid: "d47ca5bce71144579df29da3c290027e", name: "Remote offering (really)" },
    ],
    roles: [
      { user: csc, role: "admin", on: project, pk: 10 },
      { user: etais, role: "member", on: project, pk: 3 },
    ],
    ssh_keys: [{ uuid: "ea4822b969064e779c263cf4c34d3d2e", user: csc, name: "laptop" }],
    allocations: [
      {
        uuid: "a1916bd53fd04b1ab1a4e700c926607b",
        name: "Sample resource",
        limits,
        order: { uuid: "3b7d1a5e8c2f4960b1d4e7a9c0f26358" },
      },
      {
        name: "Running resource",
        state: "OK",
        limits,
        backend_id: "hpc-1",
        plan_period: { uuid: "fb36ce56e53b43e59b3d963354d0467c" },
      },
      { name: "Erred resource", state: "Erred", limits },
      { name: "Updating resource", state: "Updating", limits, backend_id: "hpc-2" },
      { name: "Terminating resource", state: "Terminating", limits, backend_id: "hpc-3" },
      { name: "Terminated resource", state: "Terminated", limits, backend_id: "hpc-4" },
    ],
  };
}

const LIMITED = {
  type: "storage",
  name: "Storage",
  billing_type: "limit",
  measured_unit: "GB",
  limit_period: "month",
} as const;
const FIXED = { type: "setup", name: "Setup", billing_type: "fixed", measured_unit: "unit" } as const;
