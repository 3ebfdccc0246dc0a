/** Tells the counter that is still open that somebody is signed on again, and gives way to it. */
if (window.BroadcastChannel) {
  new BroadcastChannel('gestmat-session').postMessage('signed-on');
}
if (window.opener) {
  setTimeout(() => window.close(), 300);
}
