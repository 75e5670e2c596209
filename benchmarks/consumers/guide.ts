// A consumer that does everything the provider guide does. Its bundle and its type check are what is measured.
import { createPuhuriClient } from "@puhuri/sdk";

export async function guide(baseUrl: string, token: string, uuid: string): Promise<unknown[]> {
  const puhuri = createPuhuriClient({ baseUrl, token });
  return [
    await puhuri.resources
      .list({ state: "Creating", offering_uuid: uuid, fields: ["name", "offering", "state", "limits"] })
      .toArray(),
    await puhuri.resources.setState(uuid, "OK"),
    await puhuri.resources.setBackendId(uuid, "account-17"),
    await puhuri.resources.submitReport(uuid, [{ header: "Login", body: "ssh login.hpc.example" }]),
    await puhuri.resources.team(uuid),
    await puhuri.offerings.get(uuid, { fields: ["components"] }),
    await puhuri.resources.planPeriods(uuid),
    await puhuri.resources.reportUsage(uuid, { cpu: 10, gpu: "3.50" }),
    await puhuri.offeringUsers.create({ offering: uuid, user: uuid, username: "abc" }),
  ];
}
