import type { Json } from "../state/values.ts";

/** Django REST framework's own sentences as the recordings show them; Waldur's own stay English. */
const TRANSLATIONS = {
  et: {
    "This field is required.": "Väli on kohustuslik.",
    "Invalid token.": "Sobimatu lubakaart.",
    "The fields offering, user must make a unique set.":
      "Veerud offering, user peavad moodustama unikaalse hulga.",
  },
  de: {
    "This field is required.": "Dieses Feld ist erforderlich.",
    "Invalid token.": "Ungültiges Token",
    "The fields offering, user must make a unique set.":
      "Die Felder offering, user müssen eine eindeutige Menge bilden.",
  },
  ru: {
    "This field is required.": "Обязательное поле.",
    "Invalid token.": "Недопустимый токен.",
    "The fields offering, user must make a unique set.":
      "Поля offering, user должны производить массив с уникальными значениями.",
  },
} satisfies Record<string, Record<string, string>>;

const LANGUAGES = ["en", "et", "de", "ru"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The first language of `Accept-Language` the fake knows; English for all others. */
export function languageOf(header: string | null): Language {
  for (const part of (header ?? "").split(",")) {
    const wanted = part.split(";")[0]?.trim().toLowerCase().split("-")[0];
    const language = LANGUAGES.find((known) => known === wanted);
    if (language !== undefined) {
      return language;
    }
  }
  return "en";
}

export function translated(json: Json, language: Language): Json {
  return language === "en" ? json : inWords(json, TRANSLATIONS[language]);
}

function inWords(json: Json, words: Readonly<Record<string, string>>): Json {
  if (typeof json === "string") {
    return Object.hasOwn(words, json) ? (words[json] ?? json) : json;
  }
  if (Array.isArray(json)) {
    return json.map((item) => inWords(item, words));
  }
  return typeof json === "object" && json !== null
    ? Object.fromEntries(Object.entries(json).map(([key, value]) => [key, inWords(value, words)]))
    : json;
}
