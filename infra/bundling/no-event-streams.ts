/**
 * Stands in for `@smithy/core/event-streams` in the bundles. The SDK's protocols load it for operations whose answer is a
 * stream of events, and hemvist calls none. It is 15 KB.
 */
export const resolveEventStreamSerdeConfig = <Config>(config: Config): Config => config;

export const eventStreamSerdeProvider = (): never => {
  throw new Error("No operation that hemvist calls answers with events");
};

export class EventStreamSerde {
  constructor() {
    eventStreamSerdeProvider();
  }
}
