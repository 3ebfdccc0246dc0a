/** The camera of a phone or tablet as a scanner. Loaded when somebody asks for it. */
import { h } from './dom.js';
import { say } from './texts.js';

const LOOKS_A_SECOND = 8;
/** A label that stays in sight is one scan; it must be gone so long before it is one again. */
const GONE_FOR = 1500;
const WIDTH = 960;
const NATIVE = ['code_128', 'code_39', 'data_matrix', 'qr_code', 'ean_13', 'ean_8'];

let running = null;

/** Starts the camera, or stops it. */
export async function toggleCamera({ box, button, zxing, scan }) {
  if (running) {
    stop(box, button);
    return;
  }
  if (!window.isSecureContext || !navigator.mediaDevices?.getUserMedia) {
    tell(box, 'warning', say('camera.needsHttps'));
    return;
  }
  button.disabled = true;
  try {
    const read = await reader(zxing);
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: 'environment' }, width: { ideal: 1280 } },
    });
    await show(box, stream);
    running = { stream, timer: 0, last: '', seenAt: 0 };
    button.setAttribute('aria-pressed', 'true');
    button.lastChild.textContent = say('camera.stop');
    look(box.querySelector('video'), read, scan);
  } catch (error) {
    tell(box, 'warning', say(error.name === 'NotAllowedError' ? 'camera.refused' : 'camera.failed'));
  } finally {
    button.disabled = false;
  }
}

function stop(box, button) {
  clearTimeout(running.timer);
  running.stream.getTracks().forEach((track) => track.stop());
  running = null;
  box.replaceChildren();
  box.hidden = true;
  button.setAttribute('aria-pressed', 'false');
  button.lastChild.textContent = say('camera.start');
}

async function show(box, stream) {
  const video = h('video', { playsinline: true, muted: true, 'aria-label': say('camera.picture') });
  video.srcObject = stream;
  box.hidden = false;
  box.replaceChildren(video);
  await video.play();
}

function tell(box, tone, text) {
  box.hidden = false;
  box.replaceChildren(h('div', { class: `notice ${tone}`, role: 'status' }, h('p', {}, text)));
}

async function look(video, read, scan) {
  const mine = running;
  const found = await read(video).catch(() => null);
  if (running !== mine) {
    return;
  }
  const now = Date.now();
  if (found !== null) {
    const fresh = found !== mine.last || now - mine.seenAt > GONE_FOR;
    Object.assign(mine, { last: found, seenAt: now });
    if (fresh) {
      scan(found);
    }
  }
  mine.timer = setTimeout(() => look(video, read, scan), 1000 / LOOKS_A_SECOND);
}

/** Reads codes by the browser itself where it can, else by ZXing. */
async function reader(zxing) {
  if (window.BarcodeDetector) {
    const known = await BarcodeDetector.getSupportedFormats();
    const formats = NATIVE.filter((format) => known.includes(format));
    if (formats.includes('code_128') && formats.includes('data_matrix')) {
      const detector = new BarcodeDetector({ formats });
      return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
    }
  }
  await load(zxing);
  return withZxing();
}

function load(address) {
  return window.ZXing ? Promise.resolve() : new Promise((resolve, reject) => {
    document.head.append(h('script', { src: address, on: { load: resolve, error: () => reject(new Error(address)) } }));
  });
}

function withZxing() {
  const { BarcodeFormat, BinaryBitmap, DecodeHintType, HTMLCanvasElementLuminanceSource, HybridBinarizer, MultiFormatReader } = window.ZXing;
  const multi = new MultiFormatReader();
  multi.setHints(new Map([
    [DecodeHintType.TRY_HARDER, true],
    [DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.CODE_128, BarcodeFormat.CODE_39,
      BarcodeFormat.DATA_MATRIX, BarcodeFormat.QR_CODE, BarcodeFormat.EAN_13, BarcodeFormat.EAN_8]],
  ]));
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, WIDTH / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      const picture = new BinaryBitmap(new HybridBinarizer(new HTMLCanvasElementLuminanceSource(canvas)));
      return multi.decodeWithState(picture).getText();
    } catch {
      return null; // nothing to read in this picture
    }
  };
}
