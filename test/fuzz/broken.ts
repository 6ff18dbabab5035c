import type { Seeded } from "../simulation/world/seeded.ts";
import { isJson } from "./json.ts";

/** Values that no schema here takes, or that read like something else somewhere else. */
const hostile: readonly [unknown, ...unknown[]] = [
  null,
  true,
  -1,
  0,
  1.5,
  2 ** 53,
  -(2 ** 63),
  "",
  " ",
  "\u0000",
  "\ud800",
  "\ufffd",
  "ÅÄÖ 😀",
  "../../etc/passwd",
  "' OR '1'='1",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "%00%0a%0d",
  "x".repeat(1000),
  "9999-99-99",
  "2026-02-30",
  "0000-00-00",
  "18900118-9803",
  [],
  {},
  [[[[[[]]]]]],
  Array(200).fill({}),
  { toString: 1, constructor: 2, __proto__: null },
];

/** A message with one place in it spoilt: another value, one field more, one less, or the same under another name. */
export function spoilt(message: unknown, chance: Seeded): unknown {
  if (Array.isArray(message) && message.length > 0 && chance.chance(0.8)) {
    const at = chance.below(message.length);
    return message.map((one, index) => (index === at ? spoilt(one, chance) : one));
  }
  if (!isJson(message) || chance.chance(0.15)) return chance.pick(hostile);
  const names = Object.keys(message);
  const name = names[chance.below(names.length)] ?? "";
  const { [name]: value, ...others } = message;
  switch (chance.below(6)) {
    case 0:
      return others;
    case 1:
      return { ...message, [`${name}s`]: value };
    case 2:
      return {
        ...message,
        [chance.pick(["__proto__", "constructor", "$ref", "", "ä", name.toUpperCase()])]: value,
      };
    default:
      return { ...message, [name]: spoilt(value, chance) };
  }
}

/** A text with something wrong in how it is written. */
export function miswritten(text: string, chance: Seeded): string | Uint8Array<ArrayBuffer> {
  const cut = chance.below(Math.max(1, text.length));
  switch (chance.below(11)) {
    case 0:
      return "";
    case 1:
      return text.slice(0, cut);
    case 2:
      return `${text}${text}`;
    case 3:
      return `${"[".repeat(5000)}${"]".repeat(5000)}`;
    case 4:
      return text.replace(/:/, ":1e400,");
    case 5:
      return text.replaceAll('"', "'");
    case 6:
      return Uint8Array.from(Buffer.from(text, "utf16le"));
    case 7:
      return Uint8Array.from([
        ...Buffer.from(text.slice(0, cut)),
        0xff,
        0xfe,
        0xc3,
        0x28,
        ...Buffer.from(text.slice(cut)),
      ]);
    case 8:
      // A name that stands twice.
      return text.replace(/^\{("[^"]+":)/, "{$1null,$1");
    case 9:
      return text.padEnd(64 * 1024 + chance.below(2), " ");
    default:
      return text.padEnd(65_600 + chance.below(200_000), " ");
  }
}

/** A name in a path that is not one of ours. */
export const strangeName = (chance: Seeded): string =>
  chance.pick([
    "%00",
    "%2e%2e%2f",
    "%",
    "%E0%A4%A",
    "a.b.c",
    "sf-centrum..1",
    "constructor",
    "__proto__",
    "%20",
    "x".repeat(257),
    "sf-centrum.FZCE-1.1/../2",
    "*",
    "%F0%9F%98%80",
    "self-check.self-check.self-check",
    "decoy.decoy.1",
  ]);
