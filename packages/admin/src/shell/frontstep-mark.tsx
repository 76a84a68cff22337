/** The mark: a door, and the two steps in front of it. */
export function FrontstepMark() {
  return (
    <svg className="fs-mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
      <path d="M11 4h10v12H11z" fill="#fff" />
      <circle cx="18.6" cy="10.4" r="1.1" fill="#0f5257" />
      <path d="M8 17.6h16v3.6H8z" fill="#ffbe2e" />
      <path d="M4.5 22.4h23V26h-23z" fill="#ffbe2e" />
    </svg>
  );
}
