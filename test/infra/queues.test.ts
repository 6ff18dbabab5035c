import { trialParty } from "@hemvist/rules";
import { describe, expect, it } from "vitest";
import { goteborg } from "../support/goteborg.ts";
import { type Resource, synthesised } from "./synthesised.ts";

const templates = synthesised();
const queues = templates.of("AWS::SQS::Queue");
const named = new Map(queues.map((queue) => [String(queue.properties["QueueName"]), queue]));
const isDeadLetterQueue = (name: string) => /-dlq(\.fifo)?$/.test(name);
const working = [...named].filter(([name]) => !isDeadLetterQueue(name));

const administrations = goteborg.models.flatMap((model) => model.administrations);
const providers = goteborg.models.flatMap((model) => model.providers.map(({ code }) => code));

describe("the queues of the wire contract", () => {
  it.each(administrations)("%s decides, hears, carries out and reports", (code) => {
    expect([...named.keys()]).toEqual(
      expect.arrayContaining([
        `decisions-${code}`,
        `inbox-${code}.fifo`,
        `assignments-${code}.fifo`,
        `progress-${code}.fifo`,
      ]),
    );
  });

  it.each(providers)("%s takes assignments and reports on them", (code) => {
    expect([...named.keys()]).toEqual(
      expect.arrayContaining([`assignments-${code}.fifo`, `progress-${code}.fifo`]),
    );
    expect(named.has(`decisions-${code}`)).toBe(
      administrations.some((administration) => administration === code),
    );
  });

  it("Arbvux gets notices of what its providers leave undone, and nothing else", () => {
    expect([...named.keys()].filter((name) => name.includes("arbvux"))).toEqual([
      "inbox-arbvux-dlq.fifo",
      "inbox-arbvux.fifo",
    ]);
  });

  it("hemvist's own party hears and carries out, and sends over the API only", () => {
    expect([...named.keys()].filter((name) => name.includes(trialParty)).toSorted()).toEqual(
      [
        `assignments-${trialParty}-dlq.fifo`,
        `assignments-${trialParty}.fifo`,
        `inbox-${trialParty}-dlq.fifo`,
        `inbox-${trialParty}.fifo`,
      ].toSorted(),
    );
  });

  it("are all there is, beside their dead-letter queues and those of the schedules", () => {
    expect(working).toHaveLength(23);
    expect(queues).toHaveLength(48);
  });
});

describe("every queue", () => {
  it.each(working)(
    "%s has a dead-letter queue of its own, after many attempts if hemvist reads it, and few if a party does",
    (name, queue) => {
      const { deadLetterTargetArn, maxReceiveCount } = queue.properties["RedrivePolicy"] as {
        deadLetterTargetArn: unknown;
        maxReceiveCount: number;
      };
      const deadLetters = templates.pointedAt(deadLetterTargetArn);

      expect(deadLetters.properties["QueueName"]).toBe(name.replace(/(\.fifo)?$/, "-dlq$1"));
      expect(deadLetters.properties["MessageRetentionPeriod"]).toBe(14 * 24 * 60 * 60);
      const isRead = /^(decisions|progress)-/.test(name);
      expect(maxReceiveCount).toBeGreaterThanOrEqual(3);
      expect(maxReceiveCount).toBeLessThanOrEqual(isRead ? 40 : 10);
      // Seconds: an outage of an hour makes no dead letters.
      const patience = maxReceiveCount * Number(queue.properties["VisibilityTimeout"]);
      if (isRead) expect(patience).toBeGreaterThanOrEqual(75 * 60);
    },
  );

  it.each([...named])("%s is sealed with a customer-managed key, and kept", (_name, queue) => {
    expect(keyOf(queue).properties["EnableKeyRotation"]).toBe(true);
    expect(queue.deletionPolicy).toBe("RetainExceptOnCreate");
  });

  it("shares its key with no other party's queue", () => {
    const parties = new Map<string, Set<string>>();
    for (const [name, queue] of named) {
      const party = name
        .replace(/^(decisions|inbox|assignments|progress)-/, "")
        .replace(/(-dlq)?(\.fifo)?$/, "");
      parties.set(keyOf(queue).id, (parties.get(keyOf(queue).id) ?? new Set()).add(party));
    }

    expect([...parties.values()].filter((sharing) => sharing.size !== 1)).toEqual([]);
    expect(parties.size).toBe(10);
  });

  it("refuses what does not come over TLS", () => {
    const refusing = templates
      .of("AWS::SQS::QueuePolicy")
      .filter((policy) => JSON.stringify(policy.properties).includes('"aws:SecureTransport":"false"'))
      .flatMap((policy) => policy.properties["Queues"] as readonly unknown[])
      .map((queue) => templates.pointedAt(queue).id);

    expect(refusing.sort()).toEqual(queues.map(({ id }) => id).sort());
  });
});

describe("order", () => {
  it.each([...named].filter(([name]) => name.endsWith(".fifo")))(
    "%s holds it per decision",
    (_name, queue) => {
      expect(queue.properties).toMatchObject({
        FifoQueue: true,
        DeduplicationScope: "messageGroup",
        FifoThroughputLimit: "perMessageGroupId",
        ContentBasedDeduplication: false,
      });
    },
  );

  it("is not asked of decisions, each of which is whole in itself", () => {
    const unordered = [...named]
      .filter(([, queue]) => queue.properties["FifoQueue"] !== true)
      .map(([name]) => name);

    expect(unordered.filter((name) => !/^(decisions-|follow-up-dlq|report-dlq)/.test(name))).toEqual([]);
  });
});

function keyOf(queue: Resource): Resource {
  return templates.pointedAt(queue.properties["KmsMasterKeyId"]);
}
