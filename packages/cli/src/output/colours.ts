import { styleText } from "node:util";
import type { World } from "../world.ts";

type Style = "bold" | "green" | "red";

/** Styles text for stdout; leaves it plain if that is not a terminal, or if colours are not wanted. */
export function coloursOn({
  stdout,
  env,
}: Pick<World, "stdout" | "env">): (style: Style, text: string) => string {
  const isPlain = !stdout.isTTY || Boolean(env["NO_COLOR"]) || env["TERM"] === "dumb";
  return isPlain ? (_, text) => text : (style, text) => styleText(style, text, { validateStream: false });
}
