/** What could be read of a body. */
export interface BodyRead {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** `cut`: there was more than allowed. `broken`: the connection gave out before the end; `error` says how. */
  readonly end: "whole" | "cut" | "broken";
  readonly error?: unknown;
}

/**
 * Reads at most `maxBytes` of a body, and lets go of the rest. Counts what arrives: `content-length` is the length
 * before decompression.
 *
 * @param signal - Ends the reading, also of bodies that are not tied to it, as those of mocked answers.
 */
export async function readBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
  maxBytes: number,
  signal: AbortSignal,
): Promise<BodyRead> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  let end: BodyRead["end"] = "whole";
  let error: unknown;
  const reader = body?.getReader();
  const cancel = (): void => void reader?.cancel().catch(() => {});
  signal.addEventListener("abort", cancel);
  try {
    if (signal.aborted) cancel();
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
      chunks.push(read.value);
      length += read.value.length;
      if (length > maxBytes) {
        end = "cut";
        length = maxBytes;
        cancel();
        break;
      }
    }
  } catch (thrown) {
    end = "broken";
    error = thrown;
  }
  signal.removeEventListener("abort", cancel);
  return { bytes: join(chunks, length), end, error };
}

function join(chunks: readonly Uint8Array<ArrayBuffer>[], length: number): Uint8Array<ArrayBuffer> {
  // Nearly always: copying it would cost more than all the rest.
  if (chunks[0]?.length === length) return chunks[0];
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk.subarray(0, length - offset), offset);
    offset += chunk.length;
  }
  return bytes;
}
