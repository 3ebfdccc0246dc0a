package fr.gestmat.mealaid.control.document;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.taxnotice.CodeParser;
import fr.gestmat.mealaid.control.taxnotice.CodeReading;
import fr.gestmat.mealaid.control.taxnotice.NoticeReading;
import fr.gestmat.mealaid.entity.document.ReadNotice;
import fr.gestmat.mealaid.entity.document.ReadNotice.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * By which trust the notices were judged. Each import makes a new version of it; a notice says the
 * version that it was judged by, so that any server can go on where another one was stopped.
 */
@ApplicationScoped
public class NoticeTrust {

  private static final String VERSION = "(select coalesce(max(version), 0) from tax_notice_trust)";

  @PersistenceContext private EntityManager entities;
  @Inject private AidRows rows;
  @Inject private CertificateBook book;
  @Inject private Event<TrustChanged> changed;

  /**
   * How far the notices are judged by the newest trust.
   *
   * @param version of the trust; 0 as long as nothing was imported
   * @param waiting notices that still say what an older trust gave
   * @param total all notices that were read, with or without a code
   * @param verified notices that became authentic since the last import
   * @param unverified notices that no longer are since then
   */
  public record Standing(long version, long waiting, long total, long verified, long unverified) {}

  /** How far it is. */
  @InTransaction
  public Standing standing() {
    return new Standing(
        version(),
        waiting(),
        rows.number(Sql.of("select count(*) n from aid_tax_notice")),
        rows.number(Sql.of("select verified n from tax_notice_trust")),
        rows.number(Sql.of("select unverified n from tax_notice_trust")));
  }

  /**
   * The newest trust. Who judges asks for it before looking at any certificate: what is imported
   * meanwhile then leads to another look, never to none.
   */
  @InTransaction
  public int version() {
    return (int) rows.number(Sql.of("select " + VERSION + " n"));
  }

  /** Whether a notice of an application still says what an older trust gave. */
  @InTransaction
  public boolean isWaiting(long applicationId) {
    return rows.number(
            Sql.of("select count(*) n from aid_document d join aid_tax_notice t")
                .add("on t.document_id = d.id where d.application_id = ?", applicationId)
                .add("and t.trust_version < " + VERSION))
        > 0;
  }

  /** The certificates are others once the caller's transaction commits. */
  void renew() {
    boolean settled = waiting() == 0;
    rows.write(
        Sql.of("insert into tax_notice_trust (id, version) values (1, 1)")
            .add("on duplicate key update version = version + 1"));
    if (settled) {
      rows.write(Sql.of("update tax_notice_trust set verified = 0, unverified = 0"));
    }
    changed.fire(new TrustChanged());
  }

  /**
   * Says anew of some notices that wait whether they are authentic; those that another server has
   * in hand are left to it.
   *
   * @param most how many at most
   * @return how many; 0 if there is nothing left to do
   */
  @InTransaction(ofItsOwn = true)
  public int judge(int most) {
    int version = version();
    List<Long> ids = take(version, most);
    if (ids.isEmpty()) {
      return 0;
    }
    List<ReadNotice> notices =
        entities
            .createQuery("select n from ReadNotice n where n.id in :ids", ReadNotice.class)
            .setParameter("ids", ids)
            .getResultList();
    // All are judged before one is changed: each question to the book would write what changed.
    List<Outcome> outcomes = notices.stream().map(this::outcome).toList();
    int verified = 0;
    int unverified = 0;
    for (int i = 0; i < notices.size(); i++) {
      boolean before = notices.get(i).outcome() == Outcome.AUTHENTIC;
      boolean after = outcomes.get(i) == Outcome.AUTHENTIC;
      verified += after && !before ? 1 : 0;
      unverified += before && !after ? 1 : 0;
      notices.get(i).judged(outcomes.get(i), version);
    }
    rows.write(
        Sql.of("update tax_notice_trust set verified = verified + ?,", verified)
            .add("unverified = unverified + ?", unverified));
    return ids.size();
  }

  private List<Long> take(int version, int most) {
    List<?> ids =
        entities
            .createNativeQuery(
                "select id from aid_tax_notice where trust_version < ?1"
                    + " order by trust_version, id limit ?2 for update skip locked")
            .setParameter(1, version)
            .setParameter(2, most)
            .getResultList();
    return ids.stream().map(id -> ((Number) id).longValue()).toList();
  }

  private Outcome outcome(ReadNotice notice) {
    return notice
        .code()
        .filter(code -> notice.outcome().hasFigures())
        .map(CodeParser::parse)
        .filter(CodeReading.Read.class::isInstance)
        .map(read -> NoticeReading.outcome(book.judge(((CodeReading.Read) read).code())))
        .orElse(notice.outcome());
  }

  private long waiting() {
    return rows.number(
        Sql.of("select count(*) n from aid_tax_notice where trust_version < " + VERSION));
  }
}
