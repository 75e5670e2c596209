// Mistakes that the packed types must show: one a line.
import { createPuhuriClient } from "@puhuri/sdk";
import { createFakePuhuri } from "@puhuri/testing";

const puhuri = createPuhuriClient({ baseUrl: "https://puhuri.test", token: "a" });
puhuri.resources.list({ stat: "Creating" });
puhuri.resources.list({ fields: ["nmae"] });
puhuri.resources.setState("a1916bd53fd04b1ab1a4e700c926607b", "done");
puhuri.usages.set({ plan_period: undefined, usages: [{ type: "cpu" }] });
createFakePuhuri({ dialect: "2022" });
