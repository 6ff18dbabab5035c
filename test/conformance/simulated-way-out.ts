import { queueUrls, simulatedSqs } from "../simulation/platform/party-queues.ts";
import { noFaults, undisturbed } from "../support/undisturbed-run.ts";
import type { Arrived, OpenWayOut } from "./way-out.ts";

/** SQS as the simulated functions send to it. */
export const openSimulatedWayOut: OpenWayOut = ({ isSecondRefused = false } = {}) => {
  const arrived: Arrived[] = [];
  let entries = 0;
  const faults = {
    ...noFaults(),
    happens(what: string) {
      if (what !== "entry-refused") return false;
      entries += 1;
      return isSecondRefused && entries === 2;
    },
  };
  const client = simulatedSqs(
    {
      faults,
      isWithdrawn: () => false,
      accept: ({ body }) => arrived.push({ body, attributes: {} }),
      setAside: ({ body, reason, originalMessageId }) =>
        arrived.push({ body, attributes: { reason, originalMessageId } }),
    },
    undisturbed(),
  );
  return Promise.resolve({
    client,
    url: queueUrls["inbox-sf-centrum"] ?? "",
    arrived: () => Promise.resolve(arrived),
  });
};
