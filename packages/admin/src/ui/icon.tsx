/** Our few icons, drawn in one weight on a grid of 24. */
const paths = {
  note: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1 5h2v2h-2V7Zm0 4h2v6h-2v-6Z",
  done: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.6 14.4-4-4 1.5-1.5 2.5 2.6 5.7-5.8 1.5 1.5-7.2 7.2Z",
  warning: "M12 2.5 1 21.5h22L12 2.5Zm-1 7h2v6h-2v-6Zm0 7.5h2v2h-2v-2Z",
  problem: "M8 2h8l6 6v8l-6 6H8l-6-6V8l6-6Zm3 5v7h2V7h-2Zm0 8.5v2h2v-2h-2Z",
  open: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Z",
  partly: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2.5v15a7.5 7.5 0 0 1 0-15Z",
  waiting: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm1 10.6 4 2.4-1 1.6-5-3V6h2v6.6Z",
  blocked: "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20ZM6.5 10.7h11v2.6h-11v-2.6Z",
  skipped: "M5 11h14v2H5z",
  search: "M10 3a7 7 0 1 0 4.3 12.5l5 5 1.4-1.4-5-5A7 7 0 0 0 10 3Zm0 2a5 5 0 1 1 0 10 5 5 0 0 1 0-10Z",
  close: "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4 6.4 5Z",
  up: "m12 6 7 8H5l7-8Z",
  down: "m12 18-7-8h14l-7 8Z",
  both: "m12 4 5 6H7l5-6Zm0 16-5-6h10l-5 6Z",
  person: "M12 3a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9Zm0 11c5 0 8 2.4 8 5v2H4v-2c0-2.6 3-5 8-5Z",
  place:
    "M12 2a7 7 0 0 1 7 7c0 5-7 13-7 13S5 14 5 9a7 7 0 0 1 7-7Zm0 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z",
  download: "M11 3h2v9.2l3.3-3.3 1.4 1.4L12 16l-5.7-5.7 1.4-1.4 3.3 3.3V3ZM4 18h16v2.5H4V18Z",
} as const;

export type IconName = keyof typeof paths;

/** An icon beside its word needs no label; one that stands alone does. */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <svg
      className="fs-icon"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="currentColor"
      focusable="false"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <path d={paths[name]} />
    </svg>
  );
}
