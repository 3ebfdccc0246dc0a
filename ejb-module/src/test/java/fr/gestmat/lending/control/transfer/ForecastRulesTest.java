package fr.gestmat.lending.control.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Refusal;
import fr.gestmat.lending.control.transfer.PlaceStock.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a place needs and can count on, and how needs are read. */
class ForecastRulesTest {

  private static final Set<String> KNOWN = Set.of("0670001A", "0670002B");

  private static PlaceStock place(
      String kind, Integer entrants, int stock, int check, int repair, int arriving, int promised) {
    return new PlaceStock(
        1,
        "0670001A",
        "Lycée",
        kind,
        Optional.ofNullable(entrants),
        stock,
        check,
        repair,
        arriving,
        promised);
  }

  @ParameterizedTest
  @CsvSource({
    // entrants, stock, to check, in repair, arriving, promised, then need and has
    "100, 40, 10, 10, 5, 0,   103, 55",
    "0,   0,  0,  0,  0, 0,   0,   0",
    "1,   0,  0,  0,  0, 0,   2,   0",
    // Twenty promised to others, or twenty that others promised.
    "100, 90, 0,  0,  0, 20,  103, 70",
    "100, 90, 0,  0,  0, -20, 103, 110",
    // What is in repair counts for the need, but nobody can give it away.
    "10,  5,  0,  90, 0, 0,   11,  16",
    // More promised than there is: not less than nothing.
    "10,  5,  0,  0,  0, 20,  11,  0",
  })
  void counts_what_will_be_there(
      int entrants,
      int stock,
      int check,
      int repair,
      int arriving,
      int promised,
      int need,
      int has) {
    MovePlan.Place place =
        place("SCHOOL", entrants, stock, check, repair, arriving, promised)
            .asPlace(new Settings(50, 50, 3));
    assertThat(place.need()).isEqualTo(need);
    assertThat(place.has()).isEqualTo(has);
    assertThat(place.area()).isEqualTo("067");
  }

  @Test
  void the_pool_needs_nothing_and_unsaid_needs_are_left_alone() {
    assertThat(place("POOL", null, 40, 10, 0, 0, 0).asPlace(Settings.USUAL))
        .isEqualTo(new MovePlan.Place("0670001A", "067", 0, 45));
    assertThat(place("POOL", null, 40, 0, 0, 0, 0).takesPart()).isTrue();
    assertThat(place("SCHOOL", null, 40, 0, 0, 0, 0).takesPart()).isFalse();
    assertThat(place("SCHOOL", 0, 40, 0, 0, 0, 0).takesPart()).isTrue();
  }

  @Test
  void reads_needs_as_people_type_or_paste_them() {
    NeedText read =
        NeedText.read("0670001a ; 1 250 ; Lycée Kléber\n\n0670002B\t80\tLycée Pasteur", KNOWN);
    assertThat(read.problems()).isEmpty();
    assertThat(read.entrants()).isEqualTo(Map.of("0670001A", 1250, "0670002B", 80));
  }

  @Test
  void says_all_that_is_wrong_line_by_line() {
    NeedText read =
        NeedText.read(
            "Lycée Kléber 12\n0679999Z 12\n0670001A -3\n0670002B 20001\n0670001A 5\n0670001A 6",
            KNOWN);
    assertThat(read.problems())
        .extracting(Refusal::code)
        .containsExactly(
            "needUnreadable", "needUnknown", "needOutOfBounds", "needOutOfBounds", "needTwice");
    assertThat(read.entrants()).isEqualTo(Map.of("0670001A", 5));
  }
}
