package fr.gestmat.lending.control.agreement;

import fr.gestmat.directory.control.feed.NameKey;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Shows a text as it will read for a real pupil, without issuing anything. */
@ApplicationScoped
public class AgreementPreview {

  @Inject private ReadModel database;
  @Inject private AgreementBook book;

  /**
   * The text for a pupil of the authority: one of those named, else one who holds a device.
   *
   * @param name names, each from its beginning; empty for anybody
   * @return empty if there is no such pupil
   */
  public Optional<AgreementContent> of(
      long authorityId, TextRule.Typed text, String name, LocalDate today) {
    List<String> words = NameKey.words(name);
    SqlText pupil =
        new SqlText()
            .add("select p.id from pupil p where p.authority_id = ?", authorityId)
            .add("and p.status = 'ACTIVE'");
    for (String word : words) {
      pupil
          .add("and exists (select 1 from pupil_name_token n where n.pupil_id = p.id")
          .add("and n.token like ?)", word + "%");
    }
    pupil
        .add("order by exists (select 1 from loan l where l.pupil_id = p.id")
        .add("and l.state = 'OPEN') desc, p.id limit 1");
    return database
        .first(pupil, row -> row.number("id"))
        .flatMap(key -> asIfIssued(key, today))
        .map(data -> new AgreementContent(data, text, book.accessories(authorityId)));
  }

  private Optional<AgreementData> asIfIssued(long pupil, LocalDate today) {
    String instead =
        """
        from (select 0 id, uuid() public_id, 'APERCU' code, 0 text_id, '' note,
          utc_timestamp(6) issued_at, '' issued_by, 'ACTIVE' state, cast(null as date) ends_on,
          cast(null as datetime) pupil_signed_at, cast(null as datetime) guardian_signed_at,
          cast(null as datetime) receipt_signed_at, cast(null as datetime) declined_at, 0 version,
          p.id pupil_id, p.school_id, p.authority_id from pupil p where p.id = ?) a
        """;
    return database
        .first(
            new SqlText()
                .add("select " + AgreementData.COLUMNS)
                .add(AgreementData.FROM.replace("from loan_agreement a", instead), pupil),
            row -> AgreementData.read(row, today))
        .map(data -> data.with(book.held(pupil)));
  }
}
