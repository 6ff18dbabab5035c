export interface Tally {
  readonly count: number;
  /** DynamoDB's write units; 0 for everything but a write. */
  readonly writeUnits: number;
}

/** By caller, then by operation such as `DynamoDB.PutItem` or `SQS.SendMessageBatch`. */
export type Calls = Readonly<Record<string, Readonly<Record<string, Tally>>>>;

export interface CallLedger {
  readonly add: (call: {
    readonly caller: string;
    readonly operation: string;
    readonly writeUnits?: number;
  }) => void;
  readonly calls: () => Calls;
  /** Forgets what was counted so far. */
  readonly clear: () => void;
}

/** Who made how many calls of what, and what they cost. */
export const createCallLedger = (): CallLedger => {
  const tallies = new Map<string, Map<string, Tally>>();
  return {
    add: ({ caller, operation, writeUnits = 0 }) => {
      const own = tallies.get(caller) ?? new Map<string, Tally>();
      const { count, writeUnits: units } = own.get(operation) ?? { count: 0, writeUnits: 0 };
      tallies.set(caller, own.set(operation, { count: count + 1, writeUnits: units + writeUnits }));
    },
    clear: () => tallies.clear(),
    calls: () => Object.fromEntries([...tallies].map(([caller, own]) => [caller, Object.fromEntries(own)])),
  };
};
