import type { Engines } from "./engines.ts";
import type { Functions } from "./functions/functions.ts";
import type { RunningMapping } from "./sources/event-sources.ts";
import type { Json } from "./templates/json.ts";

/** A setting of an event source mapping or a schedule, as it is now. */
export interface Switch {
  readonly id: string;
  readonly isOn: boolean;
}

export interface MappingSwitch extends Switch {
  readonly functionName: string;
  readonly sourceArn: string;
}

/**
 * What may be changed in the account itself while the system runs, on purpose or by mistake: for rehearsing faults and
 * what mends them. A deployment would put each of them back.
 */
export interface Controls {
  readonly mappings: () => readonly MappingSwitch[];
  /** @throws for an id that no mapping has */
  readonly switchMapping: (id: string, isOn: boolean) => void;
  readonly schedules: () => readonly Switch[];
  readonly switchSchedule: (id: string, isOn: boolean) => void;
  /** Ends a function's processes, and starts the next with changed variables, or with its template's again. */
  readonly configure: (
    functionName: string,
    changes?: Readonly<Record<string, string | undefined>>,
  ) => Promise<void>;
  /** Ends every function's processes, so that each starts anew with its next invocation. */
  readonly recycle: () => Promise<void>;
  /** A table's items as they are now, for `restoreTable`. */
  readonly copyOfTable: (tableName: string) => Promise<readonly Json[]>;
  /** Puts a copy in a table's place. Its stream begins anew, so what was not read of the former one is lost. */
  readonly restoreTable: (tableName: string, items: readonly Json[]) => Promise<void>;
}

export const createControls = ({
  mappings,
  scheduleNames,
  schedulesOff,
  functions,
  engines,
}: {
  readonly mappings: readonly RunningMapping[];
  readonly scheduleNames: readonly string[];
  /** The names of those that do not fire. */
  readonly schedulesOff: Set<string>;
  readonly functions: Functions;
  readonly engines: Pick<Engines, "copyOf" | "putInPlace">;
}): Controls => {
  const off = new Set<string>();
  return {
    mappings: () =>
      mappings.map(({ id, functionName, sourceArn }) => ({
        id,
        functionName,
        sourceArn,
        isOn: !off.has(id),
      })),
    switchMapping: (id, isOn) => {
      const mapping = mappings.find((known) => known.id === id);
      if (mapping === undefined) throw new Error(`there is no event source mapping ${id}`);
      if (isOn) off.delete(id);
      else off.add(id);
      if (isOn) mapping.reader.resume();
      else mapping.reader.pause();
    },
    schedules: () => scheduleNames.map((id) => ({ id, isOn: !schedulesOff.has(id) })),
    switchSchedule: (id, isOn) => {
      if (!scheduleNames.includes(id)) throw new Error(`there is no schedule ${id}`);
      if (isOn) schedulesOff.delete(id);
      else schedulesOff.add(id);
    },
    configure: functions.configure,
    recycle: functions.recycle,
    copyOfTable: engines.copyOf,
    restoreTable: async (tableName, items) => {
      await engines.putInPlace(tableName, items);
      for (const { sourceArn, reader } of mappings)
        if (sourceArn.includes(`table/${tableName}/`)) reader.forget();
    },
  };
};
