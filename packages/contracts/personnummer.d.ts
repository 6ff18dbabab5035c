// The package's own declarations describe a CommonJS namespace, but what `import` gives is the class itself.
declare module "personnummer" {
  const Personnummer: {
    /** Whether the digits are a personnummer or samordningsnummer. Twelve digits in: no clock is read. */
    valid(digits: string): boolean;
  };
  // biome-ignore lint/style/noDefaultExport: it is how the package exports it
  export default Personnummer;
}
