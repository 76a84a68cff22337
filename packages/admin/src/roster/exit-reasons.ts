/** Why somebody left a slot: codes, with nothing to write beside them. */
export const exitReasons = [
  "PROMOTION",
  "TRANSFER_ASKED",
  "TRANSFER_IMPOSED",
  "RETIREMENT",
  "LONG_LEAVE",
  "REMOVED",
  "OTHER",
] as const;
