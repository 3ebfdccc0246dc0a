package fr.gestmat.mealaid.control.review;

import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Applications of a campaign that look like one child's (M-H12): one pupil of the directory, the
 * same names and birth date, or the same child's name, school and applicant. Taken back and closed
 * ones are shown as well.
 */
@ApplicationScoped
public class Duplicates {

  private static final int SHOWN = 20;

  @Inject private AidRows rows;
  @Inject private Clock clock;

  /**
   * Another application.
   *
   * @param id public id
   * @param number what people quote
   * @param child the child's name
   * @param applicant who applied
   * @param school name of the school; empty if unknown
   * @param state where it stands
   * @param sameChild what an officer found; absent as long as nobody looked
   */
  public record Other(
      UUID id,
      long number,
      String child,
      String applicant,
      String school,
      ApplicationState state,
      Optional<Boolean> sameChild) {}

  /** Those that look like this one. */
  public List<Other> of(AidApplication one) {
    Sql same = Sql.of("select x.id from (");
    String columns = "select id from aid_application where campaign_id = ?";
    if (one.pupilId() != null) {
      same.add(columns + " and pupil_id = ? union", one.campaignId(), one.pupilId());
    }
    same.add(
        columns + " and child_family_name = ? and child_given_name = ?",
        one.campaignId(),
        one.child().familyName(),
        one.child().givenName());
    same.add("and (child_birth_date <=> ?", one.child().birthDate());
    same.add(
        "or (applicant_name = ? and school_id <=> ?))", one.applicant().name(), one.schoolId());
    same.add(") x where x.id <> ? limit ?", one.id(), SHOWN);
    List<Long> keys = rows.list(same, row -> row.number("id"));
    if (keys.isEmpty()) {
      return List.of();
    }
    return rows.list(
        Sql.of("select a.public_id, a.number, a.child_given_name, a.child_family_name,")
            .add("a.applicant_name, coalesce(s.name, '') school, a.state, d.same_child")
            .add("from aid_application a left join school s on s.id = a.school_id")
            .add("left join aid_duplicate d on d.application_id = least(a.id, ?)", one.id())
            .add("and d.other_id = greatest(a.id, ?)", one.id())
            .in("where a.submitted_at is not null and a.id in", keys)
            .add("order by a.id"),
        row ->
            new Other(
                row.id("public_id"),
                row.number("number"),
                row.text("child_given_name") + " " + row.text("child_family_name"),
                row.text("applicant_name"),
                row.text("school"),
                row.one("state", ApplicationState.class),
                row.maybeYes("same_child")));
  }

  /** Keeps what an officer found about two applications. */
  void keep(AidApplication one, AidApplication other, boolean sameChild, Hand hand) {
    rows.write(
        Sql.of("replace into aid_duplicate")
            .add("(application_id, other_id, same_child, found_at, found_by) values")
            .add("(?, ?,", Math.min(one.id(), other.id()), Math.max(one.id(), other.id()))
            .add("?, ?, ?)", sameChild, clock.instant(), hand.name()));
  }
}
