import { logicalName, parsedJson } from "@hemvist/contracts";
import type { Municipality } from "@hemvist/rules";
import { municipalities } from "@hemvist/rules/municipalities";
import * as z from "zod/mini";

/** The settings that every function has: how much it logs, and the names of its counts. */
const telemetry = {
  // Below INFO, libraries log their input. So no setting turns that on.
  LOG_LEVEL: z.enum(["INFO", "WARN", "ERROR"]),
  // Alarms look for their figures there, and an alarm that looks elsewhere is silent.
  POWERTOOLS_METRICS_NAMESPACE: z.literal("hemvist"),
  POWERTOOLS_SERVICE_NAME: z.string().check(z.regex(/^[a-z-]+$/)),
};

/**
 * Reads a function's settings from its environment when it starts. So a missing or wrong one stops the function before
 * it handles a decision.
 * @throws Error that names the settings, never their values
 */
export function readSettings<Shape extends z.core.$ZodShape>(
  shape: Shape,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): z.infer<z.ZodMiniObject<Shape>> {
  const [own, common] = [z.object(shape).safeParse(environment), z.object(telemetry).safeParse(environment)];
  if (own.success && common.success) return own.data;
  const issues = [...(own.error?.issues ?? []), ...(common.error?.issues ?? [])];
  const names = [...new Set(issues.map(({ path }) => path.join(".")))];
  throw notValid(names);
}

/**
 * The municipality of this system: the one setting of a stage that names it. The handler passes it on.
 * @throws Error that names the setting, never its value
 */
export const readMunicipality = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Municipality => {
  const found = municipalities.find(({ code }) => code === environment["MUNICIPALITY"]);
  if (found === undefined) throw notValid(["MUNICIPALITY"]);
  return found;
};

const notValid = (names: readonly string[]): Error =>
  new Error(`Settings missing or not valid: ${names.join(", ")}`);

export const tableName = z.string().check(z.regex(/^[\w.-]{3,255}$/));

/** It ends in the account that it is in: each call to it names that account as its owner. */
export const bucketName = z.string().check(z.regex(/^[a-z0-9][a-z0-9.-]{1,49}-\d{12}$/));

/** A key's id or its ARN. */
export const keyId = z.string().check(z.regex(/^[\w:/-]{1,2048}$/));

/** The issuer of the parties' tokens, and what a token's `aud` must hold if it has one. */
export const tokenIssuer = {
  TOKEN_ISSUER: z.url({ protocol: /^https?$/ }),
  TOKEN_AUDIENCE: z.exactOptional(z.string().check(z.minLength(1))),
};

const partnerKey = z.object({
  kid: z.string(),
  alg: z.enum(["ES256", "PS256"]),
  kty: z.enum(["EC", "RSA"]),
  crv: z.exactOptional(z.string()),
  x: z.exactOptional(z.string()),
  y: z.exactOptional(z.string()),
  n: z.exactOptional(z.string()),
  e: z.exactOptional(z.string()),
});

/** A public key of a party, as a JWK (RFC 7517). */
export type PartnerKey = z.infer<typeof partnerKey>;

const partners = z.record(z.string(), z.object({ required: z.boolean(), keys: z.array(partnerKey) }));

/** The parties that sign their messages, by their codes: with which keys, and whether each message must be signed. */
export type PartnerKeys = Readonly<z.infer<typeof partners>>;

/** A JSON object of the parties that sign; empty where none does. */
export const partnerKeys = { PARTNER_KEYS: z.pipe(z.pipe(z.string(), z.transform(parsedJson)), partners) };

/** The KMS key that hemvist's own signing keys come from, and the codes of the parties that check its signatures. */
export const messageSigning = {
  SIGNING: z.pipe(
    z.pipe(z.string(), z.transform(parsedJson)),
    z.object({ keyId, parties: z.array(z.string()) }),
  ),
};

/** Of a function that takes parties' messages and answers them. */
export const signatureSettings = { ...partnerKeys, ...messageSigning };

/** How many messages one operator may send again or discard alone: a whole number from 1 to 500 (infra/settings.ts). */
export const manyForOne = z.pipe(
  z.pipe(z.string().check(z.regex(/^\d{1,3}$/)), z.transform(Number)),
  z.number().check(z.minimum(1), z.maximum(500)),
);

/** The table of decisions, and the key that its records are sealed with. */
export const decisionsTable = { TABLE_NAME: tableName, RECORD_KEY_ID: keyId };

/**
 * A JSON object of queue URLs by the queues' logical names. `inbox-*` stands for every inbox, and the party's code for
 * the star in its URL: Lambda takes 4 KB of settings, however many parties there are. Every queue of `names` must be
 * there, and each URL must be the one of the queue it stands for; what else is there is left out.
 */
export const queueUrls = (names: readonly string[]) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text, context) => {
        try {
          const urls: unknown = JSON.parse(text);
          return byName(urls, names);
        } catch {
          context.issues.push({ code: "custom", input: text });
          return z.NEVER;
        }
      }),
    ),
    z.object(Object.fromEntries(names.map((name) => [name, urlOf(name)]))),
  );

/** The queues' URLs, each by its own name; what is no object of URLs is left as it is, to be refused. */
function byName(urls: unknown, names: readonly string[]): unknown {
  const written = z.record(z.string(), z.string()).safeParse(urls);
  if (!written.success) return urls;
  const patterns = Object.entries(written.data).filter(([name]) => name.includes("*"));
  return {
    ...Object.fromEntries(names.flatMap((name) => patterns.flatMap((pattern) => filledIn(name, pattern)))),
    ...written.data,
  };
}

function filledIn(
  name: string,
  [pattern, url]: readonly [string, string],
): readonly (readonly [string, string])[] {
  const [before = "", after = ""] = pattern.split("*");
  const fits = name.length > before.length + after.length && name.startsWith(before) && name.endsWith(after);
  return fits ? [[name, url.replace("*", name.slice(before.length, name.length - after.length))]] : [];
}

const urlOf = (name: string) =>
  z.url({ protocol: /^https?$/ }).check(z.refine((url) => logicalName(url.split("/").at(-1) ?? "") === name));
