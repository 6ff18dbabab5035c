import * as z from "zod/mini";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { modelList, modelView } from "../model-views.ts";
import { ofMunicipality } from "../of-municipality.ts";
import { personSearch } from "../person-search.ts";
import { apiInfo, publishedKeys } from "../views.ts";
import { wholePerson } from "../whole-person.ts";
import { body, type Examples, json } from "./operation.ts";
import { notFound, ofBody, ofReading } from "./responses.ts";

const modelName = ofMunicipality(z.string(), ({ models }) => ({
  examples: models.slice(-1).map(({ name }) => name),
}));

/** What every caller may read: persons, models, and the API itself. */
export const readingPaths = (examples: Examples): ZodOpenApiPathsObject => ({
  "/v1/person-searches": {
    post: {
      operationId: "searchPerson",
      tags: ["persons"],
      summary: "All of a person's interventions / Alla insatser för en person",
      description:
        "Reads and changes nothing, and is a POST all the same (Digg MOG.03): what a person may be searched by (SFS 2001:637, 15 §) is secret and may stand in no URL, where it would end up in logs, and the search states its purpose, so that every access can be checked (SFS 2001:454, 10 §). / Läser bara, men är en POST, eftersom det som en person får sökas på inte får stå i en adress.",
      requestBody: body(personSearch, examples.personSearch),
      responses: {
        200: {
          description:
            "Each person's interventions from all administrations and providers, in order of their first day, with the gaps and overlaps between them. Empty if there are none, or none for whom the caller has an ongoing case. A case number may be several persons': `person` tells them apart",
          content: json(wholePerson, examples.wholePerson),
        },
        ...ofBody,
      },
    },
  },
  "/v1/models": {
    get: {
      operationId: "listModels",
      tags: ["models"],
      summary: "All models so far / Alla versioner av styrmodellen",
      responses: {
        200: { description: "The models / Modellerna", content: json(modelList, examples.modelList) },
        ...ofReading,
      },
    },
  },
  "/v1/models/{name}": {
    get: {
      operationId: "readModel",
      tags: ["models"],
      summary: "One model: matrix, rules, catalogue, intervals / En version av styrmodellen",
      requestParams: { path: z.object({ name: modelName }) },
      responses: {
        200: { description: "The model / Modellen", content: json(modelView) },
        ...notFound,
        ...ofReading,
      },
    },
  },
  "/v1/api-info": {
    get: {
      operationId: "readApiInfo",
      tags: ["about"],
      summary: "What this API is / Om API:et",
      responses: {
        200: { description: "Name, version and status", content: json(apiInfo, examples.apiInfo) },
        ...ofReading,
      },
    },
  },
  "/v1/jwks.json": {
    get: {
      operationId: "readKeys",
      tags: ["about"],
      summary: "hemvist's public keys / hemvists publika nycklar",
      description:
        "A party checks the signatures of hemvist's queue messages with these keys (RFC 7517). Keep them for as long as `Cache-Control` says, and read them again when a message names a `kid` that is not among them. / En part kontrollerar signaturen på hemvists meddelanden med de här nycklarna. Läs dem igen när ett meddelande anger ett `kid` som saknas här.",
      responses: {
        200: {
          description: "The keys that sign, have signed lately, or soon will / Nycklarna",
          headers: {
            "Cache-Control": {
              schema: { type: "string" },
              description: "How long the keys may be kept / Hur länge nycklarna får sparas",
            },
          },
          content: json(publishedKeys, examples.publishedKeys),
        },
        ...ofReading,
      },
    },
  },
  "/v1/openapi.yaml": {
    get: {
      operationId: "readOpenApi",
      tags: ["about"],
      summary: "This document / Det här dokumentet",
      responses: {
        200: {
          description: "OpenAPI 3.1",
          content: { "application/yaml": { schema: { type: "string" } } },
        },
        ...ofReading,
      },
    },
  },
});
