import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import { isJson, type Json, jsonOf, textOf } from "./json.ts";

/** An operation as the OpenAPI document declares it. */
export interface Operation {
  readonly id: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Whether it needs a token. */
  readonly isGuarded: boolean;
  /** The schema of its body, if it takes one. */
  readonly body?: Json;
}

/** What came back, as far as the document speaks of it. */
export interface Answered {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

export interface Document {
  readonly operations: readonly Operation[];
  /** What a `$ref` within the document points at. */
  readonly at: (ref: string) => Json;
  /** What is wrong with an answer: the status, the content type or the body is not declared. Undefined if nothing is. */
  readonly wrongIn: (operation: Operation, answered: Answered) => string | undefined;
}

const name = "openapi";

/** Reads the document as the running system gives it. Ajv, which we did not write, judges answers by its schemas. */
export function readDocument(text: string): Document {
  const root = jsonOf(parse(text));
  // The document itself is no schema: Ajv looks only into the places that it is asked for.
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateSchema: false });
  addFormats.default(ajv);
  ajv.addSchema({ $id: name, ...root });
  const validators = new Map<string, ValidateFunction | undefined>();

  const at = (ref: string): Json => {
    let value: unknown = root;
    for (const part of ref.replace(/^#\//, "").split("/"))
      value = jsonOf(value)[part.replaceAll("~1", "/").replaceAll("~0", "~")];
    return jsonOf(value);
  };
  const validatorAt = (place: string): ValidateFunction => {
    if (!validators.has(place)) validators.set(place, ajv.getSchema(`${name}${place}`));
    const validator = validators.get(place);
    if (validator === undefined) throw new Error(`The document has no schema at ${place}`);
    return validator;
  };

  function wrongIn(operation: Operation, { status, contentType, text: body }: Answered): string | undefined {
    const declared = `#/paths/${escaped(operation.path)}/${operation.method.toLowerCase()}/responses/${status}`;
    const { $ref } = at(declared);
    const place = textOf($ref) || declared;
    const contents = jsonOf(at(place)["content"]);
    const type = contentType.split(";")[0] ?? "";
    if (!isJson(contents[type])) return `${status} with ${type || "no content type"} is not declared`;
    if (!type.includes("json")) return undefined;
    const validate = validatorAt(`${place}/content/${escaped(type)}/schema`);
    if (validate(JSON.parse(body))) return undefined;
    const [first] = validate.errors ?? [];
    return `${status}: the body breaks its schema at ${first?.instancePath ?? ""}: ${first?.message ?? ""}`;
  }

  return { operations: operationsIn(root), at, wrongIn };
}

const escaped = (part: string): string => part.replaceAll("~", "~0").replaceAll("/", "~1");

function operationsIn(root: Json): readonly Operation[] {
  return Object.entries(jsonOf(root["paths"])).flatMap(([path, item]) =>
    (["GET", "POST"] as const).flatMap((method) => {
      const operation = jsonOf(item)[method.toLowerCase()];
      if (!isJson(operation)) return [];
      const content = jsonOf(jsonOf(operation["requestBody"])["content"])["application/json"];
      const body = jsonOf(content)["schema"];
      return [
        {
          id: textOf(operation["operationId"]),
          method,
          path,
          isGuarded: Array.isArray(operation["security"]) && operation["security"].length > 0,
          ...(isJson(body) ? { body } : {}),
        },
      ];
    }),
  );
}
