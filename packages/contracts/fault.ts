import type { Bilingual } from "@hemvist/rules";
import { closerTexts, faultTexts } from "./fault-texts.ts";
import { isText } from "./readable-text.ts";

/** Something in a message that cannot be read: what, where, and how to mend it. Holds nothing of the message but where. */
export interface Fault extends Bilingual {
  /** JSON pointer (RFC 6901); empty for the message as a whole. */
  readonly pointer: string;
  readonly code: FaultCode;
  /** Of `too-many-faults`: how many there are in all. */
  readonly count?: number;
}

export type FaultCode = keyof typeof faultTexts;
export type CloserText = keyof typeof closerTexts;

export const faultCodes = Object.keys(faultTexts).filter(isFaultCode);

function isFaultCode(text: unknown): text is FaultCode {
  return typeof text === "string" && Object.hasOwn(faultTexts, text);
}

const isCloserText = (text: unknown): text is CloserText =>
  typeof text === "string" && Object.hasOwn(closerTexts, text);

/** @param closer a text that says more than the code's own */
export const fault = (pointer: string, code: FaultCode, closer?: CloserText): Fault => ({
  pointer,
  code,
  ...(closer === undefined ? faultTexts[code] : closerTexts[closer]),
});

/** A paragraph that hemvist understands and does not handle, by its name. No other is ever suggested. */
const legalBasisNotHandled = (pointer: string, paragraph: string): Fault => ({
  pointer,
  code: "legal-basis-not-handled",
  sv: `${paragraph} är ett lagrum som inte hanteras här.`,
  en: `${paragraph} is a legal basis that is not handled here.`,
});

/** Ours: the longest pointer into a message that can be read has some fifty characters. */
const longestPointer = 200;

/** RFC 6901: `~` and `/` in a name are escaped. One that a sender's own field name makes too long is cut short. */
export function pointerTo(path: readonly PropertyKey[]): string {
  let pointer = "";
  for (const part of path)
    pointer +=
      typeof part === "number" ? `/${part}` : `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return pointer.length > longestPointer ? `${pointer.slice(0, longestPointer)}…` : pointer;
}

/** In the contract. A list of faults goes back to its sender, and a queue takes no message of more than 1 MiB. */
const mostFaults = 50;

/** The faults in the answer. If there are more than 50, those nearest to the message's root, and their number. */
export function boundedFaults(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length <= mostFaults) return faults;
  const outermost = faults.toSorted((one, other) => depthOf(one) - depthOf(other)).slice(0, mostFaults);
  const count = faults.length;
  const { sv, en } = faultTexts["too-many-faults"];
  return [
    ...outermost,
    { pointer: "", code: "too-many-faults", count, sv: `${sv} ${count}.`, en: `${en} ${count}.` },
  ];
}

const depthOf = ({ pointer }: Fault): number => pointer.split("/").length;

/** As much of a zod issue as a fault is made of. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly input?: unknown;
  readonly expected?: unknown;
  readonly origin?: unknown;
  readonly keys?: readonly string[];
  readonly discriminator?: string | undefined;
  /** Of a union: the issues of each of its options. */
  readonly errors?: readonly (readonly Issue[])[];
  readonly params?: { readonly [name: string]: unknown } | undefined;
}

/** zod's issues as faults, in the order of the contract's fields; of unknown fields last. */
export function faultsOf(issues: readonly Issue[]): readonly Fault[] {
  const faults: Fault[] = [];
  for (const issue of issues) addFaults(issue, { within: [], to: faults });
  return faults;
}

function addFaults(issue: Issue, { within, to }: { within: readonly PropertyKey[]; to: Fault[] }): void {
  const path = within.length === 0 ? issue.path : [...within, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    for (const key of issue.keys ?? []) to.push(unknownField([...path, key], issue.input));
  } else if (issue.code === "invalid_union" && issue.errors && issue.errors.length > 0) {
    for (const one of meantOption(issue.errors)) addFaults(one, { within: path, to });
  } else {
    const fault = faultAt(pointerTo(path), issue);
    // A field's issues come one after the other, and two of them may be the same fault.
    const last = to.at(-1);
    if (last?.pointer !== fault.pointer || last.code !== fault.code) to.push(fault);
  }
}

/** The option of a union that its sender probably meant: the one with the fewest faults. */
function meantOption(options: readonly (readonly Issue[])[]): readonly Issue[] {
  return options.reduce((best, option) => (wrongness(option) < wrongness(best) ? option : best));
}

// A literal that does not agree says that another option was meant.
const wrongness = (issues: readonly Issue[]): number =>
  issues.reduce((sum, { code, keys }) => sum + (code === "invalid_value" ? 100 : (keys?.length ?? 1)), 0);

/** What belongs to one kind of person only. */
const personFields: ReadonlySet<PropertyKey | undefined> = new Set([
  "identityNumber",
  "givenName",
  "familyName",
  "birthDate",
  "reference",
  "replaces",
]);

function unknownField(path: readonly PropertyKey[], holder: unknown): Fault {
  const isOfPerson = path.length === 2 && path[0] === "person" && personFields.has(path[1]);
  if (!isOfPerson) return fault(pointerTo(path), "unknown-field");
  const isProtected = typeof holder === "object" && holder !== null && "protectedIdentity" in holder;
  return fault(
    pointerTo(path),
    isProtected && holder.protectedIdentity === true ? "identity-of-protected-person" : "number-or-reference",
  );
}

function faultAt(pointer: string, { code, input, expected, origin, discriminator, params }: Issue): Fault {
  if (typeof input === "string" && !isText(input)) return fault(pointer, "not-text");
  if (isFaultCode(params?.["fault"])) {
    const { text, paragraph } = params;
    if (typeof paragraph === "string") return legalBasisNotHandled(pointer, paragraph);
    return fault(pointer, params["fault"], isCloserText(text) ? text : undefined);
  }
  switch (code) {
    case "invalid_type":
      if (input === undefined) return fault(pointer, "missing");
      return expected === "object" ? fault(pointer, "not-an-object") : wrongType(pointer, expected);
    case "too_small":
      return fault(pointer, origin === "array" ? "too-few" : "too-small");
    case "too_big":
      return fault(pointer, origin === "array" ? "too-many" : "too-large");
    case "invalid_value":
      return fault(pointer, input === undefined ? "missing" : "not-one-of");
    case "invalid_union":
      return fault(
        pointer,
        discriminator !== undefined && !names(input, discriminator) ? "missing" : "not-one-of",
      );
    case "invalid_format":
      return fault(pointer, "not-a-uuid");
    default:
      return fault(pointer, "wrong-type");
  }
}

function wrongType(pointer: string, expected: unknown): Fault {
  switch (expected) {
    case "string":
      return fault(pointer, "wrong-type", "text");
    case "int":
    case "number":
      return fault(pointer, "wrong-type", "number");
    case "boolean":
      return fault(pointer, "wrong-type", "truth");
    case "array":
      return fault(pointer, "wrong-type", "list");
    default:
      return fault(pointer, "wrong-type");
  }
}

const names = (input: unknown, field: string): boolean =>
  typeof input === "object" && input !== null && field in input;

/**
 * The codes of faults, each once, for logs, attributes of queues and operators. That a person is protected is itself
 * secret, and only the sender gets the code that says so.
 */
export const shownCodes = (faults: readonly Fault[]): readonly FaultCode[] => [
  ...new Set(faults.map(({ code }) => (code === "identity-of-protected-person" ? "unknown-field" : code))),
];

/** Why a message that cannot be read is set aside: codes, and nothing of the message. */
export const unreadableReason = (faults: readonly Fault[]): string =>
  `unreadable: ${shownCodes(faults).join(", ")}`;

const cutOff = " (its end is cut off)";

/** What is added to the reason if the message was too large to be kept whole. */
export const ofCutMessage = (reason: string): string => `${reason}${cutOff}`;

/**
 * The codes in a reason that hemvist wrote. Undefined for any other text. SQS keeps a sender's attributes when it makes
 * the message a dead letter, and a sender may call one `reason`.
 */
export function codesInReason(reason: string): readonly FaultCode[] | undefined {
  const [, list = ""] = /^unreadable: ([a-z0-9, -]+)$/.exec(reason.replace(cutOff, "")) ?? [];
  const codes = list.split(", ");
  return codes.every(isFaultCode) ? codes.filter(isFaultCode) : undefined;
}
