import configuration, { foldersDoNotCircle } from "./.dependency-cruiser.js";

/**
 * The list of all resolvers reaches every module, and every module reaches the foundation: seen
 * through them, everything circles. So the folders of concepts are judged among themselves.
 */
export default {
  forbidden: [foldersDoNotCircle],
  options: {
    ...configuration.options,
    includeOnly: { path: "^packages/(domain/src|server/src/modules|admin/src)/[^/]+/[^/]+" },
    exclude: { path: "[.]test[.]tsx?$" },
    cache: false,
  },
};
