/** A public key with which a party signs its messages, as a JWK (RFC 7517). */
export type PartnerKey = {
  /** The name of the key, which each signature gives. A new key has a new name. */
  readonly kid: string;
} & (
  | {
      readonly alg: "ES256";
      readonly kty: "EC";
      readonly crv: "P-256";
      readonly x: string;
      readonly y: string;
    }
  | { readonly alg: "PS256"; readonly kty: "RSA"; readonly n: string; readonly e: string }
);

/** How a party signs what it sends on its queues (ADR 51). */
export interface Signing {
  /** Whether hemvist refuses a message without a signature. One that has a signature is always checked. */
  readonly required: boolean;
  /** Two while the party moves from one to the next. A key that is no longer here is no longer taken. */
  readonly keys: readonly PartnerKey[];
}

/** Ours, in characters of a function's settings: Lambda takes 4 KB of them, and the others have more than half. */
const mostRoom = 1800;

/** What is wrong with the keys of a party. */
export const faultsInSigning = (at: string, { keys }: Signing): readonly string[] => [
  ...(keys.length === 0 ? [`${at}.keys is empty`] : []),
  ...(new Set(keys.map(({ kid }) => kid)).size < keys.length ? [`${at}.keys: two have the same kid`] : []),
  ...keys.flatMap((key) => faultsInKey(`${at}.keys: ${key.kid}`, key)),
];

const faultsInKey = (at: string, key: PartnerKey): readonly string[] => [
  ...(/^[\w.-]{1,64}$/.test(key.kid)
    ? []
    : [`${at}: kid has other letters than A-Z, a-z, 0-9, _ . -, or over 64`]),
  ...Object.keys(key)
    .filter((name) => !(fieldsOf[key.alg] ?? []).includes(name))
    // `d` would be the private key.
    .map((name) => `${at}: ${name} has no place in a public key`),
  ...(fieldsOf[key.alg] ?? [])
    .filter((name) => !new Map<string, unknown>(Object.entries(key)).get(name))
    .map((name) => `${at}: ${name} is missing`),
];

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  ES256: ["kid", "alg", "kty", "crv", "x", "y"],
  PS256: ["kid", "alg", "kty", "n", "e"],
};

/** One key at two parties would let each sign as the other. */
export const faultsAmongKeys = (signing: Readonly<Record<string, Signing>>): readonly string[] => {
  const holders = Map.groupBy(
    Object.entries(signing).flatMap(([party, { keys }]) =>
      keys.map((key) => ({ party, material: "x" in key ? key.x : key.n })),
    ),
    ({ material }) => material,
  );
  const shared = [...holders.values()].map((held) => [...new Set(held.map(({ party }) => party))]);
  return shared
    .filter((parties) => parties.length > 1)
    .map((parties) => `partners: ${parties.join(" and ")} have the same key`);
};

/** The setting of a function, with the keys of the parties whose messages it takes. */
export const partnerKeysSetting = (
  signing: Readonly<Record<string, Signing>>,
  parties: readonly string[],
): { readonly PARTNER_KEYS: string } => {
  const its = Object.entries(signing).filter(([party]) => parties.includes(party));
  const text = JSON.stringify(Object.fromEntries(its));
  if (text.length > mostRoom)
    throw new Error(
      `The parties' keys take ${text.length} characters of a function's settings, of ${mostRoom}.`,
    );
  return { PARTNER_KEYS: text };
};
