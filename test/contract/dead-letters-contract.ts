import type { DeadLetter, DeadLetters } from "@hemvist/casework";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

export interface OpenDeadLetters {
  readonly deadLetters: DeadLetters;
  /** What lies set aside for a queue, as an operator finds it. */
  readonly lyingIn: (queue: string) => Promise<readonly DeadLetter[]>;
  readonly close: () => Promise<void>;
}

export const queuesSetAsideFrom = ["decisions-sf-centrum", "progress-kompetenscenter"] as const;

/** What every place for messages that will never be read must do. */
export function deadLettersContract(name: string, open: () => Promise<OpenDeadLetters>): void {
  describe(name, () => {
    let opened: OpenDeadLetters | undefined;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened?.close());

    it.each(queuesSetAsideFrom)(
      "%s: a letter is kept whole, with its own id and the reason",
      async (queue) => {
        const letters = [
          { queue, messageId: "m-1", body: "{ not JSON, åäö", reason: "unreadable: not-json" },
          { queue, messageId: "m-2", body: '{"a":1}', reason: "unreadable: missing, unknown-field" },
        ];

        for (const letter of letters) await opened?.deadLetters.setAside(letter);

        const found = await opened?.lyingIn(queue);
        expect(found).toHaveLength(2);
        expect(found).toEqual(expect.arrayContaining(letters));
      },
    );
  });
}
