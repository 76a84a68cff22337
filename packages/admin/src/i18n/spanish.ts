import { mergeMessages } from "./merge-messages.ts";

export const messages = mergeMessages(
  import.meta.glob<Record<string, string>>("../*/messages/es.json", { eager: true, import: "default" }),
);
