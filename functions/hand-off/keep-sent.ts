import { type Instant, type Message, NotAllKept, remembered, type SentMessages } from "@hemvist/casework";

interface Ports {
  readonly sentMessages: Pick<SentMessages, "keep">;
  readonly now: () => Instant;
  /** Called when not all could be kept, with how many entries of the table are missing, or how many messages. */
  readonly onFailed: (error: unknown, messages: number) => void;
}

/**
 * Stores what hand-off sent and when, without the person, so that SF can see it and an operator can send it again. It
 * proves nothing: only the provider's own report proves that an assignment arrived. So it never throws: hand-off would
 * send everything again for the sake of its memory.
 */
export const keepSent =
  ({ sentMessages, now, onFailed }: Ports) =>
  async (sent: readonly Message[]): Promise<void> => {
    if (sent.length === 0) return;
    const sentAt = now();
    try {
      await sentMessages.keep(sent.map((message) => remembered(message, sentAt)));
    } catch (error) {
      onFailed(error, error instanceof NotAllKept ? error.many : sent.length);
    }
  };
