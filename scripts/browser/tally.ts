/** Counts the documents at which the browser failed one after the other, and says when to stop trying. */
import { PrintError, type PrintProblem } from '../print/printer.ts'

export type Tally = {
  /** True when nothing is printed any more. */
  isHopeless(): boolean
  /** Throws PrintError when it is. */
  refuseIfHopeless(): void
  noteSuccess(): void
  /** Gives back what to throw for this document. */
  noteFailure(problem: PrintProblem): PrintError
  /** From now on everything is refused with this. */
  giveUp(problem: PrintProblem): PrintError
}

export function openTally(most: number): Tally {
  let inARow = 0
  let hopeless: PrintError | undefined
  const giveUp = (problem: PrintProblem): PrintError => {
    hopeless ??= new PrintError(problem)
    return hopeless
  }
  return {
    isHopeless: () => hopeless !== undefined,
    refuseIfHopeless() {
      if (hopeless !== undefined) throw hopeless
    },
    noteSuccess() {
      inARow = 0
    },
    noteFailure(problem) {
      inARow += 1
      if (inARow >= most)
        giveUp({
          ...problem,
          reach: 'build',
          message: `The browser failed at ${most} documents in a row and is not started again; what remains is not printed`,
        })
      return new PrintError(problem)
    },
    giveUp,
  }
}
