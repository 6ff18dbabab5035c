// The OpenAPI document is bundled as text.
declare module "*.yaml" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: it is how the bundler gives a file's text
  export default text;
}
