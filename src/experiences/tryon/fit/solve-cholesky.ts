/**
 * Solves A x = b in place for a symmetric positive definite A (n × n, row-major, lower triangle read and overwritten); b becomes x.
 *
 * @returns whether A was positive definite
 */
export function solveCholesky(A: Float64Array, b: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = A[n * i + j] as number
      for (let k = 0; k < j; k++) sum -= (A[n * i + k] as number) * (A[n * j + k] as number)
      if (i === j) {
        if (!(sum > 0)) return false
        A[n * i + i] = Math.sqrt(sum)
      } else {
        A[n * i + j] = sum / (A[n * j + j] as number)
      }
    }
  }
  for (let i = 0; i < n; i++) {
    let sum = b[i] as number
    for (let k = 0; k < i; k++) sum -= (A[n * i + k] as number) * (b[k] as number)
    b[i] = sum / (A[n * i + i] as number)
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i] as number
    for (let k = i + 1; k < n; k++) sum -= (A[n * k + i] as number) * (b[k] as number)
    b[i] = sum / (A[n * i + i] as number)
  }
  return true
}
