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

/** Characters that a terminal may obey as commands, and marks that reverse the direction of text. */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu;

/** Text from elsewhere, in one line and safe to show in a terminal. */
export function visible(text: string): string {
  return text.replace(HIDDEN, " ");
}

/** The same, with its line breaks. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}

/** A line on stderr that says how far the command is, and disappears at the end. */
export interface Progress {
  show(text: string): void;
  end(): void;
}

const SILENT: Progress = { show() {}, end() {} };
/** Clears the line. */
export const CLEAR = "\r\u001b[K";
const EVERY_MS = 100;

/** Shows progress if a person is looking; else nothing, so that logs stay clean. */
export function progressOn({ stderr, now }: Partial<Pick<World, "stderr" | "now">>): Progress {
  if (stderr?.isTTY !== true || now === undefined) return SILENT;
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show(text) {
      const time = now().getTime();
      if (time - shownAt < EVERY_MS) return;
      shownAt = time;
      stderr.write(CLEAR + text.slice(0, (stderr.columns || 80) - 1));
    },
    end() {
      if (shownAt !== Number.NEGATIVE_INFINITY) stderr.write(CLEAR);
    },
  };
}
