import type { AccessLog, CaseStore } from "@hemvist/casework";
import { messageSignatures } from "@hemvist/runtime";
import { reading } from "../../functions/read-case/routes.ts";
import { receiving } from "../../functions/receive-decision/two-ways.ts";
import { recording } from "../../functions/record-progress/two-ways.ts";
import { trustedTokens } from "../support/a-caller.ts";
import { goteborg } from "../support/goteborg.ts";
import { hashedPseudonyms } from "../support/hashed-pseudonyms.ts";
import { recordingDeadLetters } from "../support/recording-dead-letters.ts";
import { recordingOutlet } from "../support/recording-outlet.ts";

interface Stores {
  readonly cases: CaseStore;
  readonly accesses: Pick<AccessLog, "write">;
}

/** What the functions that parties call reach, with nothing of AWS behind it. */
const portsOn = (stores: Stores) => ({
  ...stores,
  municipality: goteborg,
  pseudonyms: hashedPseudonyms(),
  openApi: () => Promise.resolve("openapi: 3.1.0"),
  sentMessages: { deliveredAt: () => Promise.resolve(new Map()) },
  deadLetters: recordingDeadLetters(),
  outlet: recordingOutlet(),
  tokens: trustedTokens,
  signatures: messageSignatures({}),
  heard: { note: () => Promise.resolve() },
  keys: { published: () => Promise.resolve([]) },
  onUnreadable: () => {},
});

/** The handlers of the functions that parties call, on a store of the test's. */
export function functionsOn(stores: Stores) {
  const ports = portsOn(stores);
  return { receiving: receiving(ports), recording: recording(ports), reading: reading(ports) };
}
