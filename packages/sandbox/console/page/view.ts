/** One of the page's views. */
export interface View {
  /** What the address has after `#/`. */
  readonly path: string;
  readonly title: string;
  /** Whether the navigation names it. */
  readonly isListed: boolean;
  /** Builds the view once. What it gives brings it up to date, as often as something has changed. */
  readonly open: (
    main: HTMLElement,
    argument: string,
    entitle: (title: string) => void,
  ) => () => Promise<void>;
}
