import type { Assembly, Resource } from "../templates/assembly.ts";
import { type Json, jsonOf, listOf, textOf } from "../templates/json.ts";
import { everyResource } from "../templates/known-resources.ts";
import type { Resolver } from "../templates/resolver.ts";

/** One method of one resource of the API. */
export interface Route {
  /** As API Gateway writes it: `/v1/decisions/{administration}/{decisionId}`. */
  readonly resourcePath: string;
  /** `ANY` stands for all. */
  readonly method: string;
  readonly functionArn: string;
  /** Whose tokens a call needs, if it needs one. */
  readonly authorizer?: Authorizer;
}

/** A user pool authorizer: a token of one of these pools, with one of these scopes. */
export interface Authorizer {
  readonly poolArns: readonly string[];
  readonly scopes: readonly string[];
}

export interface Match {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** Reads the tree of resources and their methods; every method is a Lambda proxy integration. */
export const readRoutes = (assembly: Assembly, resolver: Resolver): readonly Route[] => {
  const resources = everyResource(assembly);
  const pathById = pathsOf(resources, resolver);
  const authorizers = new Map(
    resources
      .filter(({ type }) => type === "AWS::ApiGateway::Authorizer")
      .map((resource) => [resolver.names.ref(resource), resolver.propertiesOf(resource)]),
  );
  return resources
    .filter(({ type }) => type === "AWS::ApiGateway::Method")
    .map((method) => {
      const { HttpMethod, ResourceId, Integration, ...authorization } = resolver.propertiesOf(method);
      const authorizer = authorizerOf(method, authorization, authorizers);
      return {
        ...(authorizer === undefined ? {} : { authorizer }),
        resourcePath: pathById(textOf(ResourceId) ?? ""),
        method: textOf(HttpMethod) ?? "ANY",
        functionArn: functionBehind(method, jsonOf(Integration)),
      };
    });
};

const pathsOf = (resources: readonly Resource[], resolver: Resolver): ((id: string) => string) => {
  const declared = new Map(
    resources
      .filter(({ type }) => type === "AWS::ApiGateway::Resource")
      .map((resource) => [resolver.names.ref(resource), resolver.propertiesOf(resource)]),
  );
  const pathById = (id: string): string => {
    const resource = declared.get(id);
    if (resource === undefined) return "/";
    return `${pathById(String(resource["ParentId"])).replace(/\/$/, "")}/${String(resource["PathPart"])}`;
  };
  return pathById;
};

const authorizerOf = (
  { logicalId, stack }: Resource,
  { AuthorizationType = "NONE", AuthorizerId, AuthorizationScopes }: Json,
  authorizers: ReadonlyMap<string, Json>,
): Authorizer | undefined => {
  if (AuthorizationType === "NONE") return undefined;
  const { Type, ProviderARNs, IdentitySource } = authorizers.get(textOf(AuthorizerId) ?? "") ?? {};
  const scopes = listOf(AuthorizationScopes).map(String);
  // Without scopes the gateway takes id tokens, and a pool has no users here.
  const isOfPool = AuthorizationType === "COGNITO_USER_POOLS" && Type === AuthorizationType;
  if (!isOfPool || scopes.length === 0 || IdentitySource !== authorizationHeader) {
    throw new Error(
      `${logicalId} in ${stack} is authorized by ${String(AuthorizationType)} without scopes, a user pool or the header Authorization: teach it to @hemvist/local/gateway/routes.ts`,
    );
  }
  return { poolArns: listOf(ProviderARNs).map(String), scopes };
};

/** Where the gateway here looks for a token. */
const authorizationHeader = "method.request.header.Authorization";

const functionBehind = ({ logicalId, stack }: Resource, { Type, Uri }: Json): string => {
  const [, arn] = /\/functions\/(.+)\/invocations$/.exec(textOf(Uri) ?? "") ?? [];
  if (Type !== "AWS_PROXY" || arn === undefined) {
    throw new Error(
      `${logicalId} in ${stack} is not a Lambda proxy integration: teach it to @hemvist/local/gateway/routes.ts`,
    );
  }
  return arn;
};

/** The route that a call takes: what is written out goes before a parameter, and a parameter before `{rest+}`. */
export const matchRoute = ({
  routes,
  method,
  path,
}: {
  readonly routes: readonly Route[];
  readonly method: string;
  readonly path: string;
}): Match | undefined => {
  const segments = segmentsOf(path);
  const fitting = routes.filter(
    (route) => pathParameters(segmentsOf(route.resourcePath), segments) !== undefined,
  );
  const best = fitting.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))[0];
  // API Gateway looks for the resource first, and only then for a method of it.
  const same = fitting.filter(({ resourcePath }) => resourcePath === best?.resourcePath);
  const route = same.find((entry) => entry.method === method) ?? same.find((entry) => entry.method === "ANY");
  if (route === undefined) return undefined;
  return { route, pathParameters: pathParameters(segmentsOf(route.resourcePath), segments) ?? {} };
};

const segmentsOf = (path: string): readonly string[] => path.split("/").slice(1);

/** Sorts as text: `0` for a segment written out, `1` for a parameter, `2` for the rest. */
const rank = ({ resourcePath }: Route): string =>
  segmentsOf(resourcePath)
    .map((segment) => (segment.endsWith("+}") ? "2" : segment.startsWith("{") ? "1" : "0"))
    .join("");

const pathParameters = (
  template: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined => {
  const parameters: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index];
    if (segment === undefined || (segment === "" && part !== "")) return undefined;
    const [, name, greedy] = /^\{([^+}]+)(\+?)\}$/.exec(part) ?? [];
    if (name === undefined) {
      if (part !== segment) return undefined;
    } else if (greedy === "+") {
      parameters[name] = segments.slice(index).map(decoded).join("/");
      return parameters;
    } else {
      parameters[name] = decoded(segment);
    }
  }
  return template.length === segments.length ? parameters : undefined;
};

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};
