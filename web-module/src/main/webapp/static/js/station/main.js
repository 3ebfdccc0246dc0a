/**
 * A station where one scans along shelves (an inventory, a slip): the counter's queue, scanner, sounds and list, for one kind of scan.
 * No scan is lost, what is not sent stays in sight, and nothing takes the focus away.
 */
import { alone } from '../counter/alone.js';
import { Api } from '../counter/api.js';
import { Connection } from '../counter/connection.js';
import { endSession, keepDesk, keepSession, openDesk, openSession } from '../counter/desk.js';
import { h, useIcons } from '../counter/dom.js';
import { Lines } from '../counter/lines.js';
import { Notices } from '../counter/notices.js';
import { Panel, spoken, summary } from '../counter/panel.js';
import { ANSWERED, Queue, STUCK } from '../counter/queue.js';
import { newId, shorten } from '../counter/scan.js';
import { Sounds } from '../counter/sounds.js';
import { openStore } from '../counter/store.js';
import { count as sayCount, say, useTexts } from '../counter/texts.js';
import { listen } from '../counter/wedge.js';
import { refresh as refreshProgress } from './follow.js';

const MOST_PASTED = 500;
/** After an answer the progress is asked for when nothing else came for so long, in milliseconds. */
const CALM = 700;

const root = document.getElementById('counter');
const part = (id) => document.getElementById(id);
const { account, accountName, key, scans, csrf, language, now } = root.dataset;
const owner = `${account}@${key}`;

useTexts(part('counter-texts'), language);
useIcons(root.dataset.icons);

const api = new Api({ account, token: csrf, language, scans });
const desk = openDesk();
const sounds = new Sounds(desk);
const session = openSession(owner, now);
const notices = new Notices(part('notices'));
const code = part('code');
const alarmed = new Set();
let queue = null;
let connection = null;
let lines = null;
let panel = null;
let calm = 0;
let ready = false;

/** Codes that were read before the page was ready; null when nothing may be scanned here. */
let early = [];

function take(text) {
  if (early === null) {
    sounds.play('REFUSED');
    notices.show('elsewhere', 'refused', say('notice.elsewhere.scan', shorten(text)));
  } else if (!ready) {
    early.push(text);
  } else if (text.trim() === '') {
    sounds.play('REFUSED');
    notices.show('empty', 'refused', say('notice.empty'));
  } else {
    notices.clear('empty');
    queue.add({
      request: { scanId: newId(), code: text, scannedAt: new Date().toISOString() },
      ownerName: accountName,
      session: session.startedAt,
    });
    if (!connection.isReady) {
      sounds.play('WARNING');
    }
  }
}

/** An answer as the counter's list and panel show it: no pupil, nothing to choose. */
async function send(request) {
  const result = await api.scan(request);
  if (result.kind === 'answered') {
    const { device } = result.answer;
    result.answer = {
      ...result.answer, choices: [], loan: null, pupil: null,
      device: device && { ...device, accessories: [], storage: null },
    };
  }
  return result;
}

function tell(scan, outcome) {
  panel.show(scan, true);
  sounds.play(outcome);
  const region = part('spoken');
  const text = spoken(scan);
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}

function changed(scan) {
  if (scan) {
    const isNew = lines.update(scan);
    if (scan.state === STUCK && !alarmed.has(scan.request.scanId)) {
      alarmed.add(scan.request.scanId);
      tell(scan, 'REFUSED');
    } else if (isNew || scan === panel.shown) {
      panel.show(scan, queue.state === 'ready');
    }
    if (scan.unkept) {
      notices.show('unkept', 'warning', say('notice.unkept'));
    }
  }
  sum();
}

function answered(scan) {
  session.counts[scan.answer.outcome] += 1;
  keepSession(owner, session);
  lines.update(scan);
  tell(scan, scan.answer.outcome);
  sum();
  clearTimeout(calm);
  calm = setTimeout(() => refreshProgress(), CALM);
}

function sum() {
  const { unanswered } = queue;
  part('summary').textContent = summary(session.counts, unanswered);
  const isEmpty = part('lines').childElementCount === 0;
  part('lines-empty').hidden = !isEmpty;
  part('lines-table').hidden = isEmpty;
  if (unanswered === 0) {
    notices.clear('end');
  }
  connection.refresh();
}

function submitTyped() {
  const text = code.value;
  code.value = '';
  take(text);
}

function paste(event) {
  const several = event.clipboardData.getData('text').split(/[\r\n\t]+/).filter((line) => line.trim() !== '');
  if (several.length > 1) {
    event.preventDefault();
    if (several.length > MOST_PASTED) {
      sounds.play('REFUSED');
      notices.show('paste', 'refused', say('notice.paste', several.length, MOST_PASTED));
    } else {
      notices.clear('paste');
      several.forEach(take);
    }
  }
}

/** The agent is through: only when nothing waits on this station any more. */
async function finish(event) {
  event.preventDefault();
  if (queue.unanswered > 0) {
    sounds.play('WARNING');
    notices.show('end', 'warning', sayCount('notice.end', queue.unanswered));
    return;
  }
  await queue.forgetAnswered();
  endSession(owner);
  event.target.submit();
}

async function start() {
  const made = new Queue({ store: await openStore(), owner, send, changed, answered });
  queue = made;
  connection = new Connection({ api, queue, notices, sounds, agent: accountName });
  const retry = (scan) => { alarmed.delete(scan.request.scanId); queue.retry(scan.request.scanId); };
  panel = new Panel(part('panel'), {
    retry,
    choose: () => {},
    discard: async (scan) => {
      await queue.discard(scan.request.scanId);
      lines.remove(scan.request.scanId);
      panel.idle(say('idle'), say('idle.text'));
      sum();
    },
  });
  lines = new Lines(part('lines'), { open: (scan) => panel.show(scan, false), retry });
  await queue.open();
  lines.reset(queue.scans.filter((scan) => scan.session === session.startedAt || scan.state !== ANSWERED));
  keepSession(owner, session);
  bind();
  sum();
  ready = true;
  const codes = early;
  early = [];
  codes.forEach(take);
  root.classList.add('ready');
}

function bind() {
  const check = () => connection.check();
  code.addEventListener('paste', paste);
  part('finish').addEventListener('submit', finish);
  part('camera').addEventListener('click', async () => {
    const { toggleCamera } = await import('../counter/camera.js');
    toggleCamera({ box: part('camera-box'), button: part('camera'), zxing: root.dataset.zxing, scan: take });
  });
  const volume = part('volume');
  volume.value = String(desk.volume * 100);
  volume.addEventListener('change', () => { desk.volume = Number(volume.value) / 100; keepDesk(desk); sounds.play('OK'); });
  const muted = part('muted');
  muted.checked = desk.muted;
  muted.addEventListener('change', () => { desk.muted = muted.checked; keepDesk(desk); });
  window.addEventListener('online', () => queue.wake());
  window.addEventListener('focus', check);
  document.addEventListener('visibilitychange', check);
  if (window.BroadcastChannel) {
    new BroadcastChannel('gestmat-session').addEventListener('message', check);
  }
}

function stayAway(...content) {
  early = null;
  queue?.stop('elsewhere');
  root.replaceChildren(h('div', { class: 'counter-main' }, part('notices')));
  notices.show('tab', 'warning', ...content);
}

// From the first moment on: a scanner does not wait for a page.
listen(code, { scan: take, digit: () => false, entered: submitTyped });
part('code-form').addEventListener('submit', (event) => { event.preventDefault(); submitTyped(); });

alone(`gestmat-station:${owner}`, {
  mine: () => { notices.clear('tab'); start(); },
  taken: (takeOver) => notices.show('tab', 'warning', say('notice.tab'), h('button', {
    class: 'button', type: 'button', on: { click: takeOver },
  }, say('notice.tab.go'))),
  lost: () => stayAway(say('notice.elsewhere'), h('a', { class: 'button', href: location.pathname }, say('notice.elsewhere.go'))),
});
