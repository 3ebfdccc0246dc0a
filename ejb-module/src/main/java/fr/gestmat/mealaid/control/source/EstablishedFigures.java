package fr.gestmat.mealaid.control.source;

import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.scale.Missing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The figures that the authority established itself, as they are kept. */
@ApplicationScoped
public class EstablishedFigures {

  @Inject private AidRows rows;
  @Inject private Clock clock;

  /** Those that stand for an application; at most one for each figure of each household. */
  public List<EstablishedFigure> of(long application) {
    return rows
        .list(
            Sql.of("select second_household, figure, value, month, document_kind, note,")
                .add("established_by, established_at from aid_established")
                .add("where standing_application_id = ?", application),
            row ->
                new EstablishedFigure(
                    new HouseholdFigure(
                        row.yes("second_household"), row.one("figure", Missing.class)),
                    row.amount("value"),
                    row.maybeDay("month").map(YearMonth::from),
                    row.maybeText("document_kind"),
                    row.text("note"),
                    row.text("established_by"),
                    row.instant("established_at")))
        .stream()
        .sorted(Comparator.comparing(EstablishedFigure::of))
        .toList();
  }

  /**
   * Keeps one, in place of the one that stood. Needs a transaction that holds the application.
   *
   * @param account database id of who established it
   * @param document database id of what it was read on
   */
  public void keep(
      long application, EstablishedFigure figure, long account, Optional<Long> document) {
    end(application, figure.of(), figure.by());
    rows.write(
        Sql.of("insert into aid_established (id, application_id, second_household, figure,")
            .add("value, month, document_id, document_kind, note, established_at,")
            .add("established_account, established_by) values (next value for aid_established_seq,")
            .add("?, ?, ?,", application, figure.of().second(), figure.of().figure())
            .add("?, ?,", figure.value(), figure.month().map(of -> of.atDay(1)).orElse(null))
            .add("?, ?,", document.orElse(null), figure.document().orElse(null))
            .add("?, ?,", figure.note(), figure.at())
            .add("?, ?)", account, figure.by()));
  }

  /**
   * The one that stands does so no more.
   *
   * @return whether there was one
   */
  public boolean end(long application, HouseholdFigure of, String by) {
    return rows.write(
            Sql.of("update aid_established set ended_at = ?, ended_by = ?", clock.instant(), by)
                .add("where standing_application_id = ?", application)
                .add("and second_household = ? and figure = ?", of.second(), of.figure()))
        > 0;
  }
}
