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
