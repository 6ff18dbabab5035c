/** The attribute of a message that holds its signature, both ways. */
export const signatureAttribute = (signature: string) => ({
  signature: { DataType: "String", StringValue: signature },
});
