/** The session under which the benchmark posts jobs. */
export const benchToken = 'bench-token-bench-token-bench-token-bench-1';
