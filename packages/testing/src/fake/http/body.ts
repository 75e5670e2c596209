import type { Json, JsonObject } from "../json.ts";
import { pythonJsonError } from "./json-errors.ts";
import { badRequest, unsupportedMediaType } from "./reply.ts";

/** Parses a body as Django REST framework does: JSON or a form; an empty one is an empty form. */
export function parseBody(text: string, contentType: string | null): Json {
  if (text === "") {
    return {};
  }
  const mediaType = (contentType ?? "").split(";")[0]?.trim().toLowerCase();
  if (mediaType === "application/x-www-form-urlencoded") {
    return Object.fromEntries(new URLSearchParams(text)) satisfies JsonObject;
  }
  if (mediaType !== "application/json") {
    throw unsupportedMediaType(contentType ?? "");
  }
  try {
    const parsed: Json = JSON.parse(text);
    return parsed;
  } catch {
    throw badRequest({ detail: `JSON parse error - ${pythonJsonError(text)}` });
  }
}
