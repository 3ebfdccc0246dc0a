package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Scope;
import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.lending.control.agreement.SigningRule.Facts;
import fr.gestmat.lending.control.agreement.SigningRule.Standing;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lists of agreements: counts by class, and who has not signed. */
@ApplicationScoped
public class AgreementList {

  /** Classes of one school at most. */
  private static final int CLASSES = 500;

  /** Agreement {@code x} of pupil {@code u} that binds on a day: two values, both the day. */
  private static final String BINDING =
      """
      x.state = 'ACTIVE' and (x.ends_on is null or x.ends_on >= ?)
        and (not exists (select 1 from loan l where l.agreement_id = x.id)
          or exists (select 1 from loan l where l.agreement_id = x.id and l.state <> 'CLOSED'))
      """;

  /** Whether a signature of agreement {@code a} is awaited; one value, the birthday of adults. */
  private static final String UNSIGNED =
      "(a.pupil_signed_at is null or (a.guardian_signed_at is null"
          + " and (u.birth_date is null or u.birth_date > ?)))";

  @Inject private ReadModel database;

  /** What a list keeps. */
  public enum Kind {
    /** Binding, and not signed by everybody who must. */
    AWAITED,
    /** Declined by somebody. */
    DECLINED,
    /** Binding and signed. */
    SIGNED,
    /** All, over ones too. */
    ALL
  }

  /**
   * A filter.
   *
   * @param kind which
   * @param schoolClass public id of a class; empty for the whole school
   * @param text a name or a code; empty for all
   */
  public record Filter(Kind kind, Optional<UUID> schoolClass, String text) {}

  /**
   * A class in numbers.
   *
   * @param id public id; empty for pupils without a class
   * @param name its name
   * @param pupils active pupils
   * @param agreements those with an agreement that binds
   * @param unsigned those of them whose agreement somebody still has to sign
   * @param holding pupils who hold a device without an agreement that binds
   */
  public record ClassCount(
      Optional<UUID> id, String name, int pupils, int agreements, int unsigned, int holding) {

    /** Agreements signed by everybody who must. */
    public int signed() {
      return agreements - unsigned;
    }
  }

  /**
   * An agreement in a list.
   *
   * @param key where the list goes on after it
   * @param signBy last day to sign it, where policy lets it follow the hand-over
   * @param late whether that day has passed and somebody still has to sign
   */
  public record Line(
      long key,
      UUID id,
      UUID pupil,
      String pupilName,
      String schoolClass,
      Instant issuedAt,
      Facts facts,
      Standing standing,
      String devices,
      Optional<LocalDate> signBy,
      boolean late) {}

  /** The classes of a school in numbers, by name; one statement. */
  public List<ClassCount> classes(long schoolKey, LocalDate today) {
    return database.list(
        new SqlText()
            .add("select c.public_id id, c.name, count(*) pupils, count(a.id) agreements,")
            .add("coalesce(sum(a.id is not null and " + UNSIGNED + "), 0) awaited,", adult(today))
            .add("coalesce(sum(a.id is null and exists (select 1 from loan h")
            .add("where h.pupil_id = u.id and h.state <> 'CLOSED')), 0) holding")
            .add("from pupil u left join school_class c on c.id = u.class_id")
            .add("left join loan_agreement a on a.id = (select max(x.id) from loan_agreement x")
            .add("where x.pupil_id = u.id and " + BINDING + ")", today)
            .add("where u.school_id = ? and u.status = 'ACTIVE'", schoolKey)
            .add("group by c.id, c.public_id, c.name order by c.name limit ?", CLASSES),
        row ->
            new ClassCount(
                row.maybeId("id"),
                row.maybeText("name").orElse(""),
                (int) row.number("pupils"),
                (int) row.number("agreements"),
                (int) row.number("awaited"),
                (int) row.number("holding")));
  }

  /**
   * A page of a school's agreements, the latest first.
   *
   * @param before key of the last one of the page before; {@code Long.MAX_VALUE} for the first
   * @param days days after the hand-over within which it must be signed; empty where that is not
   *     asked
   */
  public List<Line> page(
      Scope scope,
      long schoolKey,
      Filter filter,
      LocalDate today,
      Optional<Integer> days,
      long before,
      int size) {
    SqlText sql =
        new SqlText()
            .add("select " + AgreementData.COLUMNS + ",")
            .add("(select group_concat(d.asset_tag order by d.asset_tag separator ', ')")
            .add("from loan l join device d on d.id = l.device_id")
            .add("where l.agreement_id = a.id and l.state <> 'CLOSED') devices,")
            .add("(select min(l.checked_out_at) from loan l")
            .add("where l.agreement_id = a.id and l.state <> 'CLOSED') lent_at")
            .add(AgreementBook.from(scope))
            .add("and a.school_id = ? and a.id < ?", schoolKey, before);
    filter.schoolClass().ifPresent(id -> sql.add("and c.public_id = ?", id));
    kept(sql, filter.kind(), today);
    if (!filter.text().isEmpty()) {
      NameKey.words(filter.text())
          .forEach(
              word ->
                  sql.add("and exists (select 1 from pupil_name_token n where n.pupil_id = u.id")
                      .add("and n.token like ?)", word + "%"));
    }
    return database.list(
        sql.add("order by a.id desc limit ?", size),
        row -> {
          AgreementData data = AgreementData.read(row, today);
          Optional<LocalDate> signBy =
              days.isEmpty() || data.facts().complete()
                  ? Optional.empty()
                  : row.maybeInstant("lent_at")
                      .map(at -> LocalDate.ofInstant(at, data.school().zone()))
                      .map(day -> day.plusDays(days.get()));
          return new Line(
              data.key(),
              data.id(),
              data.pupil().id(),
              data.pupil().familyName() + " " + data.pupil().givenName(),
              data.pupil().schoolClass(),
              data.issuedAt(),
              data.facts(),
              data.facts().on(today),
              row.maybeText("devices").orElse(data.school().promised()),
              signBy,
              signBy.filter(day -> day.isBefore(today)).isPresent());
        });
  }

  private static void kept(SqlText sql, Kind kind, LocalDate today) {
    if (kind == Kind.ALL) {
      return;
    }
    sql.add("and " + BINDING.replace("x.", "a."), today);
    switch (kind) {
      case AWAITED -> sql.add("and " + UNSIGNED, adult(today));
      case SIGNED -> sql.add("and not " + UNSIGNED, adult(today));
      case DECLINED -> sql.add("and a.declined_at is not null");
      case ALL -> {}
    }
  }

  /** Who was born on this day or before is of age. */
  static LocalDate adult(LocalDate today) {
    return today.minusYears(AgreementData.MAJORITY);
  }

  /** Pupils of a class or school whom an agreement can be issued for, by name. */
  public List<Candidate> candidates(long schoolKey, UUID schoolClass, LocalDate today) {
    return database.list(
        new SqlText()
            .add("select u.public_id, u.family_name, u.given_name,")
            .add("exists (select 1 from loan_agreement x where x.pupil_id = u.id")
            .add("and " + BINDING + ") bound,", today)
            .add("(select group_concat(d.asset_tag order by d.asset_tag separator ', ')")
            .add("from loan h join device d on d.id = h.device_id")
            .add("where h.pupil_id = u.id and h.state <> 'CLOSED') devices")
            .add("from pupil u where u.school_id = ? and u.status = 'ACTIVE'", schoolKey)
            .add("and exists (select 1 from pupil_class k")
            .add("join school_class c on c.id = k.class_id where k.pupil_id = u.id")
            .add("and c.public_id = ?)", schoolClass)
            .add("order by u.family_name, u.given_name, u.id limit 500"),
        row ->
            new Candidate(
                row.id("public_id"),
                row.text("family_name") + " " + row.text("given_name"),
                row.yes("bound"),
                row.maybeText("devices").orElse("")));
  }

  /**
   * A pupil for whom an agreement may be issued.
   *
   * @param id public id
   * @param name family name first
   * @param bound whether one binds already
   * @param devices tags of what the pupil holds; may be empty
   */
  public record Candidate(UUID id, String name, boolean bound, String devices) {}
}
