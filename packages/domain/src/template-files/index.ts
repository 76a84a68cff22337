/**
 * A template file carries a template with its releases from one Frontstep to another: one JSON document in
 * canonical form, each release signed by the organization that published it. The same releases are the same
 * bytes wherever they are exported, and no byte can be changed unnoticed.
 */
export { fileNotUtf8, fileTooLarge } from "./file-finding.ts";
export { largestTemplateFile } from "./file-limits.ts";
export { showFingerprint, type ShownFingerprint } from "./fingerprint.ts";
export { templateFileFormat } from "./parse-template-file.ts";
export { readTemplateFile, type FileReading, type ReadTemplateFile } from "./read-template-file.ts";
export {
  type FileCryptography,
  type FileRelease,
  type PublicKey,
  type TemplateFile,
  type UnsignedRelease,
} from "./template-file.ts";
export { signedText, writeTemplateFile } from "./write-template-file.ts";
