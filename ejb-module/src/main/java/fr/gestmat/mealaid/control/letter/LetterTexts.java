package fr.gestmat.mealaid.control.letter;

import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The versions of a campaign's letter texts. The latest of a kind may be a draft. */
@ApplicationScoped
public class LetterTexts {

  private static final int SHOWN = 200;

  private static final String SELECT =
      """
      select t.id, t.public_id, t.kind, t.number, t.title, t.body, t.signatory, t.footer, t.logo,
        t.saved_at, t.saved_by, t.published_at, t.published_by, t.version
      from aid_letter_text t where t.campaign_id = ?
      """;

  @Inject private AidRows rows;
  @Inject private Clock clock;

  /**
   * A version.
   *
   * @param key database id
   * @param id public id
   * @param kind which letter
   * @param number of the version, from 1
   * @param text what it says
   * @param savedAt when it was saved last
   * @param savedBy by whom
   * @param publishedAt when it was published; absent for a draft
   * @param publishedBy by whom
   * @param version grows with each change
   */
  public record Version(
      long key,
      UUID id,
      LetterKind kind,
      int number,
      LetterText text,
      Instant savedAt,
      String savedBy,
      Optional<Instant> publishedAt,
      Optional<String> publishedBy,
      int version) {}

  /** All versions of a campaign, by kind, the latest first. */
  public List<Version> all(long campaign) {
    return rows.list(
        Sql.of(SELECT, campaign).add("order by t.kind, t.number desc limit ?", SHOWN),
        LetterTexts::read);
  }

  /** A version. */
  public Optional<Version> find(long campaign, UUID id) {
    return rows.first(Sql.of(SELECT, campaign).add("and t.public_id = ?", id), LetterTexts::read);
  }

  /** What letters of a kind are made with now; empty while nothing was published. */
  public Optional<Version> inForce(long campaign, LetterKind kind) {
    return rows.first(
        Sql.of(SELECT, campaign)
            .add("and t.kind = ? and t.published_at is not null", kind)
            .add("order by t.number desc limit 1"),
        LetterTexts::read);
  }

  /** Keeps a new draft, the next version of its kind; the id of the one that is there already. */
  public UUID draft(long campaign, LetterKind kind, LetterText text, String by) {
    UUID id = UUID.randomUUID();
    rows.write(
        Sql.of("insert into aid_letter_text (id, public_id, campaign_id, kind, number, title,")
            .add("body, signatory, footer, logo, saved_at, saved_by)")
            .add("select next value for aid_letter_text_seq, ?, ?, ?,", id, campaign, kind)
            .add(
                "coalesce((select max(number) from aid_letter_text where campaign_id = ?", campaign)
            .add("and kind = ?), 0) + 1, ?, ?,", kind, text.title(), text.body())
            .add("?, ?, ?,", text.signatory(), text.footer(), text.logo().orElse(null))
            .add("?, ? from dual where not exists (select 1", clock.instant(), by)
            .add("from aid_letter_text where campaign_id = ? and kind = ?", campaign, kind)
            .add("and published_at is null)"));
    return rows.first(
            Sql.of("select public_id from aid_letter_text where campaign_id = ?", campaign)
                .add("and kind = ? and published_at is null", kind),
            row -> row.id("public_id"))
        .orElse(id);
  }

  /** Changes a draft; whether the draft of this version was still there. */
  public boolean change(Version draft, int version, LetterText text, String by) {
    return rows.write(
            Sql.of("update aid_letter_text set title = ?, body = ?,", text.title(), text.body())
                .add("signatory = ?, footer = ?,", text.signatory(), text.footer())
                .add("logo = ?, saved_at = ?,", text.logo().orElse(null), clock.instant())
                .add("saved_by = ?, version = version + 1 where id = ?", by, draft.key())
                .add("and version = ? and published_at is null", version))
        == 1;
  }

  /** Publishes a draft: from now on it never changes. */
  public boolean publish(Version draft, int version, String by) {
    return rows.write(
            Sql.of("update aid_letter_text set published_at = ?,", clock.instant())
                .add("published_by = ?, version = version + 1 where id = ?", by, draft.key())
                .add("and version = ? and published_at is null", version))
        == 1;
  }

  private static Version read(AidRow row) throws SQLException {
    return new Version(
        row.number("id"),
        row.id("public_id"),
        row.one("kind", LetterKind.class),
        (int) row.number("number"),
        new LetterText(
            row.text("title"),
            row.text("body"),
            row.text("signatory"),
            row.text("footer"),
            Optional.ofNullable(row.bytesOrNull("logo"))),
        row.instant("saved_at"),
        row.text("saved_by"),
        row.maybeInstant("published_at"),
        row.maybeText("published_by"),
        (int) row.number("version"));
  }
}
