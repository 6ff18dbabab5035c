import { search } from "@aws-lambda-powertools/jmespath";

type Searched = Parameters<typeof search>[1];

/** An answer as the AWS CLI prints it: the part that `--query` asks for, as JSON or as text. */
export function shown(answer: object, query: string | undefined, output: string | undefined): string {
  const searched: Searched = JSON.parse(
    JSON.stringify(answer, (name, value: unknown) => (name === "$metadata" ? undefined : value)),
  );
  const found: unknown = query === undefined ? searched : search(withQuotes(query), searched);
  return output === "text" ? asText(found) : `${JSON.stringify(found ?? null, null, 4)}\n`;
}

/** The CLI reads `text` in backticks as a text where it is no JSON. */
const withQuotes = (query: string): string =>
  query.replaceAll(/`([^`]*)`/g, (literal: string, text: string) => (isJson(text) ? literal : `'${text}'`));

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function asText(found: unknown): string {
  if (!Array.isArray(found)) return `${cell(found)}\n`;
  const isTable = found.some((row) => Array.isArray(row));
  const lines = isTable
    ? found.map((row) => (Array.isArray(row) ? row.map(cell).join("\t") : cell(row)))
    : [found.map(cell).join("\t")];
  return lines.map((line) => `${line}\n`).join("");
}

const cell = (value: unknown): string =>
  value === null || value === undefined
    ? "None"
    : typeof value === "object"
      ? JSON.stringify(value)
      : String(value);
