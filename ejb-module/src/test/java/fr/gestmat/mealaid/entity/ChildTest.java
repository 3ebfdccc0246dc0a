package fr.gestmat.mealaid.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a child that no feed knows is told from another (M-H11). */
class ChildTest {

  @ParameterizedTest(name = "M-H11: {0} {1} {2} and {3} {4} {5}: {6}")
  @CsvSource({
    "Lefèvre, Zoé, 2014-05-02, LEFEVRE, zoe, 2014-05-02, same",
    "Le Fèvre, Zoé, 2014-05-02, LE-FEVRE, Zoé, 2014-05-02, same",
    "Lefèvre, Zoé, 2014-05-02, Lefèvre, Zoé, 2014-05-03, other",
    "Lefèvre, Zoé, 2014-05-02, Lefèvre, Noé, 2014-05-02, other",
    "N'Diaye, Awa, 2013-01-01, N Diaye, AWA, 2013-01-01, same"
  })
  void key(
      String family,
      String given,
      LocalDate born,
      String otherFamily,
      String otherGiven,
      LocalDate otherBorn,
      String expected) {
    String one = new Child(null, family, given, born, null).key();
    String other = new Child(null, otherFamily, otherGiven, otherBorn, null).key();
    assertThat(one.equals(other) ? "same" : "other").isEqualTo(expected);
    assertThat(one).matches("\\p{ASCII}{1,300}");
  }

  @Test
  void a_child_on_one_word_is_told_by_account() {
    Child child = new Child(null, "ß".repeat(100), "ﬃ".repeat(100), LocalDate.EPOCH, null);
    assertThat(child.keyOf(1)).isNotEqualTo(child.keyOf(2)).startsWith(child.key());
    assertThat(child.keyOf(Long.MAX_VALUE)).matches("\\p{ASCII}{1,300}");
    assertThat(Child.isOnOneWord(child.keyOf(1))).isTrue();
    assertThat(Child.isOnOneWord(child.key())).isFalse();
    assertThat(new Child(null, "#", "a#1", null, null).key()).doesNotContain("#");
  }
}
