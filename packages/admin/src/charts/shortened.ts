/** A label that has room for so many letters. Its end tells it from its neighbors, so its beginning is what goes. */
export function shortened(label: string, most: number): string {
  return label.length <= most ? label : `…${label.slice(label.length - Math.max(1, Math.floor(most) - 1))}`;
}
