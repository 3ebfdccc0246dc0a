package fr.gestmat.lending.control.agreement;

import fr.gestmat.access.Scope;
import fr.gestmat.lending.control.agreement.SigningRule.Party;
import fr.gestmat.lending.control.agreement.SigningRule.Purpose;
import fr.gestmat.lending.control.agreement.SigningRule.Way;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.Row;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads agreements: one, a page of them, or all of a class, as a stream. */
@ApplicationScoped
public class AgreementBook {

  /** Lines of one agreement at most; a pupil's limit is far below. */
  private static final int LINES = 100;

  /** What a device is worth: what it was bought for, else its price in the table of this year. */
  private static final String LINE =
      """
      d.public_id device, d.asset_tag, d.serial, d.model_id, m.name model,
        coalesce(d.purchase_price, (select r.amount from replacement_price r
          where r.model_id = d.model_id and r.accessory = '' and r.school_year <= year(curdate())
          order by r.school_year desc limit 1)) worth,
        l.state loan_state, l.checked_out_at, l.due_on, l.returned_at, l.returned_grade
      """;

  @Inject private ReadModel database;

  /**
   * A signature, or a decline.
   *
   * @param id public id
   * @param signed whether it was signed; else declined
   * @param signer name of the person
   * @param digest SHA-256 of the text's version, in hexadecimal
   * @param file public id of the picture or page
   */
  public record Signature(
      UUID id,
      Purpose purpose,
      Party party,
      boolean signed,
      String signer,
      Optional<String> reason,
      Way way,
      Instant at,
      String recordedBy,
      String digest,
      Optional<UUID> file) {}

  /** An agreement that the scope covers, with its lines. */
  public Optional<AgreementData> find(Scope scope, UUID id, LocalDate today) {
    SqlText sql = from(scope).add("and a.public_id = ?", id);
    return database.first(select(sql), row -> AgreementData.read(row, today)).map(this::withLines);
  }

  /** An agreement of the authority, with its lines, for who has checked that it may be seen. */
  public Optional<AgreementData> find(long authorityId, UUID id, LocalDate today) {
    return find(new Scope(authorityId, true, java.util.Set.of()), id, today);
  }

  /** The latest agreements of a pupil that were not withdrawn, ten at most, with their lines. */
  public List<AgreementData> ofPupil(Scope scope, UUID pupil, LocalDate today) {
    List<AgreementData> found =
        database.list(
            select(
                from(scope)
                    .add("and u.public_id = ? and a.state = 'ACTIVE'", pupil)
                    .add("order by a.id desc limit 10")),
            row -> AgreementData.read(row, today));
    if (found.isEmpty()) {
      return found;
    }
    Map<Long, List<AgreementData.Line>> lines = new HashMap<>();
    database.list(
        new SqlText()
            .add("select l.agreement_id, " + LINE)
            .add("from loan l join device d on d.id = l.device_id")
            .add("join device_model m on m.id = d.model_id")
            .in("where l.agreement_id in", found.stream().map(AgreementData::key).toList())
            .add("order by d.asset_tag limit ?", LINES),
        row ->
            lines
                .computeIfAbsent(row.number("agreement_id"), key -> new ArrayList<>())
                .add(AgreementData.line(row)));
    return found.stream().map(a -> a.with(lines.getOrDefault(a.key(), List.of()))).toList();
  }

  private AgreementData withLines(AgreementData agreement) {
    return agreement.with(
        database.list(
            new SqlText()
                .add("select " + LINE)
                .add("from loan l join device d on d.id = l.device_id")
                .add("join device_model m on m.id = d.model_id")
                .add("where l.agreement_id = ? order by d.asset_tag, l.id", agreement.key())
                .add("limit ?", LINES),
            AgreementData::line));
  }

  /** The devices that a pupil holds, whatever they were lent under. */
  public List<AgreementData.Line> held(long pupilKey) {
    return database.list(
        new SqlText()
            .add("select " + LINE)
            .add("from loan l join device d on d.id = l.device_id")
            .add("join device_model m on m.id = d.model_id")
            .add("where l.pupil_id = ? and l.state <> 'CLOSED'", pupilKey)
            .add("order by d.asset_tag limit ?", LINES),
        AgreementData::line);
  }

  /** Who signed or declined, in order. */
  public List<Signature> signatures(long agreementKey) {
    return database.list(
        new SqlText()
            .add("select public_id, purpose, party, decision, signer_name, reason, way,")
            .add("signed_at, recorded_by, lower(hex(text_digest)) digest, file_id")
            .add("from agreement_signature where agreement_id = ? order by id", agreementKey),
        AgreementBook::signature);
  }

  /**
   * Hands over every agreement of an order with its lines, by class and name, without keeping them.
   * To be called outside of a transaction.
   */
  public void stream(
      Scope scope, AgreementOrder order, LocalDate today, ReadModel.Sink<AgreementData> sink)
      throws IOException {
    Gathering gathering = new Gathering(sink, today);
    SqlText sql =
        new SqlText()
            .add("select " + AgreementData.COLUMNS + ", " + LINE)
            .add(AgreementData.FROM)
            // Most loans of former years have no agreement: for MariaDB the index looks useless.
            .add("left join loan l force index (loan_of_agreement) on l.agreement_id = a.id")
            .add("left join device d on d.id = l.device_id")
            .add("left join device_model m on m.id = d.model_id")
            .add(order.where(scope))
            .add("order by s.name, c.name, u.family_name, u.given_name, a.id, d.asset_tag");
    database.stream(sql, gathering::read, row -> gathering.take(row));
    gathering.end();
  }

  /** How many agreements an order comes to. */
  public long count(Scope scope, AgreementOrder order) {
    return database.number(
        new SqlText().add("select count(*) n " + AgreementData.FROM).add(order.where(scope)));
  }

  /** Names of what goes with each model of the authority now: what was taken off is not said. */
  public Map<Long, List<String>> accessories(long authorityId) {
    Map<Long, List<String>> all = new HashMap<>();
    database.list(
        new SqlText()
            .add("select x.model_id, x.name, x.quantity from model_accessory x")
            .add("join device_model m on m.id = x.model_id where m.authority_id = ?", authorityId)
            .add("order by x.model_id, x.position"),
        row ->
            all.computeIfAbsent(row.number("model_id"), k -> new ArrayList<>())
                .add(
                    row.number("quantity") == 1
                        ? row.text("name")
                        : row.text("name") + " × " + row.number("quantity")));
    return all;
  }

  static SqlText select(SqlText from) {
    return new SqlText().add("select " + AgreementData.COLUMNS).add(from);
  }

  /** {@code from ... where} for what the scope covers: what its schools issued, or whose pupil. */
  static SqlText from(Scope scope) {
    SqlText sql =
        new SqlText().add(AgreementData.FROM).add("where a.authority_id = ?", scope.authorityId());
    visible(sql, scope);
    return sql;
  }

  static void visible(SqlText sql, Scope scope) {
    if (scope.isEmpty()) {
      sql.add("and 1 = 0");
    } else if (!scope.wholeAuthority()) {
      sql.in("and (a.school_id in", scope.schoolIds())
          .in("or u.school_id in", scope.schoolIds())
          .add(")");
    }
  }

  private static Signature signature(Row row) throws SQLException {
    return new Signature(
        row.id("public_id"),
        Purpose.valueOf(row.text("purpose")),
        Party.valueOf(row.text("party")),
        row.text("decision").equals("SIGNED"),
        row.text("signer_name"),
        row.maybeText("reason"),
        Way.valueOf(row.text("way")),
        row.instant("signed_at"),
        row.text("recorded_by"),
        row.text("digest"),
        row.maybeId("file_id"));
  }

  /** Rows of one agreement follow each other; each is handed over when the next one begins. */
  private static final class Gathering {
    private final ReadModel.Sink<AgreementData> sink;
    private final LocalDate today;
    private Optional<AgreementData> current = Optional.empty();
    private final List<AgreementData.Line> lines = new ArrayList<>();

    Gathering(ReadModel.Sink<AgreementData> sink, LocalDate today) {
      this.sink = sink;
      this.today = today;
    }

    private record Read(AgreementData agreement, Optional<AgreementData.Line> line) {}

    Read read(Row row) throws SQLException {
      long key = row.number("id");
      AgreementData agreement =
          current.isPresent() && current.get().key() == key
              ? current.get()
              : AgreementData.read(row, today);
      return new Read(
          agreement,
          row.textOrNull("asset_tag") == null
              ? Optional.empty()
              : Optional.of(AgreementData.line(row)));
    }

    void take(Read row) throws IOException {
      if (current.filter(c -> c.key() == row.agreement().key()).isEmpty()) {
        end();
        current = Optional.of(row.agreement());
      }
      row.line().ifPresent(lines::add);
    }

    void end() throws IOException {
      if (current.isPresent()) {
        sink.take(current.get().with(lines));
        lines.clear();
      }
    }
  }
}
