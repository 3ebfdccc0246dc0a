/**
 * What a scan waits for: `waiting` its turn, `stuck` after failures, `kept` for the network, `sent`
 * and to be replayed, or `answered`.
 */
export const WAITING = 'waiting';
export const KEPT = 'kept';
export const SENT = 'sent';
export const STUCK = 'stuck';
export const ANSWERED = 'answered';
