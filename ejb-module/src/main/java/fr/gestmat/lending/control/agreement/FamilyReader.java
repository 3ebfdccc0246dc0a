package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import fr.gestmat.lending.entity.LoanState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a pupil or a guardian may see: oneself, or the children whom one has parental authority
 * over. Every reading names the person.
 */
@ApplicationScoped
public class FamilyReader {

  /** Children of one person at most. */
  private static final int MOST = 50;

  @Inject private ReadModel database;

  /**
   * A pupil, to the family.
   *
   * @param key database id
   * @param id public id
   * @param party as whom the reader signs for this pupil
   * @param devices tags of what the pupil holds; may be empty
   * @param toSign agreements that await the reader's signature
   */
  public record Child(
      long key,
      UUID id,
      String name,
      String schoolClass,
      String school,
      Party party,
      String devices,
      int toSign) {}

  /**
   * A device that the pupil holds.
   *
   * @param dueOn last day to bring it back
   * @param toReturnSince since when it must come back because the pupil left or moved
   */
  public record Held(
      String tag,
      String model,
      LoanState state,
      java.time.Instant lentAt,
      Optional<LocalDate> dueOn,
      Optional<LocalDate> toReturnSince,
      String school) {}

  /** Those whom the caller may see, by name; one statement. */
  public List<Child> children(Caller who, LocalDate today) {
    return database.list(
        select(who, today).add("order by u.given_name, u.id limit ?", MOST), FamilyReader::child);
  }

  /** One of those whom the caller may see. */
  public Optional<Child> child(Caller who, UUID id, LocalDate today) {
    return database.first(
        select(who, today).add("and u.public_id = ? limit 1", id), FamilyReader::child);
  }

  /** As whom the caller signs for a pupil; empty for somebody else's child. */
  public Optional<Party> party(Caller who, long pupilKey) {
    if (who.pupilId() != null && who.pupilId() == pupilKey) {
      return Optional.of(Party.PUPIL);
    }
    long guarded =
        database.number(
            new SqlText()
                .add("select count(*) n from guardianship h where h.pupil_id = ?", pupilKey)
                .add("and h.guardian_id = ? and h.parental_authority", who.guardianId()));
    return guarded > 0 ? Optional.of(Party.GUARDIAN) : Optional.empty();
  }

  private static SqlText select(Caller who, LocalDate today) {
    return new SqlText()
        .add("select u.id, u.public_id, concat(u.given_name, ' ', u.family_name) name,")
        .add("c.name class, s.name school, u.id <=> ? own,", who.pupilId())
        .add("(select group_concat(d.asset_tag order by d.asset_tag separator ', ')")
        .add("from loan l join device d on d.id = l.device_id")
        .add("where l.pupil_id = u.id and l.state <> 'CLOSED') devices,")
        .add("(select count(*) from loan_agreement x where x.pupil_id = u.id")
        .add("and x.state = 'ACTIVE' and (x.ends_on is null or x.ends_on >= ?)", today)
        .add("and (not exists (select 1 from loan l where l.agreement_id = x.id)")
        .add("or exists (select 1 from loan l where l.agreement_id = x.id")
        .add("and l.state <> 'CLOSED'))")
        .add("and if(u.id <=> ?, x.pupil_signed_at is null,", who.pupilId())
        .add(
            "x.guardian_signed_at is null and (u.birth_date is null or u.birth_date > ?)))",
            AgreementList.adult(today))
        .add("to_sign from pupil u join school s on s.id = u.school_id")
        .add("left join school_class c on c.id = u.class_id")
        .add("where u.authority_id = ? and (u.id <=> ?", who.authorityId(), who.pupilId())
        .add(
            "or u.id in (select h.pupil_id from guardianship h where h.guardian_id = ?",
            who.guardianId())
        .add("and h.parental_authority))");
  }

  private static Child child(fr.gestmat.lending.control.query.Row row)
      throws java.sql.SQLException {
    return new Child(
        row.number("id"),
        row.id("public_id"),
        row.text("name"),
        row.maybeText("class").orElse(""),
        row.text("school"),
        row.yes("own") ? Party.PUPIL : Party.GUARDIAN,
        row.maybeText("devices").orElse(""),
        (int) row.number("to_sign"));
  }

  /** What a pupil holds, by tag. */
  public List<Held> held(long pupilKey) {
    return database.list(
        new SqlText()
            .add("select d.asset_tag, m.name model, l.state, l.checked_out_at, l.due_on,")
            .add("l.to_return_since, s.name school from loan l")
            .add("join device d on d.id = l.device_id join device_model m on m.id = d.model_id")
            .add("join school s on s.id = l.school_id")
            .add("where l.pupil_id = ? and l.state <> 'CLOSED'", pupilKey)
            .add("order by d.asset_tag limit ?", MOST),
        row ->
            new Held(
                row.text("asset_tag"),
                row.text("model"),
                LoanState.valueOf(row.text("state")),
                row.instant("checked_out_at"),
                row.maybeDay("due_on"),
                row.maybeDay("to_return_since"),
                row.text("school")));
  }
}
