import { NotAllKept, type SentMessage } from "@hemvist/casework";
import { describe, expect, it } from "vitest";
import { received } from "../../test/support/a-case.ts";
import { keepSent } from "./keep-sent.ts";

const now = () => "2026-11-02T09:00:05Z";
const { outbox } = received();

describe("what was sent", () => {
  it("is remembered with the instant, and without whom it is about", async () => {
    const kept: SentMessage[] = [];
    const keep = (messages: readonly SentMessage[]) => Promise.resolve(void kept.push(...messages));
    await keepSent({ sentMessages: { keep }, now, onFailed: () => {} })(outbox);

    expect(kept.map(({ event, sentAt }) => [event.id, sentAt])).toEqual(
      outbox.map(({ event }) => [event.id, now()]),
    );
    expect(JSON.stringify(kept)).not.toMatch(/9803|Sample|identityNumber/);
  });

  it("was sent all the same where it cannot be remembered", async () => {
    const failures: unknown[] = [];
    const error = new Error("throttled");
    const keep = () => Promise.reject(error);
    const onFailed = (...failure: readonly unknown[]) => failures.push(failure);

    await expect(keepSent({ sentMessages: { keep }, now, onFailed })(outbox)).resolves.toBeUndefined();
    expect(failures).toEqual([[error, outbox.length]]);
  });

  it("that is nothing costs no call", async () => {
    const keep = () => Promise.reject(new Error("called"));
    const onFailed = () => {
      throw new Error("called");
    };

    await expect(keepSent({ sentMessages: { keep }, now, onFailed })([])).resolves.toBeUndefined();
  });

  it("that is remembered but for some is reported by how many are not", async () => {
    const failures: unknown[] = [];
    const keep = () => Promise.reject(new NotAllKept(1));
    const onFailed = (_error: unknown, messages: number) => failures.push(messages);

    await keepSent({ sentMessages: { keep }, now, onFailed })(outbox);

    expect(failures).toEqual([1]);
  });
});
