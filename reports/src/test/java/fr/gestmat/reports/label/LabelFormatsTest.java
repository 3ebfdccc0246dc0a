package fr.gestmat.reports.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LabelFormatsTest {
  private static final Pattern NAME =
      Pattern.compile("(\\S+ .*) : (?:(\\d+) étiquettes.* de )?([\\d,]+) × ([\\d,]+) mm");

  static Iterable<LabelFormat> formats() {
    return LabelFormats.all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theNameSaysWhatTheFormatIs(LabelFormat format) {
    Matcher name = NAME.matcher(format.name());
    assertThat(name.matches()).as(format.name()).isTrue();
    int count = name.group(2) == null ? 1 : Integer.parseInt(name.group(2));
    assertThat(format.positions()).isEqualTo(count);
    assertThat(format.labelWidth()).isEqualTo(number(name.group(3)));
    assertThat(format.labelHeight()).isEqualTo(number(name.group(4)));
  }

  private static double number(String french) {
    return Double.parseDouble(french.replace(',', '.'));
  }

  @Test
  void keysAreUnique() {
    assertThat(LabelFormats.all()).extracting(LabelFormat::key).doesNotHaveDuplicates();
    assertThat(LabelFormats.find("inconnu")).isEmpty();
  }

  @Test
  void positionsRunRowByRow() {
    LabelFormat format = LabelFormats.find("avery-l7160").orElseThrow();
    assertThat(format.left(1)).isEqualTo(7.25);
    assertThat(format.left(6)).isCloseTo(7.25 + 2 * 66, within(1e-9));
    assertThat(format.top(6)).isCloseTo(15.15 + 38.1, within(1e-9));
  }

  @Test
  void labelsOutsideTheSheetAreAnError() {
    assertThatThrownBy(() -> new LabelFormat("x", "x", 210, 297, 10, 0, 3, 8, 70, 37, 0, 0, 2, 600))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
