import { diagnose, WORST_FIRST } from "../doctor/diagnose.ts";
import type { Finding } from "../doctor/finding.ts";
import { type ExitCode, ExitError } from "../exit-codes.ts";
import { coloursOn, visibleLines } from "../output/terminal.ts";
import type { World } from "../world.ts";
import type { PuhuriCommand } from "./command.ts";

/** Something is not well, and each problem was printed. */
class IllnessError extends ExitError {
  override readonly name = "IllnessError";
  readonly exitCode: ExitCode;

  constructor(ills: readonly Finding[]) {
    super(`${ills.length} ${ills.length === 1 ? "problem" : "problems"} found.`);
    const codes = ills.map(({ code }) => code);
    this.exitCode = WORST_FIRST.find((code) => codes.includes(code)) ?? 1;
  }
}

export function addDoctor(program: PuhuriCommand, world: World): void {
  program
    .command("doctor")
    .description("check address, proxy, certificate, token, clock and roles, and say what to do; only reads")
    .option("--json", "one JSON object per line")
    .examples("puhuri doctor", "puhuri doctor --json")
    .action(async ({ json = false }: { json?: boolean }) => {
      const ills: Finding[] = [];
      for await (const finding of diagnose(world)) {
        if (!finding.isWell) ills.push(finding);
        world.stdout.write(json ? `${JSON.stringify(finding)}\n` : drawn(world, finding));
        if (world.interrupted.aborted) break;
      }
      if (ills.length > 0) throw new IllnessError(ills);
    });
}

const WIDTH = "certificate".length;

function drawn(world: World, { what, isWell, says, advice }: Finding): string {
  const draw = coloursOn(world);
  const mark = isWell ? draw("green", "✔") : draw("red", "✘");
  const indent = " ".repeat(WIDTH + 4);
  const text = visibleLines([says, ...(advice === undefined ? [] : [`→ ${advice}`])].join("\n"));
  return `${mark} ${what.padEnd(WIDTH)}  ${text.replaceAll("\n", `\n${indent}`)}\n`;
}
