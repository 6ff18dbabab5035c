import { type Aviary, type Canary, writings } from "./canary.ts";
import { contentOf, nameOfField, notRead } from "./contents.ts";
import type { Fate, Kind, Message } from "./kinds.ts";
import { fieldsOf, type Path, pointerOf } from "./schema-fields.ts";

/** A message with canaries in it. */
export interface Planted {
  readonly kind: Kind;
  readonly message: Message;
  readonly fate: Fate;
}

/** A way of putting a canary in a field. */
interface Manner {
  readonly name: string;
  readonly put: (message: Message, path: Path, make: (content: string) => Made) => Message;
}

interface Made {
  readonly word: () => string;
  readonly number: (options?: { readonly coordination?: boolean }) => string;
}

const words: Manner = {
  name: "a word",
  put: (message, path, make) => withAt(message, path, make("value").word()),
};
const wholeIds: Manner = {
  name: "a word in an assignment's id",
  put: (message, path, make) => withAt(message, path, `sf-centrum.${make("value").word()}.1`),
};
const numbers: readonly Manner[] = Object.entries(writings).map(([name, write], index) => ({
  name: `a number, ${name}`,
  put: (message, path, make) =>
    withAt(message, path, write(make("value").number({ coordination: index % 3 === 1 }))),
}));
const objects: Manner = {
  name: "an object",
  put: (message, path, make) => withAt(message, path, { [make("name").word()]: make("broken").word() }),
};
const lists: Manner = {
  name: "a list",
  put: (message, path, make) => withAt(message, path, [make("broken").word(), make("broken").number()]),
};
const besides: Manner = {
  name: "a field beside it",
  put: (message, path, make) =>
    withAt(message, [...path.slice(0, -1), make("name").word()], make("broken").word()),
};

const values: readonly Manner[] = [words, wholeIds, ...numbers];
const broken: readonly Manner[] = [objects, lists, besides];

interface How {
  /** As many canaries in one message as hemvist reads at once, or one in each. */
  readonly packed: boolean;
  /** One way to write a number, and one kind of person. */
  readonly few: boolean;
}

/** Messages of a kind with a canary in every field. */
export function* plantedIn(kind: Kind, aviary: Aviary, { packed, few }: How): Iterable<Planted> {
  const paths = fieldsOf(kind.schema);
  const leaves = paths.filter((path) => !paths.some((other) => isWithin(other, path)));
  const to = (some: readonly Path[], manner: Manner, isPacked = packed): Fields => ({
    paths: some,
    manner,
    aviary,
    packed: isPacked,
  });
  for (const [index, base] of kind.bases.entries()) {
    const isFew = few || (packed && index > 0);
    for (const manner of isFew ? values.slice(0, 3) : values) {
      const byFate = Object.groupBy(leaves, (path) => fateAlone(kind, base, { path, manner }));
      for (const [fate, its = []] of Object.entries(byFate)) {
        // What can be read together is one message in any case: it is carried out as a sender's own would be.
        yield* inFields(kind, base, to(its, manner, packed || fate === "taken"));
        if (!packed && fate === "taken") yield* inFields(kind, base, to(its, manner));
      }
    }
    for (const manner of broken) yield* inFields(kind, base, to(leaves, manner));
    const holders = paths.filter((one) => !leaves.includes(one));
    for (const path of holders) yield* inFields(kind, base, to([path], isFew ? words : lists));
  }
}

interface Fields {
  readonly paths: readonly Path[];
  readonly manner: Manner;
  readonly aviary: Aviary;
  readonly packed: boolean;
}

function* inFields(kind: Kind, base: Message, { paths, manner, aviary, packed }: Fields): Iterable<Planted> {
  const groups = packed ? [paths] : paths.map((path) => [path]);
  for (const group of groups) {
    // A decision of its own for each, so that none is a revision of another.
    const fresh =
      kind.schema === "decision" ? { ...base, decisionId: `SFC-2026-${nextId()}` } : withFreshIds(base);
    let message: Message = fresh;
    for (const path of group) {
      const fate = fateAlone(kind, base, { path, manner });
      message = manner.put(message, path, making(aviary, { kind, path, fate }));
    }
    yield { kind, message, fate: kind.fateOf(message) };
  }
}

let ids = 0;
function nextId(): number {
  ids += 1;
  return 500_000 + ids;
}

const withFreshIds = (base: Message): Message => ({
  ...base,
  ...("progressId" in base ? { progressId: crypto.randomUUID() } : {}),
});

const making =
  (aviary: Aviary, { kind, path, fate }: { readonly kind: Kind; readonly path: Path; readonly fate: Fate }) =>
  (what: string): Made => {
    const pointer = pointerOf(path);
    const content = (): string => {
      if (what === "name") return nameOfField;
      return what === "value" && fate !== "refused" ? contentOf(kind.name, pointer) : notRead;
    };
    const canary = (): Canary => ({ kind: kind.name, where: pointer, content: content(), by: kind.sender });
    return {
      word: () => aviary.word(canary()),
      number: (options) => aviary.number(canary(), options),
    };
  };

/** A canary's place is taken if the message with it alone is. */
function fateAlone(
  kind: Kind,
  base: Message,
  { path, manner }: { readonly path: Path; readonly manner: Manner },
): Fate {
  const trial = { word: () => "Kanarie-Bbbb", number: () => "189001189803" };
  return kind.fateOf(manner.put(base, path, () => trial));
}

const isWithin = (inner: Path, outer: Path): boolean =>
  inner.length > outer.length && outer.every((part, index) => inner[index] === part);

/** The message with a value at a place, whatever stood there or around it. */
export function withAt(message: Message, [name, ...rest]: Path, value: unknown): Message {
  if (name === undefined) return message;
  const set = (before: unknown): unknown => {
    if (rest.length === 0) return value;
    const [next] = rest;
    if (next === "0" && rest.length >= 1) {
      const [first = {}, ...more] = Array.isArray(before) ? (before as readonly unknown[]) : [];
      const inner = rest.slice(1);
      return [inner.length === 0 ? value : withAt(objectOr(first), inner, value), ...more];
    }
    return withAt(objectOr(before), rest, value);
  };
  return { ...message, [name]: set(message[name]) };
}

const objectOr = (value: unknown): Message =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Message) : {};
