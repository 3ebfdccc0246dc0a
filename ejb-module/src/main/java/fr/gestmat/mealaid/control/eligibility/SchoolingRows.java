package fr.gestmat.mealaid.control.eligibility;

import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.entity.AidApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Reads where the child of an application learns, and whether the school says how it eats. */
@ApplicationScoped
public class SchoolingRows {

  @Inject private AidRows rows;

  /** Where the child learns; empty if nobody named a school. One statement. */
  public Optional<Schooling> of(AidApplication application) {
    return rows.first(
        Sql.of("select s.uai, s.name, coalesce(s.type_text, '') type_text, x.sector,")
            .add("coalesce(x.outside, false) outside, coalesce((select g.mef_code from pupil p")
            .add(
                "join grade g on g.id = p.grade_id where p.id = ?), '') mef", application.pupilId())
            .add("from school s left join aid_school x on x.school_id = s.id")
            .add("where s.id = ?", application.schoolId()),
        row ->
            new Schooling(
                row.text("uai"),
                row.text("name"),
                row.text("type_text"),
                row.maybeText("sector").map(SchoolSector::valueOf),
                row.yes("outside"),
                row.text("mef")));
  }

  /**
   * Whether the school has given its visa, or the directory knows the child to eat as the
   * application says.
   */
  public boolean saysHowItEats(AidApplication application) {
    return rows.number(
            Sql.of("select (select count(*) from aid_visa v where v.enrolled")
                .add("and v.standing_application_id = ?) +", application.id())
                .add("(select count(*) from pupil p where p.id = ?", application.pupilId())
                .add("and p.boarding_status = ?", application.figures().boardingStatus())
                .add("and p.meals_a_week <=> ?) n", application.figures().mealsAWeek()))
        > 0;
  }
}
