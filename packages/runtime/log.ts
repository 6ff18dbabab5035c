import { Logger } from "@aws-lambda-powertools/logger";
import { isDecisionOf, withPlainIds } from "@hemvist/contracts";
import { type LogFields, unitsIds } from "./unit-of-work.ts";

/** What stands for an id that may be a name. */
export interface IdMarks {
  /** Gets the key, if it is not known. It never rejects. */
  readonly learn: () => Promise<void>;
  readonly of: (id: string) => string | undefined;
}

/** How ids in the log are found, by the administration that each begins with, and what stands for them. */
interface ShownIds {
  readonly administrations: readonly string[];
  readonly markOf: IdMarks["of"];
}

const logger = new Logger();

// Ten or twelve digits, in pairs or together, whose date could be a personnummer's or a samordningsnummer's (day + 60, month and day 00 where
// unknown). The check digit is not checked: a mistyped number points at a person too.
const identityNumber =
  /(?<!\d)(?:\d{2} ?)?\d{2} ?(?:0\d|1[0-2]) ?(?:[0-2]\d|3[01]|[6-8]\d|9[01])[-+ \p{Pd}\u2212]?\d{2} ?\d{2}(?!\d)/gu;

let plainIds = withPlainIds({ administrations: [], markOf: () => undefined });
let isDecision = isDecisionOf([]);

/** A caller may ask for a decision by any text. One that is no decision's id is in no line. */
function idsShown(): LogFields {
  const { correlationid, ...others } = unitsIds();
  return typeof correlationid === "string" && isDecision(correlationid)
    ? { ...others, correlationid }
    : others;
}

const maskedText = (text: string): string => plainIds(text.replaceAll(identityNumber, "[number]"));

const masked = (fields: LogFields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({ ...idsShown(), ...fields }).map(([name, value]) => [name, maskedValue(value)]),
  );

function maskedValue(value: LogFields[string]): unknown {
  if (typeof value === "string") return maskedText(value);
  return typeof value === "object" ? value.map(maskedText) : value;
}

export const log = {
  /** How ids that may be names are shown from now on. */
  showIds: (its: ShownIds): void => {
    plainIds = withPlainIds(its);
    isDecision = isDecisionOf(its.administrations);
  },
  /**
   * Every line from now on names this invocation, as Lambda's own REPORT line does (`record.requestId`). One process
   * runs one invocation at a time.
   */
  during: (functionRequestId: string): void =>
    logger.appendKeys({ function_request_id: functionRequestId, party: undefined }),
  /** Every line from now on in this invocation names the party whose request it is. */
  onBehalfOf: (party: string): void => logger.appendKeys({ party: party || undefined }),
  info: (what: string, fields: LogFields = {}): void => logger.info(what, masked(fields)),
  warn: (what: string, fields: LogFields = {}): void => logger.warn(what, masked(fields)),
  /** Where an error arose and what kind it is. Its message is left out, because it can quote a decision. */
  error: (what: string, error: unknown, fields: LogFields = {}): void =>
    logger.error(what, masked({ ...fields, ...describe(error) })),
};

function describe(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const { cause } = error;
  return {
    error: error.name,
    ...(cause instanceof Error ? { cause: cause.name } : {}),
    at: framesOf(error).slice(0, 6),
  };
}

// A frame ends in a file's line and column, or stands for the engine's own code.
const frame = /^ {4}at (?:.*:\d+:\d+\)?|.*<anonymous>\)?)$/;

/** Where the error arose. A stack begins with the message, which may look like anything, frames included: it is cut off. */
function framesOf({ stack = "", message }: Error): readonly string[] {
  const start = stack.indexOf(message);
  const frames = start < 0 ? stack : stack.slice(start + message.length);
  return frames.split("\n").flatMap((line) => (frame.test(line) ? [line.trim()] : []));
}
