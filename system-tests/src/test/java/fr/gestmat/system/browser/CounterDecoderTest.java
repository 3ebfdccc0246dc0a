package fr.gestmat.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scanner's burst is told from a person's typing, whatever the layouts of both. */
class CounterDecoderTest {

  private static final String DECODE =
      """
      const { Decoder } = await import('/js/counter/decoder.js');
      const decoder = new Decoder();
      let time = 1000;
      for (const [key, code, shift] of STROKES) {
        time += GAP;
        decoder.push({ key, code, shift: shift === 1, time });
      }
      return decoder.end(time + GAP);
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

  private static Object decode(String strokes, int gap) {
    return page.run(DECODE.replace("STROKES", strokes).replace("GAP", String.valueOf(gap)));
  }

  private static final String SAME_LAYOUT =
      "[['G','KeyG',1],['E','KeyE',1],['-','Minus',0],['0','Digit0',0],['4','Digit4',0]]";

  @ParameterizedTest
  @CsvSource({"1", "12", "35"})
  void reads_a_burst(int gap) {
    assertThat(decode(SAME_LAYOUT, gap)).isEqualTo("GE-04");
  }

  @ParameterizedTest
  @CsvSource({"60", "120", "400"})
  void takes_slow_keystrokes_for_a_person(int gap) {
    assertThat(decode(SAME_LAYOUT, gap)).isNull();
  }

  @Test
  void takes_three_fast_keystrokes_for_a_person() {
    assertThat(decode("[['2','Digit2',0],['D','KeyD',1],['E','KeyE',1]]", 5)).isNull();
  }

  @Test
  void begins_anew_after_a_pause() {
    Object code =
        page.run(
            """
            const { Decoder } = await import('/js/counter/decoder.js');
            const decoder = new Decoder();
            'abc'.split('').forEach((key, i) => decoder.push({ key, code: '', shift: false, time: i * 10 }));
            'GE-1'.split('').forEach((key, i) => decoder.push({ key, code: '', shift: false, time: 500 + i * 10 }));
            return decoder.end(540);
            """);
    assertThat(code).isEqualTo("GE-1");
  }

  @Test
  void reads_an_american_scanner_on_a_french_computer() {
    assertThat(
            decode(
                "[['Q','KeyA',1],['-','Digit6',0],[')','Minus',0],['à','Digit0',0],['&','Digit1',0],"
                    + "['?','KeyM',1]]",
                4))
        .isEqualTo("A6-01M");
  }

  @Test
  void reads_a_french_scanner_on_an_american_computer() {
    assertThat(
            decode(
                "[['q','KeyQ',0],['6','Digit6',0],[')','Digit0',1],['!','Digit1',1],[':','Semicolon',1]]",
                4))
        .isEqualTo("a-01M");
  }
}
