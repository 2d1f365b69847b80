/** What was seen of the way to the portal, and of other sites to compare it with. */

/** One polite GET, without cookies, of a public page of a host. */
export interface ProbeFacts {
  host: string;
  /** Net error without `ERR_`. */
  net?: string;
  http?: number;
  redirect?: 'offsite';
  milliseconds: number;
  /** Milliseconds that the host's clock is ahead of this computer's, by its `Date`. */
  clockOffset?: number;
  /** What the one before came to, some minutes ago, when it had broken off. */
  brokeBefore?: { net?: string; http?: number };
}

/** One GET of a public site where nothing is allowed to us: what it answers is hidden. */
export interface ControlFacts {
  /** `late`: not yet, when nobody could wait any longer; it may answer still. */
  answer: 'yes' | 'no' | 'late';
  /** Until it answered or failed; or how long it was waited for. */
  milliseconds: number;
}

export interface NetworkFacts {
  online: boolean;
  portal: ProbeFacts;
  widget?: ProbeFacts;
  /** Asked only when the connection could be the cause. */
  control?: ControlFacts;
  /** The public site of the other authority, SAT or IMSS; asked when `control` is, where it may be. */
  neighbour?: ProbeFacts;
  /** It would have been asked, but the person has not let us in there. */
  lacksNeighbour?: true;
}

/** How the portal's sign-in page answered in the last minutes, in any tab. */
export interface AnswersFacts {
  /** Times that it broke off. */
  broken: number;
  /** It came whole after one that had broken off. */
  cameBack: boolean;
}
