/** What help answers; each has a question and an answer among the messages. */
export const helpTopics = [
  "site",
  "open",
  "template",
  "gate",
  "figures",
  "missing",
  "interval",
  "roles",
  "keys",
] as const;
