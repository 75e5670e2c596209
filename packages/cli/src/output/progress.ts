import type { World } from "../world.ts";

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
