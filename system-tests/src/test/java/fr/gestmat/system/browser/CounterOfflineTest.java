package fr.gestmat.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a desk decides, keeps and hands in without network, and who can read its list. */
class CounterOfflineTest extends ModuleTest {

  /** A list of four pupils and some devices, and {@code say(mode, code, pupil, done, choice)}. */
  private static final String DESK =
      """
      const { decide, Index } = await import('/js/counter/decide.js');
      const { useTexts } = await import('/js/counter/texts.js');
      const list = {
        at: '2026-06-12T08:00:00Z', expiresAt: '2026-06-12T22:00:00Z', tagPrefix: 'L-', tagCheck: 'LUHN',
        dueOn: '2026-07-03', classes: [{ id: 'c', name: '2DE 4' }],
        pupils: [
          { id: 'ada', familyName: 'Ada', givenName: 'A', schoolClass: 'c', card: 'CARD1', lastDay: null, block: null, full: [] },
          { id: 'bob', familyName: 'Bob', givenName: 'B', schoolClass: 'c', card: 'CARD2', lastDay: '2026-06-20', block: null, full: [] },
          { id: 'full', familyName: 'F', givenName: 'F', schoolClass: 'c', card: null, lastDay: null, block: null, full: ['LAPTOP'] },
          { id: 'stop', familyName: 'S', givenName: 'S', schoolClass: 'c', card: null, lastDay: null, block: 'PUPIL_BLOCKED', full: [] }],
        devices: [
          { tag: 'L-18', serial: 'SN1', model: 'P', category: 'LAPTOP', state: 'ON_LOAN', here: true, holder: 'ada' },
          { tag: 'L-26', serial: 'SN2', model: 'P', category: 'LAPTOP', state: 'IN_STOCK', here: true, holder: null },
          { tag: 'L-34', serial: null, model: 'P', category: 'LAPTOP', state: 'EXPECTED', here: true, holder: null },
          { tag: 'L-67', serial: null, model: 'P', category: 'LAPTOP', state: 'IN_STOCK', here: true, holder: null, reserved: 'ada' },
          { tag: 'L-42', serial: null, model: 'P', category: 'LAPTOP', state: 'ON_LOAN', here: true, holder: null }],
      };
      const index = new Index(list);
      const pupilOf = (id) => (id ? { id: id.startsWith('?') ? null : id, name: id } : null);
      const did = (text) => text.split(' ').filter(Boolean).map((one) => {
        const [mode, code, pupil] = one.split(':');
        return { request: { mode: mode === 'in' ? 'CHECK_IN' : 'CHECK_OUT', code, pupilId: pupil ?? null } };
      });
      const say = (mode, code, pupil, done, choice) => {
        const said = decide(index, {
          mode: mode === 'in' ? 'CHECK_IN' : 'CHECK_OUT', code, choice: choice || null, pupilId: pupil || null,
        }, pupilOf(pupil), did(done ?? ''));
        return [said.kind, said.outcome, said.choice, said.command, said.pupil?.id ?? said.pupil?.code,
          (said.reasons ?? []).map((r) => r.code).join('+'), said.person?.id, said.dueOn].filter(Boolean).join(' ');
      };
      """;

  private static final String QUEUE =
      """
      const { Queue } = await import('/js/counter/queue.js');
      const { openStore } = await import('/js/counter/store.js');
      const calls = [];
      let up = true;
      const answer = { kind: 'answered', answer: { outcome: 'OK', reasons: [], choices: [] } };
      const queue = new Queue({
        store: await openStore(), owner: 'me', changed() {}, answered() {},
        send: async (r) => { calls.push('send ' + r.code); return up ? answer : { kind: 'unreachable' }; },
        handIn: async (all) => { calls.push('in ' + all.map((r) => r.code).join('')); return up ? answer : { kind: 'unreachable' }; },
      });
      queue.goOnWithout(() => true);
      const scan = (code) => ({ request: { scanId: 'id-' + code, code }, ownerName: 'Claire' });
      const until = async (test) => {
        for (let i = 0; i < 300 && !test(); i++) { await new Promise((done) => setTimeout(done, 5)); }
      };
      const states = () => queue.scans.map((s) => s.request.code + ':' + s.state).join(' ');
      """;

  @ParameterizedTest
  @CsvSource({
    // mode, code, pupil, done before, choice, what the desk says
    "in, L-18, '', '', '', keep OK returned ada",
    "in, sn1, '', '', '', keep OK returned ada",
    "in, L-42, '', '', '', keep OK returnedUnnamed",
    "in, L-26, '', '', '', keep WARNING notLent",
    "in, ABC, '', '', '', keep WARNING unknown",
    // L089: twice is once, under either of its codes; another way round is another operation.
    "in, L-18, '', 'in:L-18', '', refuse twice",
    "in, SN1, '', 'in:L-18', '', refuse twice",
    "in, ABC, '', 'in:abc', '', refuse twice",
    "in, L-18, '', 'in:L-18 out:L-18:bob', '', keep OK returned bob",
    // L089: a bad check digit and a blocked pupil are confirmed.
    "in, L-19, '', '', '', confirm CONFIRM misread",
    "in, L-19, '', '', CONFIRM, keep WARNING unknown",
    "out, L-26, full, '', '', confirm CONFIRM block.LIMIT_REACHED",
    "out, L-26, stop, '', '', confirm CONFIRM block.PUPIL_BLOCKED",
    "out, L-26, full, '', CONFIRM, keep WARNING lent full 2026-07-03",
    "out, L-26, bob, 'out:L-59:bob', '', confirm CONFIRM block.LIMIT_REACHED",
    "out, L-18, bob, '', '', confirm CONFIRM onLoan",
    "out, L-18, bob, 'in:L-18', '', keep OK lent bob 2026-06-20",
    "out, L-26, ada, '', '', keep OK lent ada 2026-07-03",
    "out, L-26, '', '', '', refuse noPupil",
    // L059: kept for a pupil.
    "out, L-67, ada, '', '', keep OK lent ada 2026-07-03",
    "out, L-67, bob, '', '', confirm CONFIRM reserved",
    "out, L-67, bob, '', CONFIRM, keep WARNING lent bob 2026-06-20",
    // L090: a card, or whatever names a pupil.
    "out, card1, '', '', '', pupil ada",
    "out, bob.essai, '', '', '', pupil bob.essai",
    "out, L-26, ?bob.essai, '', '', keep WARNING lent+pupilUnknown 2026-07-03",
    "in, L-34, '', '', '', confirm RECEIVE_DELIVERY expected",
    "in, L-34, '', '', RECEIVE_DELIVERY, keep OK received",
    "in, gestmat-grade-worn, '', '', '', command GRADE-WORN",
  })
  void l089_l090_what_the_desk_says_by_its_list(
      String mode, String code, String pupil, String done, String choice, String says) {
    assertThat(
            page.run(
                DESK
                    + "return say('%s', '%s', '%s', '%s', '%s');"
                        .formatted(mode, code, pupil, done, choice)))
        .isEqualTo(says);
  }

  @Test
  @DisplayName("L090 operations are handed in together, in order, before what is scanned later")
  void l090_operations_are_handed_in_together() {
    assertThat(
            page.run(
                QUEUE
                    + """
                      await queue.open();
                      up = false;
                      await queue.add(scan('A'));
                      await until(() => queue.state === 'unreachable');
                      await queue.add(scan('B'), { outcome: 'OK' });
                      await queue.add(scan('C'), { outcome: 'OK' });
                      const without = states();
                      await queue.takeBack(queue.scans[2]);
                      up = true;
                      queue.wake();
                      await queue.add(scan('D'));
                      await until(() => queue.unanswered === 0);
                      const sent = states();
                      await queue.replayed(queue.scans[0], answer.answer, 'APPLIED');
                      return [without, sent, states(), calls.join(','), queue.operations.map((s) => s.request.code)].join(' | ');
                      """))
        .isEqualTo(
            "A:kept B:kept C:kept | A:sent B:sent D:answered | A:answered B:sent D:answered"
                + " | send A,in AB,send D | B");
  }

  @Test
  @DisplayName("L089 nothing overtakes an operation of its device, whichever of its codes is read")
  void l089_an_operation_holds_every_code_of_its_device() {
    assertThat(
            page.run(
                DESK
                    + """
                      const { Offline } = await import('/js/counter/offline.js');
                      const { seal } = await import('/js/counter/vault.js');
                      await seal('me@1', 'share', list);
                      const takes = async (code, done) => {
                        const queue = { state: 'ready', kept: [], operations: did(done) };
                        const offline = new Offline({ api: {}, owner: 'me@1', school: '', queue, changed() {} });
                        await offline.open();
                        return code + ' ' + offline.takes(code);
                      };
                      return [await takes('L-18', 'in:]C1l-18'), await takes(']C1L-18', 'in:L-18'),
                        await takes('SN1', 'in:L-18'), await takes('L-26', 'in:L-18')].join(', ');
                      """))
        .isEqualTo("L-18 true, ]C1L-18 true, SN1 true, L-26 false");
  }

  @Test
  void operations_survive_a_reload_without_any_name() {
    page.run(
        QUEUE
            + """
              await queue.open();
              up = false;
              queue.interrupt();
              await queue.add(scan('A'), { outcome: 'OK', person: { familyName: 'Benali' } });
              """);
    page.page().reload();
    assertThat(
            page.run(
                QUEUE
                    + """
                      const before = JSON.stringify(await (await openStore()).all());
                      await queue.open();
                      await until(() => queue.unanswered === 0);
                      return [before.includes('kept'), before.includes('Benali'), states(), calls.join(',')].join(' ');
                      """))
        .isEqualTo("true false A:sent in A");
  }

  @Test
  void a_list_is_read_with_both_halves_of_its_key_only() {
    assertThat(
            page.run(
                """
                const { seal, unseal, wipe } = await import('/js/counter/vault.js');
                const list = { at: '2026-06-12T08:00:00Z', expiresAt: '2026-06-12T22:00:00Z', devices: ['Benali'] };
                await seal('me@1', 'share', list);
                const mine = (await unseal('me@1')).list.devices[0];
                sessionStorage.setItem('gestmat.offline-share:me@1', 'of another session');
                const wrong = (await unseal('me@1')).list;
                sessionStorage.clear();
                const without = (await unseal('me@1')).list;
                await seal('me@1', 'share', list);
                const other = await unseal('you@1');
                const gone = await unseal('me@1');
                await seal('me@1', 'share', list);
                await wipe();
                return [mine, wrong, without, other, gone, await unseal('me@1'), sessionStorage.length].join(' ');
                """))
        .isEqualTo("Benali      0");
  }

  @Test
  void a_list_goes_with_its_day() {
    page.page().clock().install();
    page.run(
        """
        const { seal } = await import('/js/counter/vault.js');
        await seal('me@1', 'share', { at: '2026-06-12T08:00:00Z', expiresAt: '2026-06-12T22:00:00Z' });
        """);
    page.page().clock().fastForward("13:59:00");
    assertThat(read()).isEqualTo(true);
    page.page().clock().fastForward("02:00");
    assertThat(read()).isEqualTo(false);
  }

  private Object read() {
    return page.run(
        "const { unseal } = await import('/js/counter/vault.js');"
            + " return (await unseal('me@1')) !== null;");
  }
}
