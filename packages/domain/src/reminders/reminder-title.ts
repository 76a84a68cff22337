import type { Language } from "../shared/index.ts";
import type { ReminderDay, ReminderKind } from "./reminder.ts";

const words: Readonly<Record<Language, Readonly<Record<ReminderKind, string>>>> = {
  en: {
    commitmentEnds: "Commitment ends",
    agreementLapses: "Agreement lapses",
    noticeEnds: "Last day to give notice",
    trainingExpires: "Training expires",
    itemDue: "Checklist item due",
    reportDue: "Report of a delivery due",
  },
  es: {
    commitmentEnds: "Termina el compromiso",
    agreementLapses: "Vence el acuerdo",
    noticeEnds: "Último día para dar aviso",
    trainingExpires: "Vence la capacitación",
    itemDue: "Vence una tarea de la lista",
    reportDue: "Vence el informe de una entrega",
  },
};

const ahead: Readonly<Record<Language, (days: number) => string>> = {
  en: (days) => `In ${String(days)} days`,
  es: (days) => `En ${String(days)} días`,
};

/**
 * One day of a reminder in a line. It does not depend on when it is read.
 *
 * @example "Agreement lapses: Neighbors Together, Harbor Homes", and 30 days before
 *   "In 30 days: Agreement lapses: Neighbors Together, Harbor Homes"
 */
export function reminderTitle({ daysBefore, reminder }: ReminderDay, language: Language): string {
  const { kind, subject, siteName } = reminder;
  const line = `${words[language][kind]}: ${subject}, ${siteName}`;
  return daysBefore === 0 ? line : `${ahead[language](daysBefore)}: ${line}`;
}
