/** The RFC of a company is a character shorter than that of a person. */
export function isCompanyRfc(rfc: string): boolean {
  return Array.from(rfc).length === 12;
}
