/**
 * The one object for testers: `globalThis.vitrine`. Parts add to it only when the address asks for it (`?stats`,
 * `?xr=emulate`).
 */
export function addToDebugNamespace(members: Readonly<Record<string, unknown>>): void {
  const scope: { vitrine?: Record<string, unknown> } = globalThis as { vitrine?: Record<string, unknown> }
  scope.vitrine = Object.assign(scope.vitrine ?? {}, members)
}
