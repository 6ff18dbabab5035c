import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";

/** What may stand in a log line: ids, codes, counts. Never a body, a name, a number of a person's, or free text. */
export type LogFields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

const logger = new Logger();
const metrics = new Metrics();

// Ten or twelve digits in the shape of an identity number, with or without its sign.
const identityNumber = /\b(?:\d{2})?\d{6}[-+]?\d{4}\b/g;

const masked = (fields: LogFields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === "string" ? value.replaceAll(identityNumber, "[number]") : value,
    ]),
  );

export const log = {
  info: (what: string, fields: LogFields = {}): void => logger.info(what, masked(fields)),
  warn: (what: string, fields: LogFields = {}): void => logger.warn(what, masked(fields)),
  /** Where an error arose and what kind it is. Its message is left out: it can quote what was being read. */
  error: (what: string, error: unknown, fields: LogFields = {}): void =>
    logger.error(what, masked({ ...fields, ...describe(error) })),
};

function describe(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at "));
  return { error: error.name, at: frames.slice(0, 6).map((frame) => frame.trim()) };
}

/** Counts something that happened, per party where that helps to see a difference. */
export function count(what: string, amount = 1, party?: string): void {
  const one = metrics.singleMetric();
  if (party) one.addDimension("party", party);
  one.addMetric(what, MetricUnit.Count, amount);
}
