import { addYears, type CivilDate, isCivilDate } from "@hemvist/rules";

const form = /^(?<century>18|19|20)?(?<birth>\d{6})(?<sign>[-+])?(?<serial>\d{4})$/;
const centuries = ["18", "19", "20"];

interface Written {
  readonly century?: string;
  /** Six digits. */
  readonly birth: string;
  readonly sign?: string;
  /** Four digits, the last of them the check digit. */
  readonly serial: string;
}

/** Whether a text, as written, is a personnummer or samordningsnummer in some century. */
export function isIdentityNumber(text: string): boolean {
  const written = writtenIn(text);
  return written !== undefined && isIdentity(written);
}

/**
 * The number with its eight birth digits: twelve digits in all. A number of ten digits is read as case systems
 * write it on `on`: with `-` (or nothing) the person turns less than 100 that year, with `+` 100 or more.
 * @returns undefined where it is none in the century that it means, or its day of birth is after `on`
 */
export function twelveDigits(text: string, on: CivilDate): string | undefined {
  const number = numberIn(text, on);
  return number !== undefined && number.bornOn <= on ? number.digits : undefined;
}

/** Ours, in the contract. Decisions concern older people, and the number of a younger person is most often a date. */
const youngest = 15;

/**
 * Whether hemvist must refuse an id because it is a person's identity number: it validates as one, and its day of birth
 * lies 15 years or more before `on`. Ids are often made of a date and a running number, and one in ten of those
 * validates.
 */
export function isSomebodysNumber(id: string, on: CivilDate): boolean {
  const number = numberIn(id, on);
  return number !== undefined && number.bornOn <= addYears(on, -youngest);
}

/** Whether such a number stands somewhere in an id that is made of parts, such as a case number. */
export const holdsSomebodysNumber = (id: string, on: CivilDate): boolean =>
  inParts.some((written) => [...id.matchAll(written)].some(([, part = ""]) => isSomebodysNumber(part, on)));

// Twelve digits and ten, in pairs or together. Looked for from each place: other digits may stand before the number.
const inParts = [
  /(?<!\d)(?=((?:\d{2} ?){4}[-+]?\d{2} ?\d{2})(?!\d))/g,
  /(?<!\d)(?=((?:\d{2} ?){3}[-+]?\d{2} ?\d{2})(?!\d))/g,
];

/**
 * Whether a free text has an identity number in it, however it is written: with spaces, hyphens or full stops between
 * its year, month, day and last four digits, in pairs, or without.
 */
export function holdsIdentityNumber(text: string): boolean {
  const plain = isAscii(text)
    ? text
    : text
        .normalize("NFKC")
        .replaceAll(/\p{Cf}/gu, "")
        .replaceAll(dashes, "-");
  return [...plain.matchAll(anywhere)].some(({ groups = {} }) => {
    const { century, birth = "", serial = "" } = groups;
    return isIdentity({
      birth: birth.replaceAll(/\D/g, ""),
      serial: serial.replaceAll(" ", ""),
      ...(century ? { century } : {}),
    });
  });
}

// Looked for from each place: what looks like a number may have the true one in it.
const anywhere =
  /(?<!\d)(?=(?<century>18|19|20)?(?<birth>\d{2}[-./ ]?\d{2}[-./ ]?\d{2}) ?[-+./]? ?(?<serial>\d{2} ?\d{2})(?!\d))/g;

/** Nothing in it is written in two ways, and its only dash is `-`. Most texts are such, and need no look at Unicode. */
const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

const dashes = /[\p{Pd}\u2212]/gu;

/** A text as a number is written, its spaces left out and its dashes made one: they are read past. */
function writtenIn(text: string): Written | undefined {
  const plain = isAscii(text)
    ? text.replaceAll(" ", "")
    : text
        .normalize("NFKC")
        .replaceAll(/[\p{White_Space}\p{Cf}]/gu, "")
        .replaceAll(dashes, "-");
  const { century, birth, sign, serial } = form.exec(plain)?.groups ?? {};
  if (birth === undefined || serial === undefined) return undefined;
  return { birth, serial, ...(century ? { century } : {}), ...(sign ? { sign } : {}) };
}

/** @returns the number that a text means on a day, and the first day on which that person can have been born */
function numberIn(
  text: string,
  on: CivilDate,
): { readonly digits: string; readonly bornOn: CivilDate } | undefined {
  const written = writtenIn(text);
  if (written === undefined) return undefined;
  const { birth, serial } = written;
  const century = written.century ?? centuryOf(written, on);
  const bornOn = centuries.includes(century) ? firstDayOf(`${century}${birth}`) : undefined;
  if (bornOn === undefined || !isChecked(birth, serial)) return undefined;
  return { digits: `${century}${birth}${serial}`, bornOn };
}

const isIdentity = ({ century, birth, serial }: Written): boolean =>
  isChecked(birth, serial) &&
  (century ? [century] : centuries).some((one) => firstDayOf(`${one}${birth}`) !== undefined);

function centuryOf({ birth, sign }: Written, on: CivilDate): string {
  const year = Number(on.slice(0, 4));
  const yearOfCentury = Number(birth.slice(0, 2));
  const latest = Math.floor(year / 100) - (yearOfCentury > year % 100 ? 1 : 0);
  return String(sign === "+" ? latest - 1 : latest);
}

/**
 * The first day that eight birth digits can mean, or undefined where they mean none. A samordningsnummer has the day
 * plus 60, and 00 for a month or a day that is not known.
 */
function firstDayOf(digits: string): CivilDate | undefined {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), Number(digits.slice(6))];
  const isCoordination = day >= 60;
  const dayOfMonth = isCoordination ? day - 60 : day;
  if (isCoordination && month === "00") return dayOfMonth <= 31 ? `${year}-01-01` : undefined;
  const first = isCoordination && dayOfMonth === 0 ? 1 : dayOfMonth;
  const date = `${year}-${month}-${String(first).padStart(2, "0")}`;
  return isCivilDate(date) ? date : undefined;
}

/** The Luhn algorithm over ten digits. No serial is 000. */
function isChecked(birth: string, serial: string): boolean {
  if (serial.startsWith("000")) return false;
  let sum = 0;
  for (const [index, digit] of [...birth, ...serial].entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return sum % 10 === 0;
}
