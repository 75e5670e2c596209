/** What a terminal would take for a command, and marks that turn the direction of writing around. */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu;

/** Text from elsewhere in one line, as it may be shown in a terminal. */
export function visible(text: string): string {
  return text.replace(HIDDEN, " ");
}

/** The same with its lines. */
export function visibleLines(text: string): string {
  return text.split("\n").map(visible).join("\n");
}
