import { type Municipality, typeOf } from "@hemvist/rules";

/** A message's data in the envelope that its queue takes, as the parties of one municipality write it. */
export const envelopesOf =
  (municipality: Municipality) =>
  (happening: string, data: unknown): object => ({
    specversion: "1.0",
    type: typeOf(municipality, happening),
    data,
  });

export type Enveloped = ReturnType<typeof envelopesOf>;
