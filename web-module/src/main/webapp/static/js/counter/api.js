/** Talks to the service in the name of one agent, and of nobody else. */

const TIMEOUT = 8000;
const LONGEST_AFTER = 60;

function retryAfter(response) {
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 1), LONGEST_AFTER) : undefined;
}

async function json(response) {
  const type = response.headers.get('Content-Type') ?? '';
  return /\bjson\b/.test(type) ? response.json() : null;
}

export class Api {
  #account;
  #token;
  #language;
  #scans;

  /** @param scans where scans are sent */
  constructor({ account, token, language, scans = '/api/v1/scans' }) {
    this.#account = account;
    this.#token = token;
    this.#language = language;
    this.#scans = scans;
  }

  /** Sends a scan, as the queue wants it answered. */
  async scan(request) {
    return this.#post(this.#scans, request);
  }

  /** Undoes a scan. */
  async undo(scanId) {
    return this.#post(`/api/v1/scans/${encodeURIComponent(scanId)}/undo`);
  }

  /** Says what is missing of the kit of a scan. */
  async kit(scanId, statement) {
    return this.#post(`/api/v1/scans/${encodeURIComponent(scanId)}/kit`, statement);
  }

  /** Tells the service something about a desk without network: `heard`, `left`, `operations`, `results`. */
  async offline(what, body) {
    return this.#post(`/api/v1/offline/${what}`, body);
  }

  /** Reads something as JSON; null if it can't be had now. */
  async get(path) {
    try {
      const response = await this.#fetch(path, { method: 'GET' });
      return response.ok ? await json(response) : null;
    } catch {
      return null;
    }
  }

  /**
   * Asks who is signed on, and takes a fresh token if it is our agent.
   *
   * @return `mine`, `otherAgent`, `signedOut` or `unreachable`
   */
  async refresh() {
    try {
      const response = await this.#fetch('/api/v1/session', { method: 'GET' });
      const session = response.ok ? await json(response) : null;
      if (session === null) {
        return response.status >= 500 || response.status === 429 ? 'unreachable' : 'signedOut';
      }
      if (session.accountId !== this.#account) {
        return 'otherAgent';
      }
      this.#token = session.csrfToken;
      return 'mine';
    } catch {
      return 'unreachable';
    }
  }

  async #post(path, body, again = false) {
    let response;
    let answer;
    try {
      response = await this.#fetch(path, {
        method: 'POST',
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      answer = await json(response);
    } catch {
      return { kind: 'unreachable' };
    }
    if (response.ok && answer !== null) {
      return { kind: 'answered', answer };
    }
    if ((response.status === 403 || response.status === 401) && !again) {
      // The token is not the one of today's session: ours, renewed, or somebody else's.
      const who = await this.refresh();
      return who === 'mine' ? this.#post(path, body, true) : { kind: who };
    }
    if (response.status === 404 && answer === null) {
      // Not our words: the server is up, the application is not yet, or a proxy answers for it.
      return { kind: 'unreachable' };
    }
    if (response.type === 'opaqueredirect' || response.status === 401 || response.ok) {
      return { kind: 'signedOut' };
    }
    if ([408, 425, 429, 502, 503, 504].includes(response.status)) {
      return { kind: 'unreachable', after: retryAfter(response) };
    }
    if (response.status >= 500) {
      return { kind: 'failed' };
    }
    return { kind: 'wrong', message: answer?.detail ?? answer?.title ?? '' };
  }

  #fetch(path, options) {
    const headers = { Accept: 'application/json', 'Accept-Language': this.#language };
    if (options.method === 'POST') {
      headers['X-CSRF-Token'] = this.#token;
      headers['Content-Type'] = 'application/json';
    }
    return fetch(path, {
      ...options,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
    });
  }
}
