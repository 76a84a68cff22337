import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { languages } from "#admin/i18n/language.ts";
import { useLanguage } from "#admin/i18n/language-provider.tsx";
import { useText } from "#admin/i18n/use-text.ts";
import { type Actor, useSession } from "#admin/session/actor.ts";
import { hats } from "#admin/session/hat.ts";
import { useSignOut } from "#admin/session/use-sign-out.ts";

/** Language, hat, and the way out. */
export function AccountBar() {
  const text = useText();
  const { actor } = useSession();
  return (
    <div className="fs-account">
      {actor && actor.hats.length > 1 && <HatSwitch actor={actor} />}
      {actor && (
        <Link to="/help" className="fs-header__person">
          {text("help.title")}
        </Link>
      )}
      <LanguageSwitch />
      {actor && <Person actor={actor} />}
    </div>
  );
}

function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other = languages.find((each) => each !== language) ?? "en";
  return (
    <button
      type="button"
      className="fs-header__button"
      lang={other}
      onClick={() => {
        choose(other);
      }}
    >
      {other === "es" ? "Español" : "English"}
    </button>
  );
}

function HatSwitch({ actor }: { actor: Actor }) {
  const text = useText();
  const id = useId();
  const { wearHat } = useSession();
  return (
    <span className="fs-row">
      <label htmlFor={id} className="fs-visually-hidden">
        {text("shell.hat.label")}
      </label>
      <select
        id={id}
        className="fs-header__select"
        value={actor.hat}
        onChange={(event) => {
          const hat = hats.find((each) => each === event.target.value);
          if (hat) void wearHat(hat);
        }}
      >
        {actor.hats.map((hat) => (
          <option key={hat} value={hat}>
            {text(`shell.hat.${hat}`)}
          </option>
        ))}
      </select>
    </span>
  );
}

function Person({ actor }: { actor: Actor }) {
  const text = useText();
  const signOut = useSignOut();
  return (
    <>
      <Link to="/calendar" className="fs-header__person" title={actor.email}>
        {actor.name}
        <span className="fs-visually-hidden">: {text("reminders.title")}</span>
      </Link>
      <button type="button" className="fs-header__button" onClick={() => void signOut()}>
        {text("shell.signOut")}
      </button>
    </>
  );
}
