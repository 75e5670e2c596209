import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Figure } from "./figure.ts";
import type { Passed } from "./traced-call.ts";

/** Counts the files of the sdk that a call goes through, from the noun to the request and back. */
export async function passedFigures(): Promise<Figure[]> {
  return Promise.all([
    figure("files passed by a list of one page", 22, "list"),
    figure("files passed by setState of what waits", 26, "setState"),
    figure("files passed by reportUsageMany of one", 45, "reportUsageMany"),
  ]);
}

async function figure(name: string, limit: number, call: string): Promise<Figure> {
  const { files, functions } = await passed(call);
  return { name, value: files, limit, of: `${functions} functions` };
}

async function passed(call: string): Promise<Passed> {
  const script = fileURLToPath(new URL("traced-call.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--conditions=@puhuri/source",
    script,
    call,
  ]);
  return JSON.parse(stdout);
}
