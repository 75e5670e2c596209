import type { Json } from "../json.ts";

/** Django REST framework's own sentences as the recordings show them in Estonian; Waldur's own stay English. */
const ESTONIAN: Readonly<Record<string, string>> = {
  "This field is required.": "Väli on kohustuslik.",
  "Invalid token.": "Sobimatu lubakaart.",
  "The fields offering, user must make a unique set.":
    "Veerud offering, user peavad moodustama unikaalse hulga.",
};

export type Language = "en" | "et";

/** The first language of `Accept-Language` the fake knows; English for all others. */
export function languageOf(header: string | null): Language {
  for (const part of (header ?? "").split(",")) {
    const language = part.split(";")[0]?.trim().toLowerCase().split("-")[0];
    if (language === "et" || language === "en") {
      return language;
    }
  }
  return "en";
}

export function translated(json: Json, language: Language): Json {
  if (language === "en") {
    return json;
  }
  if (typeof json === "string") {
    return ESTONIAN[json] ?? json;
  }
  if (Array.isArray(json)) {
    return json.map((item) => translated(item, language));
  }
  return typeof json === "object" && json !== null
    ? Object.fromEntries(Object.entries(json).map(([key, value]) => [key, translated(value, language)]))
    : json;
}
