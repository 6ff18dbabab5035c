/** A JSON object of any shape: templates, requests, answers. */
export type Json = Readonly<Record<string, unknown>>;

export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The object, or an empty one where there is none: reading a field of it gives `undefined`. */
export const jsonOf = (value: unknown): Json => (isJson(value) ? value : {});

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** A number, also one that a template wrote as text. */
export const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
};

export const isTrue = (value: unknown): boolean => value === true || value === "true";

/** An object from text; an empty one where the text is not an object. */
export const parsedJson = (text: string): Json => {
  try {
    return jsonOf(JSON.parse(text));
  } catch {
    return {};
  }
};
