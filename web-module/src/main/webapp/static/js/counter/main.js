/** The counter: puts the pieces together. */
import { alone } from './alone.js';
import { Api } from './api.js';
import { Connection } from './connection.js';
import { Counter } from './counter.js';
import { endSession, keepSession, openDesk, openSession } from './desk.js';
import { h, useIcons } from './dom.js';
import { Kits } from './kit.js';
import { Notices } from './notices.js';
import { Offline } from './offline.js';
import { ANSWERED, Queue } from './queue.js';
import { Replay } from './replay.js';
import { RollCall } from './rollcall.js';
import { shorten } from './scan.js';
import { Screen } from './screen.js';
import { Settings } from './settings.js';
import { Sounds } from './sounds.js';
import { openStore } from './store.js';
import { count, say, useTexts } from './texts.js';
import { listen } from './wedge.js';

const MOST_PASTED = 200;
/** A class opens when nothing was typed in its list for so long: a scan may pass through it. */
const CLASS_PAUSE = 200;

const root = document.getElementById('counter');
const part = (id) => document.getElementById(id);
const { account, accountName, school, csrf, language, now } = root.dataset;
const owner = `${account}@${school}`;

useTexts(part('counter-texts'), language);
useIcons(root.dataset.icons);

const api = new Api({ account, token: csrf, language });
const desk = openDesk();
const sounds = new Sounds(desk);
const session = openSession(owner, now);
const notices = new Notices(part('notices'));
const settings = new Settings(desk, notices);
const code = part('code');
let counter = null;
let queue = null;
let offline = null;
let openClassId = '';

/** Codes that were read before the page was ready; null when nothing may be scanned here. */
let early = [];

function take(text) {
  if (counter) {
    counter.take(text);
  } else if (early) {
    early.push(text);
  } else {
    sounds.play('REFUSED');
    notices.show('elsewhere', 'refused', say('notice.elsewhere.scan', shorten(text)));
  }
}

/** Takes what was read before it was known what may be scanned here. */
function takeEarly() {
  const codes = early ?? [];
  early = null;
  codes.forEach(take);
}

function submitTyped() {
  const text = code.value;
  code.value = '';
  take(text);
}

function paste(event) {
  const several = event.clipboardData.getData('text').split(/[\r\n\t]+/).filter((line) => line.trim() !== '');
  if (several.length > MOST_PASTED) {
    event.preventDefault();
    sounds.play('REFUSED');
    notices.show('paste', 'refused', say('notice.paste', several.length, MOST_PASTED));
  } else if (several.length > 1) {
    event.preventDefault();
    notices.clear('paste');
    several.forEach(take);
  }
}

/* Start */

// From the first moment on: a scanner does not wait for a page.
listen(code, { scan: take, digit: (digit) => counter?.key(digit) ?? false, entered: submitTyped });
part('code-form').addEventListener('submit', (event) => { event.preventDefault(); submitTyped(); });

async function start() {
  let made = null;
  const replay = new Replay({ api, school, offline: () => offline, notices, done: (scan) => made.replayed(scan) });
  queue = new Queue({
    store: await openStore(),
    owner,
    handIn: (requests) => replay.handIn(requests),
    send: (request, age) => api.scan({ ...request, age }),
    changed: (scan) => made.changed(scan),
    answered: (scan) => made.answered(scan),
  });
  offline = new Offline({ api, owner, school, queue, changed: () => showOffline(offline) });
  queue.goOnWithout(() => offline.isPrepared);
  const connection = new Connection({ api, queue, notices, sounds, agent: accountName, offline });
  const kits = new Kits({ api, queue, changed: (scan, outcome) => made.kitChanged(scan, outcome) });
  const screen = new Screen(sounds, {
    choose: (scan, choice, reason) => made.choose(scan, choice, reason),
    retry: (scan) => made.retry(scan),
    discard: (scan) => made.discard(scan),
    closePupil: () => made.closePupil(),
    kit: (scan, pieces) => kits.state(scan, pieces),
  });
  const rollCall = new RollCall({
    select: part('class'), list: part('pupils'), filter: part('pupil-filter'), count: part('roll-count'),
    absent: part('absent'), later: part('later'), actions: part('roll-actions'),
  }, {
    api: { get: async (path) => (await api.get(path)) ?? offline.roll(path) },
    changed: () => made.calledUp(),
    underWay: () => queue.pupilsUnderWay,
  });
  made = new Counter({
    school, agent: accountName, owner, session, api, queue, connection, settings, screen, sounds, notices, rollCall,
    end, offline, kits,
  });
  settings.bind({ modeChanged: () => made.idle(), tried: () => sounds.play('OK') });
  settings.setMode(root.dataset.pupil ? 'CHECK_IN' : root.dataset.asked || desk.mode);
  await offline.open();
  const others = await queue.open();
  others.forEach(({ name, count: n }, i) => notices.show(`others-${i}`, 'warning', count('notice.others', n, name)));
  screen.reset(queue.scans.filter((scan) => scan.session === session.startedAt || scan.state !== ANSWERED));
  keepSession(owner, session);
  if (root.dataset.pupil) {
    made.openPupil({ id: root.dataset.pupil, name: root.dataset.pupilName, tag: null });
  }
  bindActions(connection, rollCall);
  bindOffline(offline, made);
  replay.follow(queue);
  made.refresh();
  kits.wake();
  await openClass(rollCall);
  counter = made;
  takeEarly();
  root.classList.add('ready');
}

function bindOffline(offline, made) {
  showOffline(offline);
  part('offline-take').addEventListener('click', async () => {
    part('offline-take').disabled = true;
    await offline.prepare();
    part('offline-take').disabled = false;
  });
  part('offline-wipe').addEventListener('click', async () => { await offline.wipe(); showOffline(offline); });
  window.addEventListener('offline', () => { queue.interrupt(); made.refresh(); });
  if (!navigator.onLine) {
    queue.interrupt();
  }
  offline.tick();
}

/** Says which list this desk has; a class list that the page came without is taken from there. */
function showOffline(offline) {
  part('offline-state').textContent = offline.words;
  part('offline-take').textContent = say(offline.isPrepared ? 'offline.refresh' : 'offline.take');
  part('offline-wipe').hidden = !offline.isPrepared;
  const select = part('class');
  if (offline.canRead && select.options.length === 1) {
    select.append(...offline.list.classes.map(({ id, name }) => h('option', { value: id }, name)));
  }
}

function bindActions(connection, rollCall) {
  const check = () => connection.check();
  code.addEventListener('paste', paste);
  part('class-form').addEventListener('submit', (event) => { event.preventDefault(); openClass(rollCall); });
  let pause = 0;
  ['change', 'keydown'].forEach((event) => part('class').addEventListener(event, () => {
    clearTimeout(pause);
    pause = setTimeout(() => openClass(rollCall), CLASS_PAUSE);
  }));
  part('undo').addEventListener('click', () => counter.undo());
  part('end').addEventListener('click', end);
  part('camera').addEventListener('click', openCamera);
  window.addEventListener('online', () => queue.wake());
  window.addEventListener('focus', check);
  document.addEventListener('visibilitychange', check);
  if (window.BroadcastChannel) {
    new BroadcastChannel('gestmat-session').addEventListener('message', check);
  }
}

/** Opens the class that is chosen, and keeps it in the address, so that a reload opens it again. */
async function openClass(rollCall) {
  const { value } = part('class');
  if (value === openClassId) {
    return;
  }
  openClassId = value;
  history.replaceState(null, '', value === '' ? '/comptoir' : `/comptoir?classe=${encodeURIComponent(value)}`);
  await rollCall.open(value);
  if (openClassId === value && !rollCall.isOpen) {
    openClassId = ''; // it did not come: choosing it once more asks once more
  }
  counter?.idle();
}

async function openCamera() {
  const { toggleCamera } = await import('./camera.js');
  toggleCamera({ box: part('camera-box'), button: part('camera'), zxing: root.dataset.zxing, scan: take });
}

async function end(event) {
  event?.preventDefault();
  if (counter.mayEnd()) {
    await queue.forgetAnswered();
    await offline.rest();
    endSession(owner);
    location.assign(`/comptoir/seance?depuis=${encodeURIComponent(session.startedAt)}`);
  }
}

/** Another tab has this agent's counter: what is scanned here would be out of order. */
function stayAway(content) {
  counter = null;
  early = null;
  root.replaceChildren(h('div', { class: 'counter-main' }, part('notices')));
  notices.show('tab', 'warning', ...content);
}

alone(`gestmat-counter:${owner}`, {
  mine: () => { notices.clear('tab'); start(); },
  taken: (takeOver) => {
    takeEarly();
    notices.show('tab', 'warning', say('notice.tab'), h('button', {
      class: 'button', type: 'button', on: { click: () => { early = []; notices.clear('elsewhere'); takeOver(); } },
    }, say('notice.tab.go')));
  },
  lost: () => {
    queue?.stop('elsewhere');
    stayAway([say('notice.elsewhere'), h('a', { class: 'button', href: '/comptoir' }, say('notice.elsewhere.go'))]);
  },
});
