/**
 * Imports: files taken in, from upload through dry run to receipt and undo. What rows mean is in `domain/imports`.
 */
export { applyImport } from "./apply-import.ts";
export { checkImport } from "./check-import.ts";
export { chooseMapping, importFindings, requireImport } from "./import.reads.ts";
export type { ImportRecord } from "./import.store.ts";
export { receiveUpload } from "./receive-upload.ts";
export { type ImportService, serveImports } from "./serve-imports.ts";
