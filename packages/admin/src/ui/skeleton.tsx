import { type ReactNode, useEffect, useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import "./skeleton.css";

/** Nothing for the first 300 milliseconds: most answers are there by then, and a flash is noise. */
export function AfterMoment({ children }: { children: ReactNode }) {
  const [isTime, setIsTime] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsTime(true);
    }, 300);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return isTime ? children : null;
}

/** The shape of what is coming, in `lines` gray bars. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const text = useText();
  return (
    <AfterMoment>
      <div role="status" className="fs-skeleton">
        <span className="fs-visually-hidden">{text("ui.loading")}</span>
        {Array.from({ length: lines }, (_, index) => (
          <span key={index} className="fs-skeleton__bar" />
        ))}
      </div>
    </AfterMoment>
  );
}

export function PageSkeleton() {
  return (
    <div className="fs-page">
      <Skeleton lines={8} />
    </div>
  );
}
