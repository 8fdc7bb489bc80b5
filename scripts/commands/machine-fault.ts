/** Errors that the machine causes, not the program: told in words, without a trace. */
export type MachineFault = { readonly message: string; readonly hint: string }

export function machineFault(error: unknown): MachineFault | undefined {
  if (isOutOfMemory(error))
    return {
      message: 'There is not enough memory',
      hint: 'build with `--jobs 1`, or raise the limit: `ulimit -v unlimited`',
    }
  if (isSystemError(error))
    return { message: error.message, hint: '`lectern doctor` shows what this machine lacks' }
  return undefined
}

/** V8 says so of a WebAssembly module, for which it reserves addresses by the gigabyte, and of a buffer. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof RangeError && /out of memory|allocation failed/i.test(error.message)
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'errno' in error
}
