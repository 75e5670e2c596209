/** What could be read of a body. */
export interface BodyRead {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `cut`: there was more than allowed. `broken`: the connection gave out before the end; `error` says how. */
  readonly end: "whole" | "cut" | "broken";
  readonly error?: unknown;
}

const NOTHING: BodyRead = { bytes: new Uint8Array(), end: "whole" };

/**
 * Reads at most `maxBytes` of a body, and lets go of the rest. Counts what arrives: `content-length` is the length
 * before decompression.
 *
 * @param signal - Ends the reading, also of bodies that are not tied to it, as those of mocked answers.
 */
export async function readBody(response: Response, maxBytes: number, signal: AbortSignal): Promise<BodyRead> {
  if (response.body === null) return NOTHING;
  const reader = response.body.getReader();
  const cancel = (): void => {
    reader.cancel().catch(() => {});
  };
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { bytes: join(chunks, length), end: "whole" };
      length += value.length;
      chunks.push(value);
      if (length > maxBytes) {
        cancel();
        return { bytes: join(chunks, maxBytes), end: "cut" };
      }
    }
  } catch (error) {
    return { bytes: join(chunks, length), end: "broken", error };
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

function join(chunks: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  const [only] = chunks;
  if (only !== undefined && only.length === length) return only;
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, length - offset), offset);
    offset += chunk.length;
  }
  return bytes;
}
