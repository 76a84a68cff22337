import { Link } from "@tanstack/react-router";
import { useText } from "#admin/i18n/use-text.ts";
import { Icon } from "#admin/ui/icon.tsx";
import type { SiteForm } from "./site-form.ts";

/** The steps of the guided form, in their order. */
export const openSiteSteps = ["design", "place", "launch", "people", "changes", "review"] as const;

export type OpenSiteStep = (typeof openSiteSteps)[number];

const isAnswered: Readonly<Record<OpenSiteStep, (form: SiteForm) => boolean>> = {
  design: (form) => Boolean(form.releaseId && form.jurisdictionId),
  place: (form) => Boolean(form.name),
  launch: (form) => Boolean(form.launchOn),
  people: (form) => form.owners !== undefined,
  changes: (form) => form.adaptations !== undefined,
  review: () => false,
};

interface StepListProps {
  current: OpenSiteStep;
  form: SiteForm;
  draftId: string | undefined;
}

/** Where one is in the form; what was answered is a link back to it. */
export function StepList({ current, form, draftId }: StepListProps) {
  const text = useText();
  return (
    <nav aria-label={text("sites.open.steps")} className="fs-steps">
      <ol className="fs-plain">
        {openSiteSteps.map((step, index) => {
          const isReachable =
            draftId !== undefined &&
            openSiteSteps.slice(0, index).every((earlier) => isAnswered[earlier](form));
          const label = (
            <>
              <span className="fs-steps__number">
                {isAnswered[step](form) ? (
                  <Icon name="done" label={text("sites.open.step.done")} />
                ) : (
                  index + 1
                )}
              </span>
              {text(`sites.open.step.${step}`)}
            </>
          );
          return (
            <li key={step}>
              {step === current || !isReachable ? (
                <span
                  className={step === current ? "fs-steps__current" : "fs-soft"}
                  aria-current={step === current ? "step" : undefined}
                >
                  {label}
                </span>
              ) : (
                <Link to="/sites/open" search={{ draft: draftId, step }}>
                  {label}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
