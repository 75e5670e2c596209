import { defineConfig } from "vitest/config";
import { shared } from "../../../../vitest.shared.ts";
import { ROOMS } from "./rooms.ts";

const room = ROOMS[process.env.MUTATED_ROOM ?? ""];
if (room === undefined) throw new Error("MUTATED_ROOM names no room.");

export default defineConfig({
  ...shared,
  test: {
    ...shared.test,
    include: room.tests.map((glob) => `packages/sdk/${glob}`),
    reporters: [],
    isolate: room.isolate,
    setupFiles: ["packages/sdk/test/mutation/forget-modules.ts"],
  },
});
