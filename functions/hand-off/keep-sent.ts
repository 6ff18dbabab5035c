import { type Instant, type Message, NotAllKept, remembered, type SentMessages } from "@hemvist/casework";

interface Ports {
  readonly sentMessages: Pick<SentMessages, "keep">;
  readonly now: () => Instant;
  /** Called when sent messages could not be kept, with how many they were. */
  readonly onFailed: (error: unknown, messages: number) => void;
}

/** Stores what hand-off sent, without the person, so that an operator can send it again. */
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
