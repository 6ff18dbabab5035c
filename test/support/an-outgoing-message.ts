import type { Message } from "@hemvist/casework";

interface Sketch {
  readonly queue?: string;
  readonly decision?: string;
  readonly id?: string;
  readonly subject?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A message on its way to a party: its decision gives its order, and its id shows a duplicate. */
export function anOutgoingMessage({
  queue = "inbox-sf-centrum",
  decision = "sf-centrum.A",
  id = `${decision}.1.0`,
  subject = decision,
  data = {},
}: Sketch = {}): Message {
  return {
    queue,
    event: {
      specversion: "1.0",
      id,
      source: "urn:hemvist:goteborg",
      type: "se.goteborg.hemvist.decision.assigned.v1",
      time: "2026-11-02T09:00:00Z",
      subject,
      datacontenttype: "application/json",
      correlationid: decision,
      causationid: "request-1",
      data,
    },
  };
}
