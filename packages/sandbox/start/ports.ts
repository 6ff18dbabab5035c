/** The ports of a sandbox. All follow from the API's, so that a client's settings hold after a restart. */
export interface Ports {
  readonly port: number;
  /** Where AWS clients call. */
  readonly awsPort: number;
}

/** The last one that has another after it. */
export const lastPort = 65_534;

/** 0 takes any that are free. */
export const portsFrom = (port: number): Ports => ({ port, awsPort: port === 0 ? 0 : port + 1 });
