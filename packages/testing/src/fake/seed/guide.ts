import type { SeedBuilder } from "./inputs.ts";

/**
 * The world of the provider guide, with its ids: an allocation that waits, one in every other state, the two
 * users of its team, its offerings; and a user of every role to ask with.
 */
export function plantGuide(seed: SeedBuilder, isOld: boolean): void {
  plantPeople(seed, isOld);
  const offering = seed.offering({
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
  });
  seed.offering({ uuid: "d47ca5bce71144579df29da3c290027e", name: "Remote offering (really)" });

  const limits: Record<string, number> = isOld
    ? { cpu_k_hours: 1000, gb_k_hours: 3000, gpu_k_hours: 1000 }
    : { storage: 10 };
  const order = { uuid: "3b7d1a5e8c2f4960b1d4e7a9c0f26358" };
  seed.allocation({
    uuid: "a1916bd53fd04b1ab1a4e700c926607b",
    name: "Sample resource",
    offering,
    limits,
    order,
  });
  seed.allocation({
    name: "Running resource",
    state: "OK",
    limits,
    backend_id: "hpc-1",
    plan_period: { uuid: "fb36ce56e53b43e59b3d963354d0467c" },
  });
  seed.allocation({ name: "Erred resource", state: "Erred", limits });
  seed.allocation({ name: "Updating resource", state: "Updating", limits, backend_id: "hpc-2" });
  seed.allocation({ name: "Terminating resource", state: "Terminating", limits, backend_id: "hpc-3" });
  seed.allocation({ name: "Terminated resource", state: "Terminated", limits, backend_id: "hpc-4" });
}

const LIMITED = {
  type: "storage",
  name: "Storage",
  billing_type: "limit",
  measured_unit: "GB",
  limit_period: "month",
} as const;
const FIXED = { type: "setup", name: "Setup", billing_type: "fixed", measured_unit: "unit" } as const;

function plantPeople(seed: SeedBuilder, isOld: boolean): void {
  seed.user({ username: "staff", full_name: "Staff Member", is_staff: true });
  seed.user({ username: "owner", full_name: "Olga Owner" });
  seed.user({ username: "spmanager", full_name: "Sam Manager" });
  seed.user({ username: "offmanager", full_name: "Ofelia Offering" });
  seed.user({ username: "cowner", full_name: "Carol Consumer" });
  seed.user({ username: "outsider", full_name: "Otto Outsider" });
  const csc = seed.user({
    uuid: "bb235c67dcb44470a45d4e0f94e0ed00",
    username: isOld ? "CSC_api_user" : "csc_api_user",
    full_name: "Integration user (CSC)",
    email: "CSC_api_user@example.com",
  });
  const etais = seed.user({
    uuid: "0cc72de4ebb840d98fef133e4433ec9a",
    username: isOld ? "ETAIS_api_user" : "etais_api_user",
    full_name: "Integration user (ETAIS)",
    email: "ETAIS_api_user@example.com",
  });
  seed.user({ uuid: "db157a5cf7f247eba161cd90eba9ac63", username: "newcomer", full_name: "Nils Newcomer" });
  seed.sshKey({ uuid: "ea4822b969064e779c263cf4c34d3d2e", user: csc, name: "laptop" });
  seed.organization({
    uuid: "7cbd4b0f3b0c4bb0a4b5b6e0ad1c3f52",
    name: "Sample HPC centre",
    owners: ["owner"],
    service_managers: ["spmanager"],
    service_provider: { uuid: "60e3b8f6b1a44d0d9f0d0c9a1f1f8d27", description: "Sample HPC centre" },
  });
  seed.organization({
    uuid: "e2b9c4d17f3a4c5d8e6f90a1b2c3d4e5",
    name: "Sample consortium",
    owners: ["cowner"],
  });
  const project = seed.project({ uuid: "8a158ebf1abf4c74a431b9c65a0d7829", name: "Sample project" });
  seed.role({ user: csc, role: "admin", on: project, pk: 10 });
  seed.role({ user: etais, role: "member", on: project, pk: 3 });
}
