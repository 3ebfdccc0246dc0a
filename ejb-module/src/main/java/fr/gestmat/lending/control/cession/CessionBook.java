package fr.gestmat.lending.control.cession;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.policy.Cohort;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.LoanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads who comes to the end of schooling with a device, and what was chosen. */
@ApplicationScoped
public class CessionBook {

  /** Pupils of a class at most. */
  public static final int MOST = 500;

  private static final String FROM =
      """
      from loan l join pupil p on p.id = l.pupil_id join device d on d.id = l.device_id
      join device_model m on m.id = d.model_id join school s on s.id = p.school_id
      left join school_class c on c.id = p.class_id left join grade g on g.id = p.grade_id
      left join ownership_transfer o on o.loan_id = l.id
      where l.authority_id = ?
      """;

  /** What lists show: a device in the pupil's hands, or a choice. */
  private static final String CONCERNED = "and (l.state = 'OPEN' or o.id is not null)";

  @Inject private ReadModel database;

  /**
   * A class with its counts.
   *
   * @param school code of the school
   * @param schoolName its name
   * @param id public id of the class; absent for pupils in no class
   * @param name its name; absent likewise
   * @param eligible pupils who may choose
   * @param accepted of these, keep the device
   * @param refused of these, bring it back
   * @param certified of those who keep it, have their certificate
   */
  public record ClassLine(
      String school,
      String schoolName,
      Optional<UUID> id,
      Optional<String> name,
      long eligible,
      long accepted,
      long refused,
      long certified) {

    /** Who has not chosen yet. */
    public long open() {
      return eligible - accepted - refused;
    }
  }

  /**
   * A pupil with a device at the end of schooling.
   *
   * @param loan public id of the loan
   * @param loanKey its database id
   * @param deviceKey database id of the device
   * @param pupilKey database id of the pupil
   * @param schoolKey database id of the pupil's school
   * @param schoolName its name
   * @param pupil public id of the pupil
   * @param name the pupil's name, family name first
   * @param spoken the pupil's name as people say it
   * @param schoolClass name of the class
   * @param birthDate date of birth
   * @param mef code of the level
   * @param device public id of the device
   * @param tag its tag
   * @param serial its maker's number
   * @param model name of its model
   * @param state where the loan stands
   * @param accepted what was chosen; absent as long as nothing was
   * @param chooser who chose
   * @param chosenAt when
   * @param number number of the certificate
   * @param certifiedAt when it was issued
   */
  public record PupilLine(
      UUID loan,
      long loanKey,
      long deviceKey,
      long pupilKey,
      long schoolKey,
      String schoolName,
      UUID pupil,
      String name,
      String spoken,
      Optional<String> schoolClass,
      Optional<LocalDate> birthDate,
      Optional<String> mef,
      UUID device,
      String tag,
      Optional<String> serial,
      String model,
      LoanState state,
      Optional<Boolean> accepted,
      Optional<String> chooser,
      Optional<Instant> chosenAt,
      Optional<String> number,
      Optional<Instant> certifiedAt) {

    /** Whether a device that is not kept is there again. */
    public boolean isBack() {
      return accepted.isPresent() && !accepted.get() && state == LoanState.CLOSED;
    }
  }

  /** A guardian who may choose for a pupil. */
  public record Guardian(UUID id, String name) {}

  /** The classes of a scope in which somebody may choose, by school and name. */
  public List<ClassLine> classes(Scope scope, Cohort cohort) {
    return database.list(
        within(
                new SqlText()
                    .add("select s.uai, s.name school, c.public_id class, c.name class_name,")
                    .add("count(*) eligible, sum(coalesce(o.accepted, 0)) accepted,")
                    .add("sum(o.accepted = 0) refused, sum(o.number is not null) certified"),
                scope,
                cohort)
            .add(CONCERNED)
            .add("group by s.id, c.id order by s.name, c.name limit 2000"),
        row ->
            new ClassLine(
                row.text("uai"),
                row.text("school"),
                row.maybeId("class"),
                row.maybeText("class_name"),
                row.number("eligible"),
                row.number("accepted"),
                row.number("refused"),
                row.number("certified")));
  }

  /** The pupils of a class, or of a school who are in none. */
  public List<PupilLine> pupils(Scope scope, Cohort cohort, String uai, Optional<UUID> id) {
    SqlText sql = within(new SqlText().add(COLUMNS), scope, cohort).add("and s.uai = ?", uai);
    if (id.isPresent()) {
      sql.add("and c.public_id = ?", id.get());
    } else {
      sql.add("and c.id is null");
    }
    return database.list(
        sql.add(CONCERNED + " order by p.family_name, p.given_name, p.id limit ?", MOST),
        CessionBook::pupil);
  }

  /** What a pupil may choose about, or chose, by tag. */
  public List<PupilLine> ofPupil(Scope scope, Cohort cohort, UUID pupil) {
    return database.list(
        within(new SqlText().add(COLUMNS), scope, cohort)
            .add("and p.public_id = ?", pupil)
            .add(CONCERNED + " order by d.asset_tag, l.id limit ?", MOST),
        CessionBook::pupil);
  }

  /** One loan of the scope, whatever the level and wherever it stands. */
  public Optional<PupilLine> find(Scope scope, UUID loan) {
    return database.first(
        within(new SqlText().add(COLUMNS), scope, Cohort.EVERYONE).add("and l.public_id = ?", loan),
        CessionBook::pupil);
  }

  /** The guardians with parental authority of these pupils, by the pupils' database ids. */
  public Map<Long, List<Guardian>> guardians(List<PupilLine> pupils) {
    Map<Long, List<Guardian>> all = new HashMap<>();
    if (!pupils.isEmpty()) {
      database
          .list(
              new SqlText()
                  .add("select h.pupil_id, g.public_id, g.given_name, g.family_name")
                  .add("from guardianship h join guardian g on g.id = h.guardian_id")
                  .add("where h.parental_authority")
                  .in("and h.pupil_id in", pupils.stream().map(PupilLine::pupilKey).toList())
                  .add("order by h.rank_order"),
              row ->
                  Map.entry(
                      row.number("pupil_id"),
                      new Guardian(
                          row.id("public_id"),
                          row.text("given_name") + " " + row.text("family_name"))))
          .forEach(
              entry ->
                  all.computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                      .add(entry.getValue()));
    }
    return all;
  }

  /** Whether an incident of a device is not settled yet. */
  boolean incidentRuns(long device) {
    return database.number(
            new SqlText()
                .add("select count(*) n from incident where running_device_id = ?", device))
        > 0;
  }

  private static final String COLUMNS =
      """
      select l.public_id loan, l.id loan_key, d.id device_key, p.id pupil_key, s.id school_key,
        s.name school, p.public_id pupil, p.family_name, p.given_name, c.name class_name,
        p.birth_date, g.mef_code, d.public_id device, d.asset_tag, d.serial, m.name model, l.state,
        o.accepted, o.chooser, o.chosen_at, o.number, o.certified_at, o.id choice
      """;

  private static SqlText within(SqlText sql, Scope scope, Cohort cohort) {
    sql.add(FROM, scope.authorityId());
    if (!scope.wholeAuthority()) {
      if (scope.schoolIds().isEmpty()) {
        sql.add("and 1 = 0");
      } else {
        sql.in("and p.school_id in", scope.schoolIds());
      }
    }
    if (!cohort.prefixes().isEmpty()) {
      sql.add("and (o.id is not null");
      cohort.prefixes().forEach(prefix -> sql.add("or g.mef_code like ?", prefix + "%"));
      sql.add(")");
    }
    return sql;
  }

  private static PupilLine pupil(Row row) throws SQLException {
    boolean chosen = row.maybeNumber("choice").isPresent();
    return new PupilLine(
        row.id("loan"),
        row.number("loan_key"),
        row.number("device_key"),
        row.number("pupil_key"),
        row.number("school_key"),
        row.text("school"),
        row.id("pupil"),
        row.text("family_name") + " " + row.text("given_name"),
        row.text("given_name") + " " + row.text("family_name"),
        row.maybeText("class_name"),
        row.maybeDay("birth_date"),
        row.maybeText("mef_code"),
        row.id("device"),
        row.text("asset_tag"),
        row.maybeText("serial"),
        row.text("model"),
        LoanState.valueOf(row.text("state")),
        chosen ? Optional.of(row.yes("accepted")) : Optional.empty(),
        row.maybeText("chooser"),
        row.maybeInstant("chosen_at"),
        row.maybeText("number"),
        row.maybeInstant("certified_at"));
  }
}
