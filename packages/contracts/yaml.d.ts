// The bundler lays a YAML file beside the bundle, and exports its path as the default.
declare module "*.yaml" {
  const path: string;
  export default path;
}
