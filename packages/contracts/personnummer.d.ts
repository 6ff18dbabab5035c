// The package's own declarations describe a CommonJS namespace, but what `import` gives is the class itself.
declare module "personnummer" {
  const Personnummer: {
    /** Whether the digits are a personnummer or samordningsnummer. Twelve digits in: no clock is read. */
    valid(digits: string): boolean;
  };
  export default Personnummer;
}
