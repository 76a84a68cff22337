import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import { useSession } from "#admin/session/actor.ts";
import { Icon } from "#admin/ui/icon.tsx";
import "./tour.css";

const storageKey = "frontstep.tour";

const steps = [
  { key: "needs", to: "/" },
  { key: "site", to: "/sites" },
  { key: "template", to: "/templates" },
  { key: "compare", to: "/compare" },
  { key: "search", to: "/help" },
] as const;

/** Five steps around the sample state, for who sees it first; closed once, it stays closed. */
export function TourCard() {
  const text = useText();
  const { actor } = useSession();
  const [step, setStep] = useState(0);
  const [isClosed, setIsClosed] = useState(() => localStorage.getItem(storageKey) === "done");
  const current = steps[step];
  if (isClosed || !current || !isOfSample(actor?.email)) return null;
  const close = () => {
    localStorage.setItem(storageKey, "done");
    setIsClosed(true);
  };
  const isLast = step === steps.length - 1;
  return (
    <aside className="fs-tour" aria-label={text("tour.title", { step: step + 1, count: steps.length })}>
      <div className="fs-row fs-row--apart">
        <span className="fs-soft">{text("tour.title", { step: step + 1, count: steps.length })}</span>
        <button type="button" className="fs-tour__close" onClick={close}>
          <Icon name="close" label={text("tour.dismiss")} />
        </button>
      </div>
      <h2>{text(`tour.${current.key}.title`)}</h2>
      <p>{text(`tour.${current.key}.text`)}</p>
      <div className="fs-row">
        {current.to !== "/" && <Link to={current.to}>{text("tour.go")}</Link>}
        {step > 0 && (
          <button
            type="button"
            className="usa-button usa-button--outline fs-small-button"
            onClick={() => {
              setStep(step - 1);
            }}
          >
            {text("tour.back")}
          </button>
        )}
        <button
          type="button"
          className="usa-button fs-small-button"
          onClick={() => {
            if (isLast) close();
            else setStep(step + 1);
          }}
        >
          {text(isLast ? "tour.done" : "tour.next")}
        </button>
      </div>
    </aside>
  );
}

/** Sample accounts, and no others, have addresses of the domain that is kept for examples. */
function isOfSample(email: string | undefined): boolean {
  return email?.endsWith(".example.org") ?? false;
}
