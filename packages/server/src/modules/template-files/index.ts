/**
 * Template files: a template with its releases as one signed file, written and brought in; the keys that sign,
 * and the keys of others that people here decided to trust.
 */
export { checkTemplateFile, type FilePlan } from "./check-template-file.ts";
export { fileCryptography } from "./cryptography.ts";
export { exportTemplateFile } from "./export-template-file.ts";
export { importTemplateFile } from "./import-template-file.ts";
export { receiveTemplateFile } from "./receive-template-file.ts";
export { findOrganizationsNamed } from "./signing-key.store.ts";
export { serveTemplateFiles } from "./template-files.routes.ts";
