/** One check of the source taken out: what the check is, and what stands in its place. */
export interface Mutant {
  /** File and number in it: the switch that takes it out. */
  id: string;
  /** From the root of the project, with slashes. */
  file: string;
  line: number;
  /** The function or constant that it stands in. */
  within: string;
  /** The check as it is written, and what becomes of it. */
  text: string;
}

/** What one test has to do with mutants, by their ids. */
export interface MutantsOfTest {
  reached: readonly string[];
  noticed: readonly string[];
}

/** What is put around a piece of the source. */
export interface Edit {
  start: number;
  end: number;
  before: string;
  after: string;
}
