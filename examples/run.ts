// Runs an example: on the server that PUHURI_URL names, or else on a fake that lives as long as the example does.
import { globSync } from "node:fs";
import { basename } from "node:path";
import { createFakePuhuri } from "@puhuri/testing";

const files = globSync("*-*.ts", { cwd: import.meta.dirname }).sort();
const [, , name = "", ...args] = process.argv;

if (!files.includes(`${name}.ts`)) {
  console.error(`Which example? ${files.map((file) => basename(file, ".ts")).join(", ")}`);
  process.exitCode = 2;
} else {
  // The example reads its own arguments.
  process.argv.splice(2, process.argv.length, ...args);
  const close = process.env.PUHURI_URL === undefined ? await startFake() : undefined;
  try {
    await import(`./${name}.ts`);
  } finally {
    await close?.();
  }
}

async function startFake(): Promise<() => Promise<void>> {
  const fake = createFakePuhuri({ dialect: "current" });
  const { url } = await fake.listen();
  process.env.PUHURI_URL = url;
  process.env.PUHURI_TOKEN = fake.tokenOf("owner");
  process.env.PUHURI_TIME_ZONE = "UTC";
  console.log(
    `On a fake Puhuri with the data of the guide. Set PUHURI_URL and PUHURI_TOKEN for another one.\n`,
  );
  return () => fake.close();
}
