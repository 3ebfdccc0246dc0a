package fr.gestmat.web.mealaid.followup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.mealaid.control.followup.Days.Day;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bars of the days. */
class DaysDrawingTest {

  @Test
  void the_highest_bar_fills_the_drawing_and_a_quiet_day_has_none() {
    LocalDate day = LocalDate.of(2026, 9, 1);
    DaysDrawing drawing =
        DaysDrawing.of(List.of(new Day(day, 10, 5), new Day(day.plusDays(1), 0, 0)));
    assertThat(drawing.top()).isEqualTo(10);
    assertThat(drawing.last()).isEqualTo(day.plusDays(1));
    assertThat(drawing.bars())
        .extracting(DaysDrawing.Bar::kind, DaysDrawing.Bar::y, DaysDrawing.Bar::height)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("first", "0.0", "160.0"),
            org.assertj.core.groups.Tuple.tuple("other", "80.0", "80.0"));
  }

  @Test
  void a_week_ends_on_its_sunday() {
    LocalDate monday = LocalDate.of(2026, 8, 31);
    DaysDrawing drawing =
        DaysDrawing.of(List.of(new Day(monday, 4, 0), new Day(monday.plusDays(7), 0, 2)));
    assertThat(drawing.weekly()).isTrue();
    assertThat(drawing.first()).isEqualTo(monday);
    assertThat(drawing.last()).isEqualTo(LocalDate.of(2026, 9, 13));
  }
}
