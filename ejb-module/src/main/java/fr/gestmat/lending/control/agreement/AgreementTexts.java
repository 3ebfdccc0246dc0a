package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The texts of an authority. A text has versions; the latest may be a draft. */
@ApplicationScoped
public class AgreementTexts {

  /** Versions that a list shows at most. */
  private static final int SHOWN = 200;

  private static final String SELECT =
      """
      select t.id, t.public_id, t.name, t.number, t.state, t.title, t.body, t.note,
        hex(t.digest) digest, t.saved_at, t.saved_by, t.published_at, t.published_by, t.version,
        not exists (select 1 from agreement_text n where n.authority_id = t.authority_id
          and n.name = t.name and n.number > t.number and n.state = 'PUBLISHED') latest
      from agreement_text t
      where t.authority_id = ?
      """;

  @Inject private ReadModel database;
  @Inject private Clock clock;

  /**
   * A version of a text.
   *
   * @param key database id
   * @param id public id
   * @param number of the version, from 1
   * @param published whether it can be used, and never changes again
   * @param text what it says
   * @param digest SHA-256 in hexadecimal once published; empty before
   * @param savedAt when it was last saved
   * @param savedBy by whom
   * @param publishedAt when it was published
   * @param publishedBy by whom
   * @param version grows with each change
   * @param latest whether no later version was published
   */
  public record Version(
      long key,
      UUID id,
      int number,
      boolean published,
      TextRule.Typed text,
      String digest,
      Instant savedAt,
      String savedBy,
      Optional<Instant> publishedAt,
      Optional<String> publishedBy,
      int version,
      boolean latest) {}

  /** All versions, by name, the latest first. */
  public List<Version> all(long authorityId) {
    return database.list(
        new SqlText().add(SELECT, authorityId).add("order by t.name, t.number desc limit ?", SHOWN),
        AgreementTexts::read);
  }

  /** What agreements can be issued with: the latest published version of each text. */
  public List<Version> usable(long authorityId) {
    return all(authorityId).stream().filter(v -> v.published() && v.latest()).toList();
  }

  /** A version. */
  public Optional<Version> find(long authorityId, UUID id) {
    return database.first(
        new SqlText().add(SELECT, authorityId).add("and t.public_id = ?", id),
        AgreementTexts::read);
  }

  /** A version by its database id. */
  public Optional<Version> find(long authorityId, long key) {
    return database.first(
        new SqlText().add(SELECT, authorityId).add("and t.id = ?", key), AgreementTexts::read);
  }

  /** The draft of a name, or the latest published version. */
  Optional<Version> newest(long authorityId, String name) {
    return database.first(
        new SqlText()
            .add(SELECT, authorityId)
            .add("and t.name = ? order by t.number desc limit 1", name),
        AgreementTexts::read);
  }

  /** Keeps a new draft: the next version of its name. Needs a transaction. */
  public UUID create(Caller who, TextRule.Typed text) {
    UUID id = UUID.randomUUID();
    int number = newest(who.authorityId(), text.name()).map(Version::number).orElse(0) + 1;
    database.write(
        new SqlText()
            .add("insert into agreement_text (id, public_id, authority_id, name, number, title,")
            .add("body, note, saved_at, saved_by) values (next value for agreement_text_seq,")
            .add("?, ?, ?, ?, ?,", id, who.authorityId(), text.name(), number, text.title())
            .add("?, ?, ?, ?)", text.body(), text.note(), clock.instant(), who.name()));
    return id;
  }

  /**
   * Changes a draft. Needs a transaction.
   *
   * @return whether the draft of this version was still there
   */
  public boolean change(Caller who, UUID id, int version, TextRule.Typed text) {
    return database.write(
            new SqlText()
                .add("update agreement_text set title = ?, body = ?,", text.title(), text.body())
                .add("note = ?,", text.note())
                .add("saved_at = ?, saved_by = ?,", clock.instant(), who.name())
                .add("version = version + 1 where authority_id = ?", who.authorityId())
                .add("and public_id = ? and version = ? and state = 'DRAFT'", id, version))
        == 1;
  }

  /**
   * Publishes a draft: from now on it never changes. Needs a transaction.
   *
   * @return whether the draft of this version was still there
   */
  public boolean publish(Caller who, Version draft) {
    return database.write(
            new SqlText()
                .add("update agreement_text set state = 'PUBLISHED',")
                .add("digest = ?,", (Object) draft.text().digest())
                .add("published_at = ?, published_by = ?,", clock.instant(), who.name())
                .add("version = version + 1 where authority_id = ?", who.authorityId())
                .add("and id = ? and version = ?", draft.key(), draft.version())
                .add("and state = 'DRAFT'"))
        == 1;
  }

  private static Version read(Row row) throws SQLException {
    return new Version(
        row.number("id"),
        row.id("public_id"),
        (int) row.number("number"),
        row.text("state").equals("PUBLISHED"),
        new TextRule.Typed(row.text("name"), row.text("title"), row.text("body"), row.text("note")),
        row.maybeText("digest").map(d -> d.toLowerCase(java.util.Locale.ROOT)).orElse(""),
        row.instant("saved_at"),
        row.text("saved_by"),
        row.maybeInstant("published_at"),
        row.maybeText("published_by"),
        (int) row.number("version"),
        row.yes("latest"));
  }

  /** The bytes of a digest in hexadecimal. */
  static byte[] bytes(String digest) {
    return HexFormat.of().parseHex(digest);
  }
}
