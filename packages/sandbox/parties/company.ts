import type { RunningSystem } from "@hemvist/local";
import { assignmentsOf, inboxOf, partiesOf, physicalName } from "@hemvist/rules";
import { defaultMunicipality } from "@hemvist/rules/municipalities";
import { type Party, partyOf, type ReceivedEvent } from "./parties.ts";

/** The parties around hemvist, each with its own client. */
export interface Company {
  readonly system: RunningSystem;
  readonly administrations: {
    readonly codes: readonly string[];
    readonly party: (code: string) => Party;
    /** What has come to an inbox since it was last taken. */
    readonly takeInbox: (code: string) => Promise<readonly ReceivedEvent[]>;
  };
  readonly executors: {
    readonly codes: readonly string[];
    readonly party: (code: string) => Party;
    readonly takeAssignments: (code: string) => Promise<readonly ReceivedEvent[]>;
  };
}

export function companyOf(system: RunningSystem, municipality = defaultMunicipality): Company {
  const { administrations, executors } = partiesOf(municipality);
  const parties = new Map(executors.map((code) => [code, partyOf(system, code)]));
  const party = (code: string): Party => {
    const found = parties.get(code);
    if (found === undefined) throw new Error(`the models name no party ${code}`);
    return found;
  };
  return {
    system,
    administrations: {
      codes: administrations,
      party,
      takeInbox: (code) => party(code).take(physicalName(inboxOf(code))),
    },
    executors: {
      codes: executors,
      party,
      takeAssignments: (code) => party(code).take(physicalName(assignmentsOf(code))),
    },
  };
}
