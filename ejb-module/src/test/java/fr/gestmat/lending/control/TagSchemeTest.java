package fr.gestmat.lending.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tags that we give ourselves. */
class TagSchemeTest {

  private static final TagScheme LUHN =
      new TagScheme(
          "GM", Optional.of(Pattern.compile("GM\\d{7}")), Optional.empty(), CheckDigit.LUHN);

  @Test
  void theFirstTagFitsThePatternAndItsCheckDigit() {
    String first = LUHN.next(Optional.empty()).orElseThrow();
    assertThat(first).startsWith("GM000001").hasSize(9);
    assertThat(LUHN.isTag(first)).isTrue();
  }

  @Test
  void theNextTagCountsOneFurtherWithItsOwnCheckDigit() {
    String last = LUHN.next(Optional.empty()).orElseThrow();
    for (int i = 2; i <= 120; i++) {
      last = LUHN.next(Optional.of(last)).orElseThrow();
      assertThat(last).startsWith("GM%06d".formatted(i));
      assertThat(LUHN.isTag(last)).isTrue();
      assertThat(LUHN.isNumbered(last)).isTrue();
    }
  }

  @Test
  void noTagIsGivenWhenNoNumberIsLeft() {
    assertThat(LUHN.next(Optional.of(CheckDigit.LUHN.complete("GM999999")))).isEmpty();
  }

  @Test
  void noTagIsGivenWithoutAPrefixOrForAPatternThatIsNoNumber() {
    assertThat(TagScheme.OPEN.next(Optional.empty())).isEmpty();
    TagScheme letters =
        new TagScheme(
            "GM", Optional.of(Pattern.compile("GM-[A-Z]{5}")), Optional.empty(), CheckDigit.NONE);
    assertThat(letters.next(Optional.empty())).isEmpty();
  }

  @Test
  void anotherKindOfCodeIsNoNumber() {
    assertThat(LUHN.isNumbered("GM12345678901")).isFalse();
    assertThat(LUHN.isNumbered("GM-ABCDEF")).isFalse();
    assertThat(LUHN.isNumbered("XX0000011")).isFalse();
  }
}
