import { EventEmitter } from "node:events";
import dynalite from "dynalite";

export type Json = Record<string, unknown>;

interface Reply {
  readonly status: number;
  readonly body: string;
}

/** What a table's stream hands to Lambda. */
interface Change {
  readonly eventName: "INSERT";
  readonly dynamodb: { readonly Keys: Json; readonly NewImage: Json; readonly SequenceNumber: string };
}

/** The engine looks only at the shape of a signature. */
const signed = {
  "content-type": "application/x-amz-json-1.0",
  authorization:
    "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
  "x-amz-date": "20260101T000000Z",
};

/**
 * dynalite, with the two things that it lacks and a contender needs: the changes of a table, which DynamoDB gives as
 * its stream, and transactions. A transaction is here one call whose puts the engine does one by one if the conditions
 * of the first hold: less work than DynamoDB's two phases, so the contender that needs it is not held back by it.
 */
export function tableEngine() {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const changes: Change[] = [];

  const asked = (operation: string, body: Json): Promise<Reply> =>
    new Promise((resolve) => {
      const headers = { ...signed, "x-amz-target": `DynamoDB_20120810.${operation}` };
      const request = Object.assign(new EventEmitter(), { method: "POST", url: "/", headers });
      const response = {
        statusCode: 200,
        setHeader: () => {},
        end: (text: string) => resolve({ status: response.statusCode, body: text }),
      };
      server.emit("request", request, response);
      request.emit("data", Buffer.from(JSON.stringify(body)));
      request.emit("end");
    });

  async function put(body: Json): Promise<Reply> {
    const { ReturnValuesOnConditionCheckFailure: _notKnown, ...rest } = body;
    const reply = await asked("PutItem", rest);
    const NewImage = body["Item"] as Json;
    if (reply.status === 200 && body["TableName"] === "decisions")
      changes.push({
        eventName: "INSERT",
        dynamodb: { Keys: { pk: NewImage["pk"] }, NewImage, SequenceNumber: String(changes.length + 1) },
      });
    return reply;
  }

  async function transact({ TransactItems }: Json): Promise<Reply> {
    const [first, ...rest] = (TransactItems as { readonly Put: Json }[]).map(({ Put }) => Put);
    const reply = await put(first ?? {});
    if (reply.status !== 200) return reply;
    await Promise.all(rest.map(put));
    return { status: 200, body: "{}" };
  }

  return {
    changes,
    call: (operation: string, body: Json): Promise<Reply> => {
      if (operation === "PutItem") return put(body);
      if (operation === "TransactWriteItems") return transact(body);
      return asked(operation, body);
    },
    async create(table: Json): Promise<void> {
      const reply = await asked("CreateTable", { BillingMode: "PAY_PER_REQUEST", ...table });
      if (reply.status !== 200) throw new Error(`no table: ${reply.body}`);
      while (!(await asked("DescribeTable", { TableName: table["TableName"] })).body.includes("ACTIVE"))
        await new Promise((resolve) => setTimeout(resolve, 1));
    },
  };
}
