import { addresseesAmong, type Municipality, partiesOf } from "@hemvist/rules";
import { faultsAmongKeys, faultsInSigning, type Signing } from "./partner-keys.ts";

/** The system of a party, outside hemvist. */
export interface Partner {
  /**
   * Who uses the party's queues: an AWS account's number, or the ARN of a role, which must exist before a deployment
   * names it.
   */
  readonly principal?: string;
  /** How it signs what it sends. Without it, hemvist looks at no signature of this party. */
  readonly signs?: Signing;
  /** It checks hemvist's signatures: each message to its queues has one (ADR 53). */
  readonly verifies?: true;
  /**
   * Where the people who run its system get mail when it sends or reads nothing. A mailbox of a group, so that no
   * person's name is in a template.
   */
  readonly contact?: string;
}

/** The parties' systems, by the party's code. */
export type Partners = Readonly<Record<string, Partner>>;

/**
 * Of the local run: a role for each party, in an account that is not hemvist's. Neither is a real account. The first
 * administration signs, if it likes, with the example key of RFC 7515, A.3, whose private half everyone knows. It checks
 * hemvist's signatures, and so does the first provider that is no administration.
 */
export const partnersHere = (municipality: Municipality): Partners => {
  const parties = partiesOf(municipality);
  const [administration] = parties.administrations;
  const provider = parties.executors.find((party) => !parties.administrations.includes(party));
  return Object.fromEntries(
    addresseesAmong(parties).map((party) => [
      party,
      {
        principal: `arn:aws:iam::000000000001:role/${party}`,
        ...(party === administration ? { signs: { required: false, keys: [exampleKey] } } : {}),
        ...(party === administration || party === provider ? { verifies: true as const } : {}),
      },
    ]),
  );
};

const exampleKey = {
  kid: "rfc7515-a3",
  alg: "ES256",
  kty: "EC",
  crv: "P-256",
  x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
  y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
} as const;

/** How each party that signs does so, by its code. */
export const signingOf = (partners: Partners): Readonly<Record<string, Signing>> =>
  Object.fromEntries(
    Object.entries(partners).flatMap(([party, { signs }]) => (signs === undefined ? [] : [[party, signs]])),
  );

/** The addresses of the parties' own people, by the party's code. */
export const contactsIn = (partners: Partners = {}): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(partners).flatMap(([party, { contact }]) =>
      contact === undefined ? [] : [[party, contact] as const],
    ),
  );

/** Whether it looks like an address for mail. */
export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(text);

/** Those of the parties that check hemvist's signatures. */
export const verifyingAmong = (partners: Partners, parties: readonly string[]): readonly string[] =>
  parties.filter((party) => partners[party]?.verifies);

interface Within {
  readonly account: string;
  readonly municipality: Municipality;
}

/** What is wrong with the partners of a stage. */
export const faultsInPartners = (partners: Partners, within: Within): readonly string[] => [
  ...Object.entries(partners).flatMap(([party, partner]) => [
    ...faultsOfParty(party, within),
    ...faultsOfPrincipal(party, partner, within),
    ...(partner.contact === undefined || isAddress(partner.contact)
      ? []
      : [`partners.${party}.contact is not an address`]),
    ...(partner.signs === undefined ? [] : faultsInSigning(`partners.${party}.signs`, partner.signs)),
  ]),
  ...faultsAmong(partners),
  ...faultsAmongKeys(signingOf(partners)),
];

const faultsOfParty = (party: string, { municipality }: Within): readonly string[] =>
  addresseesAmong(partiesOf(municipality)).includes(party) ? [] : [`partners: there is no party "${party}"`];

const faultsOfPrincipal = (party: string, { principal }: Partner, { account }: Within): readonly string[] => {
  if (principal === undefined) return [];
  if (!accountOrRole.test(principal))
    return [`partners.${party}.principal is neither an account's number nor a role's ARN`];
  return accountOf(principal) === account ? [`partners.${party}.principal is in hemvist's own account`] : [];
};

/** No wildcard, no user with keys that last, and no session. */
const accountOrRole = /^(\d{12}|arn:aws:iam::\d{12}:role\/[\w+=,.@/-]{1,512})$/;

const accountOf = (principal: string): string => /\d{12}/.exec(principal)?.[0] ?? "";

/** Two parties may share an account, by a role each. An account's number stands for each of its roles. */
function faultsAmong(partners: Partners): readonly string[] {
  const named = Object.entries(partners).flatMap(([party, { principal }]) =>
    principal === undefined ? [] : [{ party, principal }],
  );
  return named.flatMap((one, index) =>
    named
      .slice(index + 1)
      .filter((other) => reaches(one.principal, other.principal) || reaches(other.principal, one.principal))
      .map((other) => `partners: ${one.party} and ${other.party} would be the same outside`),
  );
}

const reaches = (one: string, other: string): boolean => one === other || one === accountOf(other);
