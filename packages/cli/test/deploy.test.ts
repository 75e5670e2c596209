import { execFileSync, spawnSync } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { validate } from "dockerfile-utils";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { PersistentVolumeClaim } from "kubernetes-models/v1/PersistentVolumeClaim";
import { expect, onTestFinished, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { readConfig } from "../src/agent/config.ts";

const folder = join(import.meta.dirname, "../deploy");
const textOf = (name: string) => readFileSync(join(folder, name), "utf8");
const units = globSync("*.{service,timer}", { cwd: folder }).sort();

/** The lines of a unit, by section. */
function sectionsOf(unit: string): Map<string, Map<string, string>> {
  const sections = new Map<string, Map<string, string>>();
  let section = new Map<string, string>();
  for (const line of textOf(unit).split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [, name] = /^\[(\w+)\]$/.exec(line) ?? [];
    const [, key, value] = /^(\w+)=(.+)$/.exec(line) ?? [];
    if (name !== undefined) {
      section = new Map();
      sections.set(name, section);
    } else if (key !== undefined && value !== undefined) section.set(key, value);
    else throw new Error(`${unit} has a line that is none: ${line}`);
  }
  return sections;
}

test.each(units)("%s gives the agent its token as a credential, and its state", (unit) => {
  const sections = sectionsOf(unit);
  if (unit.endsWith(".timer")) {
    expect(units).toContain(unit.replace(".timer", ".service"));
    return;
  }
  const service = sections.get("Service") ?? new Map();
  expect(service.get("ExecStart")).toMatch(
    /^\/usr\/bin\/env puhuri agent --config \/etc\/puhuri\/agent\.yaml/,
  );
  expect(service.get("LoadCredential")).toBe("puhuri-token:/etc/puhuri/token");
  // The program at work must not be ended with the agent.
  expect(service.get("KillMode")).toBe("mixed");
  // Where the agent looks for both.
  const config = configIn(
    "agent.yaml",
    'url: https://puhuri.example\nofferings:\n  - { uuid: "cf4eb9c29fc74af4ade667fcb53633d5", programs: { create: "true" } }\n',
    {
      CREDENTIALS_DIRECTORY: "/run/credentials",
      STATE_DIRECTORY: `/var/lib/${service.get("StateDirectory")}`,
    },
  );
  expect(config).toMatchObject({
    tokenFile: "/run/credentials/puhuri-token",
    stateDir: "/var/lib/puhuri-agent",
  });
});

test("systemd accepts its units, if it is installed", () => {
  const paths = units.map((unit) => join(folder, unit));
  const { error, status, stderr } = spawnSync("systemd-analyze", ["verify", ...paths], { encoding: "utf8" });
  if (error !== undefined) expect(error).toMatchObject({ code: "ENOENT" });
  else expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("the Dockerfile is valid, and copies what is packed", () => {
  const text = textOf("Dockerfile");
  expect(validate(text)).toEqual([]);
  const [, copied = ""] = /^COPY (.*) \S+$/m.exec(text) ?? [];
  expect(copied.split(" ")).toEqual(["api-types", "sdk", "cli"].map((name) => `puhuri-${name}-*.tgz`));
});

test("Kubernetes accepts the manifest, and its parts fit together", () => {
  // Kubernetes reads YAML as of 1.1, by which 0400 is octal.
  const [configMap, claim, deployment] = parseAllDocuments(textOf("kubernetes.yaml"), { version: "1.1" }).map(
    (document) => document.toJS(),
  );
  new ConfigMap(configMap).validate();
  new PersistentVolumeClaim(claim).validate();
  new Deployment(deployment).validate();
  const { spec } = deployment.spec.template;
  const [container] = spec.containers;
  expect(deployment.spec).toMatchObject({ replicas: 1, strategy: { type: "Recreate" } });
  expect(spec.volumes.map(({ name }: { name: string }) => name).sort()).toEqual(
    container.volumeMounts.map(({ name }: { name: string }) => name).sort(),
  );
  const config = configIn(
    "agent.yaml",
    configMap.data["agent.yaml"].replace("/usr/local/bin/create-allocation", "create"),
    {},
  );
  const mounts: string[] = container.volumeMounts.map(({ mountPath }: { mountPath: string }) => mountPath);
  expect(mounts).toContain(config.stateDir);
  expect(mounts.some((mount) => config.tokenFile?.startsWith(`${mount}/`))).toBe(true);
  expect(container.ports[0].containerPort).toBe(config.listen?.port);
  expect(() => new Deployment({ ...deployment, spec: { replicas: "1" } }).validate()).toThrow();
});

test("the programs for Slurm are valid bash", () => {
  for (const program of globSync(join(import.meta.dirname, "../slurm/*"))) {
    if (basename(program) !== "README.md") execFileSync("bash", ["-n", program]);
  }
});

/** What the agent reads from a text. */
function configIn(name: string, text: string, env: Record<string, string>) {
  const scratch = mkdtempSync(join(tmpdir(), "puhuri-deploy-"));
  onTestFinished(() => rmSync(scratch, { recursive: true }));
  mkdirSync(scratch, { recursive: true });
  writeFileSync(join(scratch, name), text);
  return readConfig(join(scratch, name), env);
}
