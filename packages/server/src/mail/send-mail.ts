import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import nodemailer from "nodemailer";

/** A letter in plain text. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Sends a letter; fails when it could not be handed over. */
export type SendMail = (mail: Mail) => Promise<void>;

/** How letters leave the server. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password if the server asks for them. */
  readonly smtpUrl?: string | undefined;
  /** The sender, as in `Frontstep <frontstep@example.org>`. */
  readonly from: string;
  /** Without an SMTP server, where letters are kept as files. */
  readonly folder?: string | undefined;
  /** Without an SMTP server, told of each letter: in development, the log. */
  readonly onLetter?: ((mail: Mail) => void) | undefined;
}

/** Letters go by SMTP when a server is named, else into a folder and the log. */
export function mailSender(settings: MailSettings): SendMail {
  const { smtpUrl } = settings;
  return smtpUrl === undefined ? keepLetters(settings) : sendBySmtp(smtpUrl, settings.from);
}

function sendBySmtp(smtpUrl: string, from: string): SendMail {
  const transport = nodemailer.createTransport(smtpUrl, { from });
  return async (mail) => {
    await transport.sendMail(mail);
  };
}

function keepLetters({ folder, from, onLetter }: MailSettings): SendMail {
  let kept = 0;
  return async (mail) => {
    onLetter?.(mail);
    if (folder === undefined) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    kept += 1;
    const name = `${new Date().toISOString().replaceAll(":", "-")}-${String(kept)}.json`;
    await writeFile(join(folder, name), `${JSON.stringify({ from, ...mail }, null, 2)}\n`, { mode: 0o600 });
  };
}
