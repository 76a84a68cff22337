import { lazy, Suspense, useEffect, useState } from "react";
import { useText } from "#admin/i18n/use-text.ts";
import type { Destination } from "#admin/palette/destination.ts";
import { Icon } from "#admin/ui/icon.tsx";

const Palette = lazy(() => import("./palette.tsx").then((module) => ({ default: module.Palette })));

/** Opens the palette by button or by Ctrl-K; it is loaded when first opened. */
export function PaletteButton({ pages }: { pages: readonly Destination[] }) {
  const text = useText();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, []);
  return (
    <>
      <button
        type="button"
        className="fs-header__button fs-header__search"
        onClick={() => {
          setIsOpen(true);
        }}
      >
        <Icon name="search" />
        {text("palette.open")}
        <kbd>Ctrl K</kbd>
      </button>
      {isOpen && (
        <Suspense>
          <Palette
            pages={pages}
            onClose={() => {
              setIsOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
