import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { anOutgoingMessage } from "../../test/support/an-outgoing-message.ts";
import { noSignatures } from "../../test/support/no-signatures.ts";
import { sqsOutlet } from "./sqs-outlet.ts";

const sqs = mockClient(SQSClient);
beforeEach(() => {
  sqs.reset();
  sqs.on(SendMessageBatchCommand).resolves({});
});

const urls = {
  "inbox-sf-centrum": "https://sqs.example/111122223333/inbox-sf-centrum.fifo",
  "assignments-p": "https://sqs.example/111122223333/p",
};
const inbox = { queue: "inbox-sf-centrum" };
const outlet = (signer = noSignatures) => {
  const refusals: string[] = [];
  const onRefused = (queue: string, why: unknown) => refusals.push(`${queue}: ${(why as Error).name}`);
  return {
    refusals,
    send: sqsOutlet(urls, { signer, client: new SQSClient({ region: "eu-north-1" }), onRefused }).send,
  };
};
const batches = () =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .map(({ args: [{ input }] }) => (input.Entries ?? []).map((entry) => entry.MessageDeduplicationId));

describe("sending", () => {
  it("names the decision as the group and the event as what is a duplicate", async () => {
    const message = anOutgoingMessage({ ...inbox, decision: "sf-centrum.A", id: "sf-centrum.A.1.0" });

    await outlet().send([message]);

    expect(sqs.commandCalls(SendMessageBatchCommand)[0]?.args[0].input).toEqual({
      QueueUrl: urls["inbox-sf-centrum"],
      Entries: [
        {
          Id: "0",
          MessageBody: JSON.stringify(message.event),
          MessageGroupId: "sf-centrum.A",
          MessageDeduplicationId: "sf-centrum.A.1.0",
        },
      ],
    });
  });

  it("has two messages of one decision in a batch if their order does not matter: one version, other subjects", async () => {
    const sketches = [
      { id: "A.1.0", subject: "A.one" },
      { id: "A.1.1", subject: "A.two" },
      { id: "A.1.2", subject: "A.one" },
      { id: "A.2.0", subject: "A.two" },
      { id: "A.2.1", subject: "A.three", data: { version: 2 } },
    ];

    await outlet().send(sketches.map((sketch) => anOutgoingMessage({ ...inbox, decision: "A", ...sketch })));

    expect(batches()).toEqual([["A.1.0", "A.1.1"], ["A.1.2"], ["A.2.0"], ["A.2.1"]]);
  });

  it("never has any others of one decision in a batch", async () => {
    await outlet().send(
      ["A", "A", "B"].map((decision, index) =>
        anOutgoingMessage({ ...inbox, decision, id: `${decision}${index}` }),
      ),
    );

    expect(batches()).toEqual([["A0", "B2"], ["A1"]]);
  });

  it("has at most ten in a batch", async () => {
    const messages = Array.from({ length: 23 }, (_, index) =>
      anOutgoingMessage({ ...inbox, decision: `${index}` }),
    );

    await outlet().send(messages);

    expect(batches().map((batch) => batch.length)).toEqual([10, 10, 3]);
  });

  it("has no more in a batch than a call may hold", async () => {
    // Three bytes each, as UTF-8.
    const large = { text: "€".repeat(38 * 1024) };
    const messages = ["A", "B", "C"].map((decision) =>
      anOutgoingMessage({ ...inbox, decision, data: large }),
    );

    await outlet().send(messages);

    expect(batches().map((batch) => batch.length)).toEqual([2, 1]);
  });

  it("sends nothing where there is nothing to send", async () => {
    expect(await outlet().send([])).toEqual(new Set());
    expect(batches()).toEqual([]);
  });
});

describe("a party that checks signatures", () => {
  const signer = {
    signsFor: (queue: string) => queue === "inbox-sf-centrum",
    signatureOf: (body: string, address: string) => Promise.resolve(`${address} signs ${body.length}`),
  };
  const away = {
    ...signer,
    signatureOf: () => Promise.reject(Object.assign(new Error("no"), { name: "AccessDeniedException" })),
  };
  const attributes = () =>
    sqs
      .commandCalls(SendMessageBatchCommand)
      .flatMap(({ args: [{ input }] }) => input.Entries ?? [])
      .map(({ MessageAttributes }) => MessageAttributes?.["signature"]?.StringValue);
  const lengthOf = (message: ReturnType<typeof anOutgoingMessage>) => JSON.stringify(message.event).length;

  it("gets each message with a signature over its body, for the queue's ARN", async () => {
    const messages = ["A", "B"].map((decision) => anOutgoingMessage({ ...inbox, decision }));

    expect(await outlet(signer).send(messages)).toEqual(new Set());

    expect(attributes()).toEqual(
      messages.map(
        (message) => `arn:aws:sqs:eu-north-1:111122223333:inbox-sf-centrum.fifo signs ${lengthOf(message)}`,
      ),
    );
  });

  it("gets nothing without one: while the key cannot be had, its messages wait and the other party's go", async () => {
    const { send, refusals } = outlet(away);
    const stuck: string[] = [];

    const unsent = await send(
      [anOutgoingMessage({ ...inbox, id: "1" }), anOutgoingMessage({ queue: "assignments-p", id: "2" })],
      (id) => stuck.push(id),
    );

    expect(unsent).toEqual(new Set(["1"]));
    expect(batches()).toEqual([["2"]]);
    expect(attributes()).toEqual([undefined]);
    expect([refusals, stuck]).toEqual([["inbox-sf-centrum: NotSigned"], []]);
  });
});

describe("a refused entry", () => {
  it("holds back what comes after it in its decision, and nothing else", async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Successful: [], Failed: [{ Id: "0", Code: "InternalError", SenderFault: false }] })
      .resolves({});
    const { send, refusals } = outlet();

    const unsent = await send(
      ["A1", "B1", "A2", "B2"].map((id) => anOutgoingMessage({ ...inbox, decision: id.slice(0, 1), id })),
    );

    expect(unsent).toEqual(new Set(["A1", "A2"]));
    expect(batches()).toEqual([["A1", "B1"], ["B2"]]);
    expect(refusals).toEqual(["inbox-sf-centrum: InternalError"]);
  });

  it("holds back nothing beside it, and is refused alone of its version", async () => {
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Successful: [], Failed: [{ Id: "0", Code: "InternalError", SenderFault: false }] })
      .resolves({});
    const sketches = [
      { id: "A.1.0", subject: "A.one" },
      { id: "A.1.1", subject: "A.two" },
      { id: "A.2.0", subject: "A.two" },
    ];

    const unsent = await outlet().send(
      sketches.map((sketch) => anOutgoingMessage({ ...inbox, decision: "A", ...sketch })),
    );

    expect(unsent).toEqual(new Set(["A.1.0", "A.2.0"]));
    expect(batches()).toEqual([["A.1.0", "A.1.1"]]);
  });
});

describe("a queue that cannot be sent to", () => {
  it("refuses what it was sent, and keeps no other queue from getting its messages", async () => {
    sqs
      .on(SendMessageBatchCommand, { QueueUrl: urls["assignments-p"] })
      .rejects(Object.assign(new Error("18900118-9803"), { name: "KmsDisabled" }));
    const { send, refusals } = outlet();

    const unsent = await send([
      anOutgoingMessage({ queue: "assignments-p", id: "1" }),
      anOutgoingMessage({ queue: "assignments-p", id: "2" }),
      anOutgoingMessage({ ...inbox, id: "3" }),
    ]);

    expect(unsent).toEqual(new Set(["1", "2"]));
    expect(batches()).toContainEqual(["3"]);
    expect(refusals).toEqual(["assignments-p: KmsDisabled"]);
  });

  it("is also one that this function has no address for", async () => {
    const { send, refusals } = outlet();

    expect(await send([anOutgoingMessage({ queue: "assignments-elsewhere", id: "1" })])).toEqual(
      new Set(["1"]),
    );
    expect(refusals).toEqual(["assignments-elsewhere: NoAddress"]);
  });
});

describe("what no further attempt would help", () => {
  const inOrder = ["A1", "B1", "A2"].map((id) =>
    anOutgoingMessage({ ...inbox, decision: id.slice(0, 1), id }),
  );
  const stuckOf = async () => {
    const stuck: string[] = [];
    await outlet().send(inOrder, (id) => stuck.push(id));
    return stuck.toSorted();
  };

  it.each([
    [["A1", "A2"], "InvalidMessageContents", true],
    [[], "RequestThrottled", true],
    [[], "KMS.ThrottlingException", true],
    [[], "InternalError", false],
  ])("is %j where SQS refuses the entry A1 for %s", async (expected, Code, SenderFault) => {
    sqs
      .on(SendMessageBatchCommand)
      .resolvesOnce({ Successful: [], Failed: [{ Id: "0", Code, SenderFault }] })
      .resolves({});

    expect(await stuckOf()).toEqual(expected);
  });

  it.each([
    [["A1", "A2", "B1"], "QueueDoesNotExist"],
    [["A1", "A2", "B1"], "KmsDisabled"],
    [["A1", "A2", "B1"], "AccessDenied"],
    [[], "KmsThrottled"],
    [[], "RequestThrottled"],
    [[], "ServiceUnavailable"],
    [[], "TimeoutError"],
  ])("is %j where SQS refuses the whole call for %s", async (expected, name) => {
    sqs.on(SendMessageBatchCommand).rejects(Object.assign(new Error("refused"), { name }));

    expect(await stuckOf()).toEqual(expected);
  });
});
