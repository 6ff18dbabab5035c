import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BundledPackage } from "./bundled-packages.ts";

/**
 * The licences that a package in a bundle may have. Each lets its code be part of a work under the EUPL-1.2, and asks
 * for no more than that its notice goes along. A licence that reaches the whole work (GPL, AGPL) is not among them, nor
 * is one that restricts use.
 */
export const allowedLicences: readonly string[] = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
];

/** The packages that must not be in a bundle. */
export const notAllowed = (packages: readonly BundledPackage[]): readonly BundledPackage[] =>
  packages.filter(({ licence }) => !allowedLicences.includes(licence));

const rule = `\n\n${"=".repeat(80)}\n\n`;

/**
 * The notices that the licences ask for, each text once, with the packages that it is of.
 * @throws Error for a package without a licence text or a line that says who holds its copyright
 */
export async function licenceTexts(packages: readonly BundledPackage[]): Promise<string> {
  const notices = await Promise.all(packages.map(async (its) => ({ its, notice: await noticeOf(its) })));
  const sections = [...Map.groupBy(notices, ({ notice }) => notice)].map(
    ([notice, group]) =>
      `${group.map(({ its: { name, version, licence } }) => `${name} ${version} (${licence})`).join("\n")}\n\n${notice}`,
  );
  return `${[heading, ...sections].join(rule)}\n`;
}

const heading = `hemvist is licensed under the EUPL-1.2. Its bundles carry code of the packages below, each under
its own licence. A person who passes a bundle on passes this file on with it.`;

async function noticeOf({ name, licence, folder }: BundledPackage): Promise<string> {
  const files = await readdir(folder);
  const file = files.find((one) => /^licen[cs]e(\.(md|txt))?$/i.test(one));
  const notice = files.find((one) => /^notice(\.(md|txt))?$/i.test(one));
  const texts = [
    ...(file === undefined ? [await withoutFile({ name, licence, folder })] : [await textOf(folder, file)]),
    ...(notice === undefined ? [] : [ownPartOf(await textOf(folder, notice))]),
  ];
  return texts.join("\n\n");
}

const textOf = async (folder: string, file: string): Promise<string> =>
  (await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n").trim();

/** A NOTICE begins with the package's own. After a line, those of packages follow that a deployment does not carry. */
const ownPartOf = (notice: string): string => (notice.split(/\n-{10,}\n/)[0] ?? "").trim();

/** The package's README names the holder of the copyright, and the licence's text is known. */
async function withoutFile({
  name,
  licence,
  folder,
}: Pick<BundledPackage, "name" | "licence" | "folder">): Promise<string> {
  if (licence === "MIT-0") return "MIT No Attribution. The licence asks for no notice.";
  const readme = await textOf(folder, "README.md");
  const [holder] = /copyright \(c\) .*$/im.exec(readme.replaceAll(/\[([^\]]+)\]\([^)]+\)/g, "$1")) ?? [];
  if (licence !== "MIT" || holder === undefined) throw new Error(`${name} has no licence text`);
  return `MIT License\n\n${holder}\n\n${mit}`;
}

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.`;
