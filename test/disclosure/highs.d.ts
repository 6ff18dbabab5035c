/** What we call of HiGHS. The package's own types have no callable default export for an ECMAScript module. */
declare module "highs" {
  interface Model {
    readonly options: { set(values: Readonly<Record<string, boolean | number | string>>): void };
    changeColsCost(which: AllColumns, costs: readonly number[]): void;
    /** 0 is continuous, 1 is whole. */
    changeColsIntegrality(which: AllColumns, types: readonly number[]): void;
    run(): void;
    /** 7 is optimal. */
    getModelStatus(): number;
    getSolution(): { readonly colValue: Float64Array };
    dispose(): void;
  }

  interface AllColumns {
    readonly kind: "range";
    readonly from: number;
    readonly to: number;
  }

  interface ModelData {
    readonly numCols: number;
    readonly numRows: number;
    readonly colCost: readonly number[];
    readonly colLower: readonly number[];
    readonly colUpper: readonly number[];
    readonly rowLower: readonly number[];
    readonly rowUpper: readonly number[];
    readonly matrix: {
      readonly format: "csr";
      readonly numRows: number;
      readonly numCols: number;
      readonly starts: readonly number[];
      readonly indices: readonly number[];
      readonly values: readonly number[];
    };
  }

  export interface Highs {
    createModel(data: ModelData): Model;
  }

  export default function loadHighs(): Promise<Highs>;
}
