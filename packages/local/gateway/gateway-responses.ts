import type { Answer } from "../front/listening.ts";
import type { Assembly } from "../templates/assembly.ts";
import { type Json, jsonOf, numberOf, textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";

/** The gateway's own trouble, in API Gateway's names. */
export interface GatewayTrouble {
  readonly type:
    | "MISSING_AUTHENTICATION_TOKEN"
    | "UNAUTHORIZED"
    | "REQUEST_TOO_LARGE"
    | "INTEGRATION_TIMEOUT"
    | "BAD_INTEGRATION_ANSWER";
  readonly requestId: string;
  readonly path: string;
  readonly httpMethod: string;
}

/** What API Gateway answers where the template says nothing else. */
const defaults: Readonly<
  Record<GatewayTrouble["type"], { readonly status: number; readonly message: string }>
> = {
  MISSING_AUTHENTICATION_TOKEN: { status: 403, message: "Missing Authentication Token" },
  UNAUTHORIZED: { status: 401, message: "Unauthorized" },
  REQUEST_TOO_LARGE: { status: 413, message: "Request Too Long" },
  INTEGRATION_TIMEOUT: { status: 504, message: "Endpoint request timed out" },
  // A function that failed, or answered in no form that the gateway reads. AWS has no response type for it: it
  // takes what is declared for all of 5XX.
  BAD_INTEGRATION_ANSWER: { status: 502, message: "Internal server error" },
};

/** Answers the gateway's own trouble as the template's gateway responses say. */
export const createGatewayResponses = (
  assembly: Assembly,
  resolver: Resolver,
): ((trouble: GatewayTrouble) => Answer) => {
  const declared = new Map(
    everyResource(assembly)
      .filter(({ type }) => type === "AWS::ApiGateway::GatewayResponse")
      .map((resource) => {
        const properties = resolver.propertiesOf(resource);
        return [textOf(properties["ResponseType"]) ?? "", properties] as const;
      }),
  );

  return (trouble) => {
    const { status, message } = defaults[trouble.type];
    const response =
      declared.get(trouble.type) ?? declared.get(status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX") ?? {};
    const context: Readonly<Record<string, string>> = {
      "error.message": message,
      "error.messageString": JSON.stringify(message),
      "error.responseType": trouble.type === "BAD_INTEGRATION_ANSWER" ? "DEFAULT_5XX" : trouble.type,
      httpMethod: trouble.httpMethod,
      path: trouble.path,
      requestId: trouble.requestId,
    };
    const [contentType, template] = templateOf(response);
    return {
      status: numberOf(response["StatusCode"]) ?? status,
      headers: {
        "content-type": contentType,
        "x-amzn-requestid": trouble.requestId,
        ...headersOf(response, context),
      },
      body: template.replace(/\$context\.([A-Za-z.]+)/g, (_match, name: string) => context[name] ?? ""),
    };
  };
};

const templateOf = (response: Json): readonly [contentType: string, template: string] => {
  const templates = jsonOf(response["ResponseTemplates"]);
  const contentType = "application/json" in templates ? "application/json" : Object.keys(templates)[0];
  if (contentType === undefined) return ["application/json", '{"message":$context.error.messageString}'];
  return [contentType, textOf(templates[contentType]) ?? ""];
};

const headersOf = (response: Json, context: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(jsonOf(response["ResponseParameters"])).flatMap(([parameter, value]) => {
      const name = parameter.replace(/^gatewayresponse\.header\./, "").toLowerCase();
      const [, literal, variable] = /^(?:'(.*)'|context\.(.+))$/.exec(textOf(value) ?? "") ?? [];
      const text = literal ?? context[variable ?? ""];
      return text === undefined ? [] : [[name, text]];
    }),
  );
