import type { RoleKey } from "@frontstep/domain/access";
import type { Language } from "@frontstep/domain/shared";

import type { Mail } from "#server/mail/send-mail.ts";

import { RESET_LINK_MINUTES } from "./account.store.ts";

/** How long an invitation holds. */
export const INVITATION_DAYS = 7;

/** Whom a letter about a password goes to, and the secret of its link. */
export interface ResetLink {
  readonly email: string;
  readonly name: string;
  readonly token: string;
  /** The server's public address. */
  readonly address: string;
  /** The `accept-language` of whoever asked. */
  readonly language: string | undefined;
}

/** The letter with the link that resets a password. */
export function resetLetter({ email, name, token, address, language }: ResetLink): Mail {
  const link = new URL(`/reset-password?token=${encodeURIComponent(token)}`, address).toString();
  const minutes = String(RESET_LINK_MINUTES);
  if (language?.toLowerCase().startsWith("es") === true) {
    return {
      to: email,
      subject: "Restablecer su contraseña de Frontstep",
      text: `Hola, ${name}:\n\nAlguien pidió restablecer la contraseña de esta cuenta. Si fue usted, elija una nueva aquí:\n\n${link}\n\nEl enlace funciona durante ${minutes} minutos y una sola vez. Si no fue usted, no haga nada: su contraseña sigue igual.\n`,
    };
  }
  return {
    to: email,
    subject: "Reset your Frontstep password",
    text: `Hello ${name},\n\nSomeone asked to reset the password of this account. If it was you, choose a new one here:\n\n${link}\n\nThe link works for ${minutes} minutes and once. If it was not you, do nothing: your password stays as it is.\n`,
  };
}

/** Whom an invitation goes to, to which role and place, and the secret of its link. */
export interface InvitationLink {
  readonly email: string;
  readonly role: RoleKey;
  readonly placeName: string;
  readonly invitedBy: string;
  readonly token: string;
  readonly address: string;
  readonly language: Language;
}

const ROLE_NAMES: Readonly<Record<Language, Readonly<Record<RoleKey, string>>>> = {
  en: {
    platformSteward: "platform steward",
    stateOfficial: "state official",
    cityAdministrator: "city administrator",
    cityEditor: "city editor",
    cityViewer: "city viewer",
    siteCoordinator: "site coordinator",
    partnerStaff: "partner staff",
    templateAuthor: "template author",
  },
  es: {
    platformSteward: "responsable de la plataforma",
    stateOfficial: "funcionario estatal",
    cityAdministrator: "administrador de la ciudad",
    cityEditor: "editor de la ciudad",
    cityViewer: "lector de la ciudad",
    siteCoordinator: "coordinador del sitio",
    partnerStaff: "personal de la organización",
    templateAuthor: "autor de plantillas",
  },
};

/** The letter with the link that accepts an invitation. */
export function invitationLetter(link: InvitationLink): Mail {
  const { email, placeName, invitedBy, language } = link;
  const role = ROLE_NAMES[language][link.role];
  const address = invitationAddress(link);
  const days = String(INVITATION_DAYS);
  if (language === "es") {
    return {
      to: email,
      subject: `Invitación a Frontstep: ${placeName}`,
      text: `${invitedBy} le invita a Frontstep como ${role}: ${placeName}.\n\nAcepte la invitación aquí:\n\n${address}\n\nEl enlace funciona durante ${days} días y una sola vez.\n`,
    };
  }
  return {
    to: email,
    subject: `Invitation to Frontstep: ${placeName}`,
    text: `${invitedBy} invites you to Frontstep as ${role}: ${placeName}.\n\nAccept the invitation here:\n\n${address}\n\nThe link works for ${days} days and once.\n`,
  };
}

/** Where an invitation is accepted. */
export function invitationAddress({ address, token }: Pick<InvitationLink, "address" | "token">): string {
  return new URL(`/accept-invitation?token=${encodeURIComponent(token)}`, address).toString();
}
