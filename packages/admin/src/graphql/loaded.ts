import type { ErrorLike } from "@apollo/client";

interface QueryResult<Data> {
  readonly data?: Data | undefined;
  readonly error?: ErrorLike | undefined;
}

/**
 * What a page's query brought, `undefined` while it is on its way. A refusal is thrown on to the
 * boundary around the page, which says what happened and keeps the menu.
 */
export function loaded<Data>({ data, error }: QueryResult<Data>): Data | undefined {
  if (error instanceof Error) throw error;
  if (error) throw new Error(error.message);
  return data;
}
