import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A sample decision's text, with some of its fields changed. */
export function sample(name: string, changes: Readonly<Record<string, unknown>> = {}): string {
  const text = readFileSync(join(import.meta.dirname, "../../events/decisions", `${name}.json`), "utf8");
  return JSON.stringify({ ...(JSON.parse(text) as object), ...changes });
}

export const traineeship = "01-traineeship-with-diet-and-exercise";

/** A progress report's text. */
export const report = (
  assignmentId: string,
  status: string,
  more: Readonly<Record<string, unknown>> = {},
): string =>
  JSON.stringify({
    progressId: crypto.randomUUID(),
    assignmentId,
    status,
    occurredAt: "2026-11-02T09:00:00Z",
    ...more,
  });
