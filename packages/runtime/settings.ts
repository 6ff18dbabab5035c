import * as z from "zod";

/**
 * Reads a function's settings from its environment when it starts, so that a missing or odd one stops the
 * function and not a decision.
 * @throws Error that names the settings, never their values
 */
export function readSettings<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): z.infer<z.ZodObject<Shape>> {
  const parsed = z.object(shape).safeParse(environment);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  throw new Error(`Settings missing or not valid: ${names.join(", ")}`);
}

/** A setting that must be there. */
export const present = z.string().min(1);

/** A JSON object of queue URLs by the queues' logical names. */
export const queueUrls = z
  .string()
  .transform((text, context) => {
    try {
      const urls: unknown = JSON.parse(text);
      return urls;
    } catch {
      context.addIssue({ code: "custom" });
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.url()));
