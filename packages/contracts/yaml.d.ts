// The OpenAPI document lies beside the bundle.
declare module "*.yaml" {
  const path: string;
  // biome-ignore lint/style/noDefaultExport: it is how the bundler gives a file's path
  export default path;
}
