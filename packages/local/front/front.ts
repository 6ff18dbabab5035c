import { randomUUID } from "node:crypto";
import type { Outcome } from "../functions/running-thread.ts";
import type { MetricCalls } from "../metrics/metric-calls.ts";
import type { Permissions } from "../permissions/permissions.ts";
import type { EngineReply } from "../queues/queue-engine.ts";
import type { TableAnswer } from "../tables/table-calls.ts";
import { type Json, parsedJson } from "../templates/json.ts";
import type { CallLedger } from "./call-ledger.ts";
import { readSignature } from "./caller.ts";
import type { FunctionUrls } from "./function-urls.ts";
import type { Answer, Request } from "./listening.ts";
import type { MacAnswer } from "./mac-keys.ts";

/** What answers behind the front. */
export interface Services {
  readonly table: (operation: string, body: Json) => Promise<TableAnswer>;
  readonly queue: (operation: string, body: Json) => Promise<EngineReply>;
  readonly mac: (body: Json) => MacAnswer;
  readonly objects: (request: Request) => Promise<Answer>;
  readonly metric: MetricCalls;
}

/** A call that a service may be made to fail, on purpose. */
export interface FrontCall {
  /** Whose credentials signed it: a function, or an outside party. */
  readonly caller: string;
  /** As AWS signs for it: `dynamodb`, `sqs`, `kms`, `s3`. */
  readonly service: string;
  /** Such as `PutItem`; for S3 the HTTP method. */
  readonly operation: string;
  /** Of a JSON call. */
  readonly body: Json;
  /** Path and query, which name a bucket and an object. */
  readonly url: string;
}

/** What a service answers in place of its own answer; undefined where it answers itself. */
export type Interfere = (call: FrontCall) => Answer | undefined;

/** Calls a function, by its name or an alias's, and waits for its answer. */
export type Invoke = (reference: string, event: Json) => Promise<Outcome>;

/**
 * The one door to AWS: every call of every function and every outside party comes through here, under its caller's
 * name.
 */
export const createFront =
  ({
    services,
    invoke,
    functionUrls,
    permissions,
    interfere = () => undefined,
    ledger,
    onTrouble,
  }: {
    readonly services: Services;
    readonly invoke: Invoke;
    readonly functionUrls: FunctionUrls;
    /** Without them, every call is let through. */
    readonly permissions?: Permissions;
    readonly interfere?: Interfere;
    readonly ledger: CallLedger;
    readonly onTrouble: (trouble: string) => void;
  }) =>
  async (request: Request): Promise<Answer> => {
    const { caller, service } = readSignature(request.headers["authorization"]);
    const [target = "", operation = ""] = (request.headers["x-amz-target"] ?? "").split(".");
    const body = bodyOf(request);
    const refused = await permissions?.refusalOf(caller, { target, operation, service, request, body });
    if (refused !== undefined) return { ...refused, headers: { ...refused.headers, ...withRequestId() } };

    const failed = interfere({
      caller,
      service,
      operation: operation === "" ? request.method : operation,
      body: target === "" ? {} : body(),
      url: request.url,
    });
    if (failed !== undefined) return { ...failed, headers: { ...failed.headers, ...withRequestId() } };

    if (target === "DynamoDB_20120810") {
      const { writeUnits, readUnits, ...answer } = await services.table(operation, body());
      ledger.add({ caller, operation: `DynamoDB.${operation}`, writeUnits, readUnits });
      return json(answer);
    }
    if (target === "AmazonSQS") {
      ledger.add({ caller, operation: `SQS.${operation}` });
      const answer = await services.queue(operation, body());
      return json(answer, answer.error === undefined ? {} : { "x-amzn-query-error": answer.error });
    }
    if (target === "TrentService" && operation === "GenerateMac") {
      ledger.add({ caller, operation: "KMS.GenerateMac" });
      return json(services.mac(body()));
    }
    if (target === "GraniteServiceVersion20100801") {
      ledger.add({ caller, operation: `CloudWatch.${operation}` });
      return json(await services.metric(operation, body()));
    }
    if (service === "s3") {
      ledger.add({ caller, operation: `S3.${request.method}` });
      return services.objects(request);
    }
    const atFunctionUrl = functionUrls.answer(request, caller);
    if (atFunctionUrl !== undefined) {
      ledger.add({ caller, operation: "Lambda.InvokeFunctionUrl" });
      return atFunctionUrl;
    }
    const functionUrl = functionUrls.configOf(request.url);
    if (functionUrl !== undefined) {
      ledger.add({ caller, operation: "Lambda.GetFunctionUrlConfig" });
      return functionUrl;
    }
    const [, invoked] = invocationUrl.exec(request.url) ?? [];
    if (service === "lambda" && invoked !== undefined) {
      ledger.add({ caller, operation: "Lambda.Invoke" });
      return outcomeAnswer(await invoke(decodeURIComponent(invoked), body()));
    }
    const what = `${caller} called ${target === "" ? service || "an unsigned service" : `${target}.${operation}`}`;
    onTrouble(`${what}, which does not run here: teach it to @hemvist/local/front/front.ts`);
    return json({
      status: 400,
      body: { __type: "UnknownOperationException", message: `${what}, which does not run here` },
    });
  };

const bodyOf = (request: Request): (() => Json) => {
  let parsed: Json | undefined;
  return () => {
    parsed ??= parsedJson(request.body.toString("utf8"));
    return parsed;
  };
};

const withRequestId = () => ({ "x-amzn-requestid": randomUUID() });

const invocationUrl = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

const outcomeAnswer = ({ succeeded, payload }: Outcome): Answer => ({
  status: 200,
  headers: succeeded ? {} : { "x-amz-function-error": "Unhandled" },
  body: payload,
});

const json = (
  { status, body }: { readonly status: number; readonly body: Json },
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.0", ...withRequestId(), ...headers },
  body: JSON.stringify(body),
});
