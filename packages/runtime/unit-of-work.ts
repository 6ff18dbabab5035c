import { AsyncLocalStorage } from "node:async_hooks";

/** What may stand in a log line: ids, codes, counts. Never a body, a name, a number of a person's, or free text. */
export type LogFields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

interface Unit {
  /** In each line about it: the id of the request or of the message, and the decision once it is known. */
  ids: LogFields;
  /** In its last line: what came of it. */
  outcome: LogFields;
}

// The groups of a batch run side by side, so the unit of work goes with the call and not with the process.
const units = new AsyncLocalStorage<Unit>();

/** Does one unit of work: a request, or a message of a queue. Each line of the log that it writes has its ids. */
export const asUnit = <Done>(ids: LogFields, act: () => Promise<Done>): Promise<Done> =>
  units.run({ ids, outcome: {} }, act);

/** From now on, each line about this unit of work names the decision as `correlationid`, like the messages it causes. */
export function about(correlationid: string | undefined): void {
  const unit = units.getStore();
  if (unit) unit.ids = { ...unit.ids, correlationid };
}

/** Notes what came of the unit of work, for its last line. */
export function note(fields: LogFields): void {
  const unit = units.getStore();
  if (unit) unit.outcome = { ...unit.outcome, ...fields };
}

export const unitsIds = (): LogFields => units.getStore()?.ids ?? {};

export const unitsOutcome = (): LogFields => units.getStore()?.outcome ?? {};
