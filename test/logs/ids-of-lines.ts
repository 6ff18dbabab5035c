import { isMetrics, type LogLine, type Row, rowOf } from "./line.ts";

/** The functions that do one unit of work after another, and which id each line about one has. */
const idsOfUnits: Readonly<Record<string, readonly string[]>> = {
  "hemvist-receive-decision": ["requestId", "messageId"],
  "hemvist-record-progress": ["requestId", "messageId"],
  "hemvist-read-case": ["requestId"],
  "hemvist-operate": ["requestId"],
};

/** Lines about the invocation as a whole. Lambda's own id of it is the request's id. */
const ofInvocation = ["self-check passed", "run failed"];

/** A reason why a line names no decision, and the lines that it holds for. */
interface Exception {
  readonly why: string;
  readonly holdsFor: (row: Row) => boolean;
}

const says =
  (...messages: readonly string[]) =>
  ({ message }: Row): boolean =>
    messages.some((text) => text === message);

const answers =
  (holds: (asked: { readonly status: number; readonly resource: string }) => boolean) =>
  ({ message, status, resource }: Row): boolean =>
    message === "request answered" && holds({ status: Number(status), resource: String(resource) });

const aboutNone = ["/v1/models", "/v1/models/{name}", "/v1/api-info", "/v1/openapi.yaml", "/v1/jwks.json"];

/** Every line without `correlationid` is one of these, or its unit of work ends in one. */
const aboutNoDecision: readonly Exception[] = [
  { why: "it is about an invocation", holdsFor: says(...ofInvocation) },
  {
    why: "it is about a run or a batch with many decisions",
    holdsFor: says(
      "follow-up run",
      "hand-off incomplete, the stream goes on from here",
      "sent messages not kept",
    ),
  },
  {
    why: "it is about a report on many decisions",
    holdsFor: ({ message }) => String(message).startsWith("report "),
  },
  {
    why: "it is about a queue, for which several decisions may wait",
    holdsFor: says("queue took no message"),
  },
  { why: "the call is about none", holdsFor: answers(({ resource }) => aboutNone.includes(resource)) },
  {
    why: "a person has several decisions, and the access log has whose",
    holdsFor: answers(({ resource }) => resource === "/v1/person-searches"),
  },
  {
    why: "hemvist refused the call before it read what it is about",
    holdsFor: answers(({ status }) => [400, 401, 403, 405, 413, 415, 503].includes(status)),
  },
  {
    why: "the address names no assignment",
    holdsFor: answers(
      ({ status, resource }) => status === 404 && resource.startsWith("/v1/assignments/{assignmentId}"),
    ),
  },
  { why: "the signature is wrong, so hemvist did not read the message", holdsFor: says("signature refused") },
  {
    why: "the message cannot be read",
    holdsFor: ({ outcome, resource, status }) =>
      String(outcome).endsWith(" unreadable") || (resource === "/v1/decision-checks" && status === 422),
  },
  {
    why: "the operator's act is about several decisions, or about none. The journal has them",
    holdsFor: says("operator answered", "operator not answered"),
  },
];

const isExcused = (row: Row): boolean => aboutNoDecision.some(({ holdsFor }) => holdsFor(row));

/** The id of the unit of work that a line is about. */
const unitOf = ({ requestId, messageId }: Row): string => String(requestId ?? messageId ?? "");

/**
 * The lines that lack an id, each with what it lacks. Each line names its invocation. Of a function that does units of
 * work, each names its request or message. Each names the decision, or `aboutNoDecision` says why not.
 */
export function linesWithoutIds(logs: readonly LogLine[]): readonly string[] {
  const rows = logs.map(({ functionName, line }) => ({ functionName, line, row: rowOf(line) }));
  // The last line of a unit is the one in which all of it stands.
  const ends = new Map(
    rows.flatMap(({ row }) => (row && !isMetrics(row) ? [[unitOf(row), row] as const] : [])),
  );
  return rows.flatMap(({ functionName, line, row }) => {
    if (row !== undefined && isMetrics(row)) return [];
    const missing = row === undefined ? "JSON" : missingIn(row, { functionName, end: ends.get(unitOf(row)) });
    return missing === undefined ? [] : [`${functionName}, no ${missing}: ${line}`];
  });
}

function missingIn(
  row: Row,
  { functionName, end }: { readonly functionName: string; readonly end: Row | undefined },
): string | undefined {
  if (typeof row["function_request_id"] !== "string") return "function_request_id";
  const ids = idsOfUnits[functionName];
  if (ids !== undefined && !says(...ofInvocation)(row) && !ids.some((id) => typeof row[id] === "string"))
    return ids.join(" or ");
  if (typeof row["correlationid"] === "string" || isExcused(row)) return undefined;
  return unitOf(row) !== "" && end !== undefined && isExcused(end) ? undefined : "correlationid";
}
