import type { CivilDate } from "@hemvist/rules";
import Personnummer from "personnummer";

const form = /^(?<century>\d{2})?(?<birth>\d{6})(?<sign>[-+])?(?<serial>\d{4})$/;

/** Whether a text, as written, is a personnummer or samordningsnummer in some century. */
export function isIdentityNumber(text: string): boolean {
  const { century, birth, serial } = form.exec(text)?.groups ?? {};
  if (birth === undefined || serial === undefined) return false;
  const centuries = century ? [century] : ["18", "19", "20"];
  return centuries.some((digits) => Personnummer.valid(`${digits}${birth}${serial}`));
}

/**
 * The number with its eight birth digits: twelve digits in all. A number of ten digits is read as case systems
 * write it on `on`: with `-` (or nothing) the person turns less than 100 that year, with `+` 100 or more.
 * @param text one that is an identity number in some century
 * @returns undefined where it is none in the century that it means
 */
export function twelveDigits(text: string, on: CivilDate): string | undefined {
  const { century, birth, sign, serial } = form.exec(text)?.groups ?? {};
  if (birth === undefined || serial === undefined) return undefined;
  if (century !== undefined) return `${century}${birth}${serial}`;
  const digits = `${centuryOf(birth, { sign, on })}${birth}${serial}`;
  return Personnummer.valid(digits) ? digits : undefined;
}

function centuryOf(birth: string, { sign, on }: { sign: string | undefined; on: CivilDate }): number {
  const year = Number(on.slice(0, 4));
  const yearOfCentury = Number(birth.slice(0, 2));
  const latest = Math.floor(year / 100) - (yearOfCentury > year % 100 ? 1 : 0);
  return sign === "+" ? latest - 1 : latest;
}
