import type { DeadLetter, DeadLetters } from "@hemvist/casework";

export interface RecordingDeadLetters extends DeadLetters {
  readonly letters: readonly DeadLetter[];
}

/** Keeps what was set aside, in order; nothing of a letter but what the port names. */
export function recordingDeadLetters(): RecordingDeadLetters {
  const letters: DeadLetter[] = [];
  return {
    letters,
    setAside({ queue, messageId, body, reason, signature }) {
      letters.push({ queue, messageId, body, reason, ...(signature === undefined ? {} : { signature }) });
      return Promise.resolve();
    },
  };
}
