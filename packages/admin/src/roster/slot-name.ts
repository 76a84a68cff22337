import type { TextOf } from "#admin/i18n/use-text.ts";

interface NamedSlot {
  readonly positionTitle: string;
  readonly slot: number;
  readonly hasSeveralSlots: boolean;
}

/** What a slot is called: its position, with a number where there are several. */
export function slotName({ positionTitle, slot, hasSeveralSlots }: NamedSlot, text: TextOf): string {
  return hasSeveralSlots ? text("roster.slot.numbered", { title: positionTitle, slot }) : positionTitle;
}
