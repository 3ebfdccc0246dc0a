package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The form that moves the last day of a loan, above all what it says of a day that can't be. */
class DueDateBrowserIT extends CounterTest {

  private String tag;
  private LocalDate saturday;

  @BeforeEach
  void openTheForm() throws SQLException {
    tag =
        tags(
                "d.state = 'ON_LOAN' and (select p.left_on from loan l join pupil p on p.id ="
                    + " l.pupil_id where l.id = d.open_loan_id) is null",
                1)
            .get(0);
    saturday = closedBetweenOpenDays();
    signOn(COLLEAGUE, "/prets/" + ofLoan("l.public_id") + "/date");
  }

  /** A Saturday some weeks ahead whose Friday and Monday are no holidays. */
  private static LocalDate closedBetweenOpenDays() throws SQLException {
    LocalDate day =
        LocalDate.now(ZoneId.of("Europe/Paris"))
            .plusDays(30)
            .with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
    while (!value(
            "select count(*) from closed_day where day in ('"
                + day.minusDays(1)
                + "', '"
                + day.plusDays(2)
                + "')")
        .equals("0")) {
      day = day.plusDays(7);
    }
    return day;
  }

  private String ofLoan(String what) throws SQLException {
    return value(
        "select "
            + what
            + " from device d join loan l on l.id = d.open_loan_id join pupil p on p.id = l.pupil_id"
            + " where d.asset_tag = ?",
        tag);
  }

  private static String words(LocalDate day) {
    return DateTimeFormatter.ofPattern(
            day.getDayOfMonth() == 1 ? "EEEE '1er' MMMM uuuu" : "EEEE d MMMM uuuu", Locale.FRENCH)
        .format(day);
  }

  private Locator field() {
    return page().locator("#dueOn");
  }

  private void save(LocalDate day) {
    field().fill(day.toString());
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer la date"))
        .click();
  }

  /** The form says this, on top and at the field, keeps what was typed, and nothing was written. */
  private void refuses(LocalDate typed, String sentence, String name) throws SQLException {
    String due = ofLoan("coalesce(l.due_on, '-')");
    String journal = journalOf(tag);
    save(typed);

    assertThat(page().getByText(sentence)).hasCount(2);
    assertThat(page().locator(".notice.refused a")).hasAttribute("href", "#dueOn");
    assertThat(field()).hasAttribute("aria-invalid", "true");
    assertThat(field()).hasValue(typed.toString());
    fitsAndIsAccessible(name);
    assertThat(ofLoan("coalesce(l.due_on, '-')")).isEqualTo(due);
    assertThat(journalOf(tag)).isEqualTo(journal);
  }

  @Test
  @DisplayName(
      "L061, L097 a closed day: the open days before and after are proposed, either is kept")
  void a_closed_day() throws Exception {
    LocalDate monday = saturday.plusDays(2);
    refuses(
        saturday,
        "Les établissements sont fermés ce jour-là. Choisissez le %s ou le %s."
            .formatted(words(saturday.minusDays(1)), words(monday)),
        "due-date-closed");

    save(monday);
    assertThat(page().getByText("La date de restitution est changée.")).isVisible();
    assertThat(ofLoan("l.due_on")).isEqualTo(monday.toString());
    assertThat(journalOf(tag)).endsWith("DUE_DATE_CHANGED");
    assertThat(stateOf(tag)).isEqualTo("ON_LOAN");
  }

  @Test
  @DisplayName("L061, L097 the next open day is not proposed when the pupil is gone by then")
  void a_closed_day_before_the_pupil_leaves() throws Exception {
    leaves("'" + saturday.plusDays(1) + "'");
    try {
      refuses(
          saturday,
          "Les établissements sont fermés ce jour-là. Choisissez le %s, le dernier jour ouvert avant."
              .formatted(words(saturday.minusDays(1))),
          "due-date-closed-last");
      refuses(
          saturday.plusDays(9),
          "L’élève quitte l’établissement le %s, un jour fermé : choisissez le %s, le dernier jour ouvert avant, ou plus tôt."
              .formatted(words(saturday.plusDays(1)), words(saturday.minusDays(1))),
          "due-date-after-last-day");
    } finally {
      leaves("null");
    }
  }

  private void leaves(String day) throws SQLException {
    try (var connection = database();
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "update pupil set left_on = " + day + " where id = " + ofLoan("p.id"));
    }
  }
}
