/** The largest file that is taken in, 100 MB: about a million rows. */
export const largestFile = 100 * 1024 * 1024;

/** The longest line or row, 1 MB: a longer one is a file without line ends, or an open quotation mark. */
export const longestLine = 1024 * 1024;

/** How many rows are looked at to find the header, to guess meanings and to show. */
export const sampledRows = 200;

/** How many rows are read and set beside what is held at a time. */
export const rowsPerBatch = 2_000;
