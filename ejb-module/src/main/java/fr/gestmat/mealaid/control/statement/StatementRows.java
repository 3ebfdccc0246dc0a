package fr.gestmat.mealaid.control.statement;

import fr.gestmat.mealaid.entity.statement.AidStatement;
import fr.gestmat.mealaid.entity.statement.AidStatementLine;
import fr.gestmat.mealaid.entity.statement.StatedLine;
import fr.gestmat.mealaid.entity.statement.StatementKind;
import fr.gestmat.mealaid.entity.statement.StatementState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Statements and their lines as they are kept. */
@ApplicationScoped
public class StatementRows {

  @PersistenceContext private EntityManager entities;

  /** The statement that counts for a school and term; of corrections the one in the making. */
  public Optional<AidStatement> live(long campaign, long school, int term, StatementKind kind) {
    return entities
        .createQuery(
            "select s from AidStatement s where s.campaignId = :campaign and s.schoolId = :school"
                + " and s.term = :term and s.kind = :kind and s.supersededAt is null order by s.id"
                + " desc",
            AidStatement.class)
        .setParameter("campaign", campaign)
        .setParameter("school", school)
        .setParameter("term", term)
        .setParameter("kind", kind)
        .getResultStream()
        .filter(s -> kind == StatementKind.REGULAR || s.state() != StatementState.FINAL)
        .findFirst();
  }

  /** Whether a regular statement of an earlier term is not final yet. */
  public boolean earlierIsOpen(long campaign, long school, int term) {
    return entities
            .createQuery(
                "select count(s) from AidStatement s where s.campaignId = :campaign and s.schoolId"
                    + " = :school and s.term < :term and s.kind = :kind and s.supersededAt is null"
                    + " and s.state <> :state",
                Long.class)
            .setParameter("campaign", campaign)
            .setParameter("school", school)
            .setParameter("term", term)
            .setParameter("kind", StatementKind.REGULAR)
            .setParameter("state", StatementState.FINAL)
            .getSingleResult()
        > 0;
  }

  /** Whether another statement of the school became final since this one was computed. */
  public boolean isOutdated(AidStatement statement) {
    return entities
            .createQuery(
                "select count(s) from AidStatement s where s.schoolId = :school and s.finalAt >"
                    + " :computed and s.id <> :id",
                Long.class)
            .setParameter("school", statement.schoolId())
            .setParameter("computed", statement.computedAt())
            .setParameter("id", statement.id())
            .getSingleResult()
        > 0;
  }

  /** The final statement of the school and campaign before this one, if there is one. */
  public Optional<AidStatement> before(AidStatement statement) {
    return entities
        .createQuery(
            "select s from AidStatement s where s.campaignId = :campaign and s.schoolId = :school"
                + " and s.state = :state and s.id <> :id and s.finalAt < :moment order by s.finalAt"
                + " desc",
            AidStatement.class)
        .setParameter("campaign", statement.campaignId())
        .setParameter("school", statement.schoolId())
        .setParameter("state", StatementState.FINAL)
        .setParameter("id", statement.id())
        .setParameter(
            "moment", Optional.ofNullable(statement.finalAt()).orElse(statement.computedAt()))
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** The lines of a statement in their order. */
  public List<AidStatementLine> lines(long statement) {
    return entities
        .createQuery(
            "select l from AidStatementLine l where l.statementId = :statement order by l.position",
            AidStatementLine.class)
        .setParameter("statement", statement)
        .getResultList();
  }

  /** The same as values. */
  public List<StatedLine> stated(long statement) {
    return lines(statement).stream().map(AidStatementLine::stated).toList();
  }

  /** Puts lines into a statement in place of those that it had. */
  public void put(AidStatement statement, List<StatedLine> lines) {
    entities
        .createQuery("delete from AidStatementLine l where l.statementId = :statement")
        .setParameter("statement", statement.id())
        .executeUpdate();
    statement.hold(lines);
    for (int i = 0; i < lines.size(); i++) {
      entities.persist(new AidStatementLine(statement.id(), i + 1, lines.get(i)));
    }
    entities.flush();
  }

  /** Keeps what a final statement said, for ever. */
  public void seal(AidStatement statement, StatementNumbers.Given number, List<StatedLine> lines) {
    entities
        .createNativeQuery(
            "insert into aid_statement_seal (statement_id, authority_id, year, number, line_count,"
                + " total, digest, sealed_at) values (?, ?, ?, ?, ?, ?, ?, utc_timestamp(6))")
        .setParameter(1, statement.id())
        .setParameter(2, statement.authorityId())
        .setParameter(3, number.year())
        .setParameter(4, number.number())
        .setParameter(5, lines.size())
        .setParameter(6, StatementSums.total(lines))
        .setParameter(7, StatementSeal.digest(lines))
        .executeUpdate();
  }

  /**
   * The lines of a statement, all of them as they were written.
   *
   * @throws IllegalStateException if a line is missing, or a final one is not what it was
   */
  public List<StatedLine> whole(AidStatement statement) {
    List<StatedLine> lines = stated(statement.id());
    if (lines.size() != statement.lineCount()
        || StatementSums.total(lines).compareTo(statement.total()) != 0) {
      throw new IllegalStateException("statement " + statement.publicId() + " is not whole");
    }
    if (statement.state() == StatementState.FINAL
        && !Arrays.equals(sealed(statement.id()), StatementSeal.digest(lines))) {
      throw new IllegalStateException("statement " + statement.number() + " was changed");
    }
    return lines;
  }

  private byte[] sealed(long statement) {
    return (byte[])
        entities
            .createNativeQuery("select digest from aid_statement_seal where statement_id = ?")
            .setParameter(1, statement)
            .getSingleResult();
  }
}
