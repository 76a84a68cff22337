import { mergeMessages } from "./merge-messages.ts";

export const messages = mergeMessages(
  import.meta.glob<Record<string, string>>("../*/messages/en.json", { eager: true, import: "default" }),
);
