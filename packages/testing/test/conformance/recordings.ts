import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isJsonObject, type Json } from "../../src/fake/state/values.ts";
import type { RecordedFile, RecordedServer } from "../recorded/recorded.ts";

const FOLDER = fileURLToPath(new URL("../../recordings/", import.meta.url));

export interface Recording {
  readonly server: RecordedServer;
  /** The files after the initial state, in the order they were recorded. */
  readonly files: readonly { readonly name: string; readonly file: RecordedFile }[];
}

export function readRecording(folder: string): Recording {
  const names = readdirSync(`${FOLDER}${folder}`).sort();
  const read = (name: string): RecordedFile => JSON.parse(readFileSync(`${FOLDER}${folder}/${name}`, "utf8"));
  const scenario: Json = JSON.parse(readFileSync(`${FOLDER}${folder}/scenario.json`, "utf8"));
  return {
    server: { initialState: read("00-initial-state.json"), scenario: isJsonObject(scenario) ? scenario : {} },
    files: names.filter((name) => /^(?!00)\d\d-/.test(name)).map((name) => ({ name, file: read(name) })),
  };
}
