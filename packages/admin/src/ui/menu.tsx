import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import "./menu.css";

/** A button that opens a small panel below it; Escape or a click elsewhere closes it. */
export function Menu({ label, children }: { label: ReactNode; children: ReactNode }) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event) => {
      const isEscape = event instanceof KeyboardEvent && event.key === "Escape";
      const isElsewhere = event.type === "pointerdown" && !place.current?.contains(event.target as Node);
      if (isEscape) place.current?.querySelector("button")?.focus();
      if (isEscape || isElsewhere) setIsOpen(false);
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("keydown", close);
    };
  }, [isOpen]);
  return (
    <div className="fs-menu-place" ref={place}>
      <button
        type="button"
        className="usa-button usa-button--outline fs-small-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        {label}
      </button>
      <div id={id} className="fs-menu-panel" hidden={!isOpen}>
        {children}
      </div>
    </div>
  );
}
