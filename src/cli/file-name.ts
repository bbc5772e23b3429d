/** A variant's or a side's name as a part of a file's name: letters and digits of any script, hyphens for the rest. */
export function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}_.]+/gu, '-').replace(/^[-.]+|-+$/g, '') || 'unnamed'
}
