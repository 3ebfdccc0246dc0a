package fr.gestmat.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** No scan is lost, none goes out of order, none in another's name. */
class CounterQueueTest extends ModuleTest {

  /**
   * A queue whose service answers what {@code next} holds, an answer if nothing: {@code sent} are
   * the codes in the order of sending, {@code at once} how many were on their way together.
   */
  private static final String QUEUE =
      """
      const { Queue } = await import('/js/counter/queue.js');
      const { openStore, MemoryStore } = await import('/js/counter/store.js');
      const sent = [], next = [];
      let now = 0, most = 0, hold = null;
      const OK = { kind: 'answered', answer: { outcome: 'OK', reasons: [], choices: [] } };
      const send = async (request) => {
        sent.push(request.code);
        now += 1;
        most = Math.max(most, now);
        if (hold) { await hold; } else { await new Promise((done) => setTimeout(done)); }
        now -= 1;
        return next.shift() ?? OK;
      };
      const queueOf = (store, owner) => new Queue({ store, owner, send, changed() {}, answered() {} });
      const scan = (code) => ({ request: { scanId: 'id-' + code, code }, ownerName: 'Claire' });
      const settle = async (queue, n = 0) => {
        for (let i = 0; i < 200 && queue.unanswered > n; i++) { await new Promise((done) => setTimeout(done, 5)); }
      };
      const states = (queue) => queue.scans.map((s) => s.request.code + ':' + s.state).join(' ');
      """;

  private Object run(String steps) {
    return page.run(QUEUE + steps);
  }

  @Test
  @DisplayName("L084 scans that arrive while one is on its way wait their turn, in order")
  void l084_one_at_a_time_in_order() {
    assertThat(
            run(
                """
                const queue = queueOf(await openStore(), 'me');
                await queue.open();
                let go; hold = new Promise((done) => { go = done; });
                for (const code of ['A', 'B', 'C', 'D']) { queue.add(scan(code)); }
                await new Promise((done) => setTimeout(done, 50));
                const before = sent.join('');
                hold = null; go();
                await settle(queue);
                return [before, sent.join(''), most, queue.unanswered].join(' ');
                """))
        .isEqualTo("A ABCD 1 0");
  }

  @Test
  @DisplayName("L085 a service that is down holds everything, and nothing is lost or overtaken")
  void l085_an_outage_keeps_the_order() {
    assertThat(
            run(
                """
                const queue = queueOf(await openStore(), 'me');
                await queue.open();
                next.push({ kind: 'unreachable' });
                await queue.add(scan('A'));
                await queue.add(scan('B'));
                const state = () => queue.state;
                for (let i = 0; i < 100 && state() !== 'unreachable'; i++) { await new Promise((done) => setTimeout(done, 5)); }
                const during = state() + queue.unanswered;
                queue.wake();
                await settle(queue);
                return [during, sent.join(''), state()].join(' ');
                """))
        .isEqualTo("unreachable2 AAB ready");
  }

  @Test
  @DisplayName("L085 a scan that the service fails on stays in the list, the others go on")
  void l085_one_bad_scan_does_not_stop_the_others() {
    page.page().clock().install();
    page.run(
        QUEUE
            + """
              const queue = queueOf(await openStore(), 'me');
              await queue.open();
              Object.assign(window, { queue, sent, states });
              next.push({ kind: 'failed' }, { kind: 'failed' }, { kind: 'failed' });
              await queue.add(scan('A'));
              await queue.add(scan('B'));
              await queue.add({ request: { scanId: 'again', code: ']C1a' }, ownerName: 'Claire' });
              await queue.add(scan('C'));
              """);
    page.page().clock().runFor(6_000);
    page.page().waitForFunction("() => states(queue).includes('C:answered')");
    assertThat(page.page().evaluate("() => states(queue)"))
        .as("a later scan of the same code waits for the one before it")
        .isEqualTo("A:stuck B:answered ]C1a:waiting C:answered");
    page.page().clock().runFor(20_000);
    page.page().waitForFunction("() => queue.unanswered === 0");
    assertThat(page.page().evaluate("() => sent.join('')")).isEqualTo("AAABCA]C1a");
  }

  @Test
  @DisplayName("L085 a scan that the service does not accept waits for a person")
  void l085_a_wrong_scan_waits_for_a_person() {
    assertThat(
            run(
                """
                const queue = queueOf(await openStore(), 'me');
                await queue.open();
                next.push({ kind: 'wrong', message: 'Cet établissement est inconnu.' });
                await queue.add(scan('A'));
                await queue.add(scan('B'));
                await settle(queue, 1);
                const before = states(queue) + ' ' + queue.scans[0].message;
                queue.retry('id-A');
                await settle(queue);
                return [before, states(queue)].join(', ');
                """))
        .isEqualTo("A:stuck B:answered Cet établissement est inconnu., A:answered B:answered");
  }

  @Test
  void takes_a_stuck_scan_off_the_list_only_when_asked() {
    assertThat(
            run(
                """
                const store = await openStore();
                const queue = queueOf(store, 'me');
                await queue.open();
                next.push({ kind: 'wrong', message: '' }, { kind: 'signedOut' });
                await queue.add(scan('A'));
                await queue.add(scan('B'));
                while (queue.state !== 'signedOut') { await new Promise((done) => setTimeout(done, 5)); }
                await queue.discard('id-B');
                await queue.discard('id-A');
                return [states(queue), (await store.all()).length].join(' ');
                """))
        .isEqualTo("B:waiting 1");
  }

  @Test
  void waits_until_the_same_agent_is_back() {
    assertThat(
            run(
                """
                const queue = queueOf(await openStore(), 'me');
                await queue.open();
                next.push({ kind: 'signedOut' });
                await queue.add(scan('A'));
                while (queue.state !== 'signedOut') { await new Promise((done) => setTimeout(done, 5)); }
                await queue.add(scan('B'));
                const during = [queue.state, sent.join('')].join(':');
                queue.wake();
                await settle(queue);
                return [during, sent.join('')].join(' ');
                """))
        .isEqualTo("signedOut:A AAB");
  }

  @Test
  void sends_nothing_once_somebody_else_is_signed_on() {
    assertThat(
            run(
                """
                const queue = queueOf(await openStore(), 'me');
                await queue.open();
                next.push({ kind: 'otherAgent' });
                await queue.add(scan('A'));
                while (queue.state !== 'otherAgent') { await new Promise((done) => setTimeout(done, 5)); }
                await queue.add(scan('B'));
                queue.wake();
                await new Promise((done) => setTimeout(done, 50));
                return [queue.state, sent.join(''), queue.unanswered].join(' ');
                """))
        .isEqualTo("otherAgent A 2");
  }

  @Test
  void keeps_waiting_scans_through_a_reload_with_their_ids() {
    run(
        """
        const queue = queueOf(await openStore(), 'me');
        await queue.open();
        next.push({ kind: 'unreachable' });
        await queue.add(scan('A'));
        await queue.add(scan('B'));
        while (queue.state !== 'unreachable') { await new Promise((done) => setTimeout(done, 5)); }
        """);
    page.page().reload();
    assertThat(
            run(
                """
                const ids = [];
                const queue = new Queue({ store: await openStore(), owner: 'me',
                  send: async (request) => { ids.push(request.scanId); return OK; }, changed() {}, answered() {} });
                await queue.open();
                await settle(queue);
                return ids.join(' ');
                """))
        .isEqualTo("id-A id-B");
  }

  /** A queue that notes the ages of what it sends, in seconds, and a scan of a given moment. */
  private static final String AGES =
      """
      const ages = [];
      const real = Date.now;
      const aged = async () => new Queue({ store: await openStore(), owner: 'me', changed() {}, answered() {},
        send: async (request, age) => { ages.push(age / 1000); return next.shift() ?? OK; } });
      const scanned = (code, at) => ({ request: { scanId: 'id-' + code, code, scannedAt: new Date(at).toISOString() } });
      const away = async (queue) => {
        while (queue.state !== 'unreachable') { await new Promise((done) => setTimeout(done, 5)); }
      };
      """;

  @Test
  @DisplayName("L088 a scan goes out with its age, which a reload does not lose")
  void l088_the_age_of_a_scan_outlives_a_reload() {
    run(
        AGES
            + """
              const queue = await aged();
              await queue.open();
              next.push({ kind: 'unreachable' });
              await queue.add(scanned('A', real() - 7_200_000));
              await queue.add(scanned('B', real()));
              await away(queue);
              """);
    assertThat(sentAfterReload("ages.map((age) => Math.floor(age / 60)).join(' ')"))
        .isEqualTo("120 0");
  }

  /** What a page that is loaded again says of the ages of what waited. */
  private Object sentAfterReload(String said) {
    page.page().reload();
    return run(
        AGES
            + """
              const queue = await aged();
              await queue.open();
              await settle(queue);
              """
            + "return "
            + said);
  }

  @Test
  @DisplayName("L088 a clock that was put back makes no scan younger")
  void l088_a_clock_that_was_put_back() {
    assertThat(
            run(
                AGES
                    + """
                      const queue = await aged();
                      await queue.open();
                      next.push({ kind: 'unreachable' });
                      await queue.add(scanned('A', real()));
                      await away(queue);
                      await new Promise((done) => setTimeout(done, 300));
                      Date.now = () => real() - 3_600_000;
                      queue.wake();
                      await settle(queue);
                      return [ages.length, ages[1] - ages[0] >= 0.25, ages[1] < 60].join(' ');
                      """))
        .isEqualTo("2 true true");
  }

  @Test
  @DisplayName("L088 nobody can tell the age any more: it counts as the highest")
  void l088_a_clock_that_was_put_back_before_a_reload() {
    run(
        AGES
            + """
              const queue = await aged();
              await queue.open();
              next.push({ kind: 'unreachable' });
              await queue.add(scanned('A', real() + 3_600_000));
              await away(queue);
              """);
    assertThat(sentAfterReload("ages.join(' ')")).isEqualTo(String.valueOf(14 * 24 * 3600));
  }

  @Test
  void never_sends_the_scans_of_another_agent_but_counts_them() {
    assertThat(
            run(
                """
                const store = await openStore();
                const claire = queueOf(store, 'claire@1');
                await claire.open();
                next.push({ kind: 'unreachable' });
                await claire.add(scan('A'));
                await claire.add(scan('B'));
                while (claire.state !== 'unreachable') { await new Promise((done) => setTimeout(done, 5)); }
                claire.stop('elsewhere');
                const paul = queueOf(store, 'paul@1');
                const others = await paul.open();
                await paul.add({ request: { scanId: 'p', code: 'P' }, ownerName: 'Paul' });
                await settle(paul);
                return [JSON.stringify(others), sent.join(''), states(paul)].join(' ');
                """))
        .isEqualTo("[{\"name\":\"Claire\",\"count\":2}] AP P:answered");
  }

  @Test
  void goes_on_in_memory_when_the_browser_keeps_nothing() {
    assertThat(
            run(
                """
                const store = new MemoryStore();
                store.add = () => Promise.reject(new Error('full'));
                const queue = queueOf(store, 'me');
                await queue.open();
                await queue.add(scan('A'));
                await settle(queue);
                return [states(queue), queue.scans[0].unkept].join(' ');
                """))
        .isEqualTo("A:answered true");
  }

  @Test
  void forgets_old_answers_but_never_a_scan_without_one() {
    assertThat(
            run(
                """
                const store = new MemoryStore();
                const queue = queueOf(store, 'me');
                await queue.open();
                next.push({ kind: 'wrong', message: '' });
                for (let i = 0; i < 400; i++) { await queue.add(scan('C' + i)); }
                for (let i = 0; i < 400 && queue.unanswered > 1; i++) { await new Promise((done) => setTimeout(done, 10)); }
                return [queue.scans.length, queue.scans[0].state, (await store.all()).length].join(' ');
                """))
        .isEqualTo("301 stuck 301");
  }
}
