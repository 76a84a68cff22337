/** How Node.js runs the server. */
export const serverFlags: readonly string[];
