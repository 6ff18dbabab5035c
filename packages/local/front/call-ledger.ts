export interface Tally {
  readonly count: number;
  /** DynamoDB's write units; 0 for everything but a write. */
  readonly writeUnits: number;
  /** DynamoDB's read units, in halves; 0 for everything but a read. */
  readonly readUnits: number;
}

/** By caller, then by operation such as `DynamoDB.PutItem` or `SQS.SendMessageBatch`. */
export type Calls = Readonly<Record<string, Readonly<Record<string, Tally>>>>;

export interface CallLedger {
  readonly add: (call: {
    readonly caller: string;
    readonly operation: string;
    readonly writeUnits?: number;
    readonly readUnits?: number;
  }) => void;
  readonly calls: () => Calls;
  /** Forgets what was counted so far. */
  readonly clear: () => void;
}

/** Who made how many calls of what, and what they cost. */
export const createCallLedger = (): CallLedger => {
  const tallies = new Map<string, Map<string, Tally>>();
  return {
    add: ({ caller, operation, writeUnits = 0, readUnits = 0 }) => {
      const own = tallies.get(caller) ?? new Map<string, Tally>();
      const before = own.get(operation) ?? { count: 0, writeUnits: 0, readUnits: 0 };
      const after = {
        count: before.count + 1,
        writeUnits: before.writeUnits + writeUnits,
        readUnits: before.readUnits + readUnits,
      };
      tallies.set(caller, own.set(operation, after));
    },
    clear: () => tallies.clear(),
    calls: () => Object.fromEntries([...tallies].map(([caller, own]) => [caller, Object.fromEntries(own)])),
  };
};
