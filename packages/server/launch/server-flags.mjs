/**
 * How Node.js runs the server. By itself it lets the heap grow to several times what is used wherever memory is
 * plenty; a city's small machine is asked to hold other things as well.
 */
export const serverFlags = [
  "--disable-warning=ExperimentalWarning",
  "--max-semi-space-size=8",
  "--heap-growing-percent=40",
];
