package fr.gestmat.mealaid.control.visa;

import fr.gestmat.access.Scope;
import fr.gestmat.directory.entity.BoardingStatus;
import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.Hand;
import fr.gestmat.mealaid.entity.AidApplication;
import fr.gestmat.mealaid.entity.ApplicationState;
import fr.gestmat.mealaid.entity.Figures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The applications of a school as its bursary sees them, and the visas that it gave. */
@ApplicationScoped
public class VisaBook {

  /** Applications of a class at most. */
  public static final int MOST = 300;

  private static final String CLASS =
      "coalesce((select v.class_name from aid_visa v where v.standing_application_id = a.id"
          + " and v.class_name <> ''), c.name, '')";

  /** Whoever was refused before a visa is not the school's work any more; who was granted is. */
  private static final String FROM =
      """
      from aid_application a join school s on s.id = a.school_id
      left join pupil p on p.id = a.pupil_id left join school_class c on c.id = p.class_id
      left join aid_visa v on v.standing_application_id = a.id
      where a.submitted_at is not null
      and a.state in ('SUBMITTED', 'IN_REVIEW', 'TO_COMPLETE', 'GRANTED')
      """;

  @Inject private AidRows rows;
  @Inject private Clock clock;

  /**
   * A class with its counts.
   *
   * @param uai code of the school
   * @param school its name
   * @param name the class; empty for children of whom none is known
   * @param applications how many
   * @param open of these, without a visa
   */
  public record ClassLine(String uai, String school, String name, long applications, long open) {}

  /**
   * An application as the school sees it: no income, no document.
   *
   * @param id public id
   * @param version what is looked at
   * @param number what people quote
   * @param child the child's name, family name first
   * @param className class by the school's word, else by the directory
   * @param state where it stands
   * @param declared what the family said of meals: a régime and meals a week
   * @param directory what the directory knows
   * @param inDirectory whether the directory knows the child in this school
   * @param visa what the school said; absent as long as it said nothing
   */
  public record Line(
      UUID id,
      int version,
      long number,
      String child,
      String className,
      ApplicationState state,
      Eating declared,
      Eating directory,
      boolean inDirectory,
      Optional<Visa> visa) {

    /** Whether the directory says something else than the family, or knows no such child here. */
    public boolean differs() {
      return !inDirectory
          || (directory.boarding().isPresent()
              && declared.boarding().isPresent()
              && !directory.boarding().equals(declared.boarding()))
          || (directory.meals().isPresent()
              && declared.meals().isPresent()
              && !directory.meals().equals(declared.meals()));
    }
  }

  /**
   * How a child eats at school.
   *
   * @param boarding the régime, if known
   * @param meals meals a week, if known
   */
  public record Eating(Optional<BoardingStatus> boarding, Optional<Integer> meals) {}

  /**
   * What a school said.
   *
   * @param key database id
   * @param enrolled whether it knows the child
   * @param eating how the child eats there
   * @param className its class; may be empty
   * @param by who said it
   * @param at when
   */
  public record Visa(
      long key, boolean enrolled, Eating eating, String className, String by, Instant at) {}

  /** The classes of the campaign's applications, by school and name. */
  public List<ClassLine> classes(Scope scope, long campaign) {
    Sql sql =
        // A name of its own: "class_name" alone would be the visa's column.
        Sql.of("select s.uai, s.name school, " + CLASS + " shown_class, count(*) n,")
            .add("sum(v.id is null) to_give " + FROM + "and a.campaign_id = ?", campaign);
    within(sql, scope);
    return rows.list(
        sql.add("group by s.id, shown_class order by s.name, shown_class limit 2000"),
        row ->
            new ClassLine(
                row.text("uai"),
                row.text("school"),
                row.text("shown_class"),
                row.number("n"),
                row.number("to_give")));
  }

  /** The applications of a class, by name. */
  public List<Line> lines(Scope scope, long campaign, String uai, String className) {
    Sql sql = select().add("and a.campaign_id = ? and s.uai = ?", campaign, uai);
    within(sql, scope);
    return rows.list(
        sql.add("and " + CLASS + " = ?", className)
            .add("order by a.child_family_name, a.child_given_name, a.id limit ?", MOST),
        VisaBook::line);
  }

  /** Whether a school of the scope has this application. */
  public boolean covers(Scope scope, UUID application) {
    Sql sql = Sql.of("select count(*) n " + FROM).add("and a.public_id = ?", application);
    within(sql, scope);
    return rows.number(sql) > 0;
  }

  /** The visa that stands. */
  public Optional<Visa> standing(long application) {
    return rows.first(
        Sql.of("select v.id visa, v.enrolled, v.boarding_status visa_boarding,")
            .add("v.meals_a_week visa_meals, v.class_name visa_class, v.given_by, v.given_at")
            .add("from aid_visa v where v.standing_application_id = ?", application),
        VisaBook::visa);
  }

  /** Gives a visa; the one that stood ends, and the rules read the school's word from now on. */
  void give(AidApplication held, Hand hand, VisaRule.Said said) {
    Optional<Visa> before = standing(held.id());
    before.ifPresent(visa -> end(visa.key(), hand));
    Figures figures = held.figures();
    String boarding = said.boarding().map(Enum::name).orElse(null);
    @Nullable Integer meals = VisaRule.mealsOf(said).orElse(null);
    rows.write(
        Sql.of("insert into aid_visa (id, application_id, school_id, enrolled, boarding_status,")
            .add("meals_a_week, class_name, given_at, given_by, given_account, before_boarding,")
            .add("before_meals, replaced_id) values (next value for aid_visa_seq,")
            .add("?, ?, ?, ?,", held.id(), held.schoolId(), said.enrolled(), boarding)
            .add("?, ?, ?,", meals, said.className(), clock.instant())
            .add("?, ?,", hand.name(), hand.accountId().orElse(0L))
            .add("?, ?,", figures.boardingStatus(), figures.mealsAWeek())
            .add("?)", before.map(Visa::key).orElse(null)));
    held.visaStands(true);
    if (said.enrolled()) {
      held.know(with(figures, boarding, meals));
    }
  }

  /**
   * The family sent its answers anew: the rules go on reading the school's word as long as a visa
   * stands, and the family's newest word returns with its undo.
   */
  public void prevail(AidApplication held) {
    Optional<Visa> stands = standing(held.id()).filter(Visa::enrolled);
    if (stands.isEmpty()) {
      return;
    }
    Figures said = held.figures();
    rows.write(
        Sql.of("update aid_visa set before_boarding = ?,", said.boardingStatus())
            .add("before_meals = ? where application_id = ?", said.mealsAWeek(), held.id())
            .add("and replaced_id is null"));
    Eating eating = stands.get().eating();
    held.know(
        with(said, eating.boarding().map(Enum::name).orElse(null), eating.meals().orElse(null)));
  }

  /** Takes the visa that stands back; the one before it, and what the rules read then, return. */
  boolean undo(AidApplication held, Hand hand) {
    record Before(
        long key, @Nullable String boarding, @Nullable Integer meals, Optional<Long> replaced) {}
    Optional<Before> last =
        rows.first(
            Sql.of("select id, before_boarding, before_meals, replaced_id from aid_visa")
                .add("where standing_application_id = ?", held.id()),
            row ->
                new Before(
                    row.number("id"),
                    row.textOrNull("before_boarding"),
                    row.smallOrNull("before_meals"),
                    row.maybeNumber("replaced_id")));
    if (last.isEmpty()) {
      return false;
    }
    end(last.get().key(), hand);
    last.get()
        .replaced()
        .ifPresent(
            key ->
                rows.write(
                    Sql.of(
                        "update aid_visa set ended_at = null, ended_by = null where id = ?", key)));
    held.visaStands(last.get().replaced().isPresent());
    held.know(with(held.figures(), last.get().boarding(), last.get().meals()));
    return true;
  }

  private void end(long visa, Hand hand) {
    rows.write(
        Sql.of("update aid_visa set ended_at = ?, ended_by = ?", clock.instant(), hand.name())
            .add("where id = ?", visa));
  }

  private static Figures with(Figures figures, @Nullable String boarding, @Nullable Integer meals) {
    return new Figures(
        figures.familyQuotient(),
        figures.referenceTaxIncome(),
        figures.taxShares(),
        figures.dependentChildren(),
        boarding,
        meals,
        figures.residencePostalCode());
  }

  private static void within(Sql sql, Scope scope) {
    sql.add("and a.authority_id = ?", scope.authorityId());
    if (!scope.wholeAuthority()) {
      sql.in("and a.school_id in", new ArrayList<>(scope.schoolIds()));
    }
  }

  private static Sql select() {
    return Sql.of("select a.public_id, a.version, a.number, a.child_family_name,")
        .add("a.child_given_name, " + CLASS + " class_name, a.state,")
        // What the family said: before a visa it is what the rules read.
        .add("if(v.id is null, a.boarding_status, (select x.before_boarding from aid_visa x")
        .add("where x.application_id = a.id order by x.id limit 1)) declared_boarding,")
        .add("if(v.id is null, a.meals_a_week, (select x.before_meals from aid_visa x")
        .add("where x.application_id = a.id order by x.id limit 1)) declared_meals,")
        .add("p.boarding_status directory_boarding, p.meals_a_week directory_meals,")
        .add("coalesce(p.school_id = a.school_id and p.status = 'ACTIVE', false) in_directory,")
        .add("v.id visa, v.enrolled, v.boarding_status visa_boarding, v.meals_a_week visa_meals,")
        .add("v.class_name visa_class, v.given_by, v.given_at " + FROM);
  }

  private static Line line(AidRow row) throws SQLException {
    return new Line(
        row.id("public_id"),
        (int) row.number("version"),
        row.number("number"),
        row.text("child_family_name") + " " + row.text("child_given_name"),
        row.text("class_name"),
        row.one("state", ApplicationState.class),
        eating(row, "declared"),
        eating(row, "directory"),
        row.yes("in_directory"),
        row.maybeNumber("visa").isEmpty() ? Optional.empty() : Optional.of(visa(row)));
  }

  private static Visa visa(AidRow row) throws SQLException {
    return new Visa(
        row.number("visa"),
        row.yes("enrolled"),
        eating(row, "visa"),
        Objects.requireNonNullElse(row.textOrNull("visa_class"), ""),
        row.text("given_by"),
        row.instant("given_at"));
  }

  private static Eating eating(AidRow row, String who) throws SQLException {
    return new Eating(
        boarding(row.maybeText(who + "_boarding")),
        row.maybeNumber(who + "_meals").map(Long::intValue));
  }

  /** A régime that the house knows; what a form once said otherwise is unknown. */
  public static Optional<BoardingStatus> boarding(Optional<String> name) {
    return name.flatMap(
        text ->
            Arrays.stream(BoardingStatus.values())
                .filter(one -> one.name().equals(text))
                .findFirst());
  }
}
