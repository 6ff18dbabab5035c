/** A message's data in the envelope that its queue takes. */
export const enveloped = (happening: string, data: unknown) => ({
  specversion: "1.0",
  type: `se.goteborg.hemvist.${happening}.v1`,
  data,
});
