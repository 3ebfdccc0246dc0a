package fr.gestmat.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whom the desk calls up in September: by the class list, one scan each. */
class CounterRollTest {

  private static final String ROLL =
      """
      const { Roll } = await import('/js/counter/roll.js');
      const roll = new Roll([
        { id: 'a', name: 'Ada', tag: null }, { id: 'b', name: 'Bo', tag: 'GE-1' },
        { id: 'c', name: 'Cy', tag: null }, { id: 'd', name: 'Di', tag: null },
      ]);
      const said = [];
      const say = () => said.push(roll.current?.id ?? '-');
      """;

  private static Chromium chromium;
  private static ModulePage page;

  @BeforeAll
  static void open() throws IOException {
    chromium = Chromium.start();
    page = ModulePage.open(chromium);
  }

  @AfterAll
  static void close() {
    page.close();
    chromium.close();
  }

  private static Object called(String steps) {
    return page.run(ROLL + steps + "return said.join(' ');");
  }

  @Test
  void calls_those_without_a_device_in_order() {
    assertThat(
            called(
                """
                say(); roll.sent(); say(); roll.served('a', 'GE-2'); say();
                roll.sent(); roll.served('c', 'GE-3'); say(); roll.sent(); roll.served('d', 'GE-4'); say();
                """))
        .isEqualTo("a c c d -");
  }

  @Test
  void calls_again_who_got_nothing() {
    assertThat(called("roll.sent(); roll.notServed('a', true); say();")).isEqualTo("a");
  }

  @Test
  void does_not_call_back_when_the_desk_has_gone_on() {
    assertThat(
            called(
                """
                roll.sent(); roll.sent(); roll.notServed('a', false); say();
                said.push(roll.find('a').state);
                """))
        .isEqualTo("d expected");
  }

  @Test
  void keeps_the_absent_and_calls_the_late_at_the_end() {
    assertThat(
            called(
                """
                roll.putOff('absent'); say(); roll.putOff('later'); say(); roll.sent(); roll.served('d', 'x'); say();
                roll.sent(); say(); said.push(roll.count('absent'));
                """))
        .isEqualTo("c d c - 1");
  }

  @Test
  void calls_whom_the_agent_chooses_then_goes_on_from_there() {
    assertThat(called("roll.call('c'); say(); roll.sent(); say(); roll.sent(); say();"))
        .isEqualTo("c d a");
  }

  @Test
  void calls_again_after_an_undo() {
    assertThat(called("roll.sent(); roll.served('a', 'GE-2'); roll.undone('a'); say();"))
        .isEqualTo("a");
  }

  @Test
  void never_takes_the_device_of_who_was_served_before() {
    assertThat(called("roll.notServed('b', true); say(); said.push(roll.find('b').tag);"))
        .isEqualTo("a GE-1");
  }
}
