package fr.gestmat.lending.control.count;

import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who scans for a count, and who could. */
@ApplicationScoped
public class CountAgents {

  @Inject private ReadModel database;

  /**
   * Somebody who scans for a count.
   *
   * @param account database id of the account
   * @param name the person's name
   * @param scans how many scans came
   * @param finishedAt when the person said that all is sent; absent before
   */
  public record Agent(long account, String name, long scans, Optional<Instant> finishedAt) {

    /** Whether scans may still wait on a station: some came, and nobody said that all is sent. */
    public boolean underWay() {
      return scans > 0 && finishedAt.isEmpty();
    }
  }

  /**
   * Somebody who may be asked to scan.
   *
   * @param account database id of the account
   * @param id its public id
   * @param name the person's name
   */
  public record Candidate(long account, UUID id, String name) {}

  /** The agents of a count with what each has done. */
  public List<Agent> of(long count) {
    return database.list(
        new SqlText()
            .add("select a.account_id, a.name, a.finished_at,")
            .add("(select count(*) from stock_count_scan s where s.count_id = a.count_id")
            .add("and s.account_id = a.account_id) scans")
            .add("from stock_count_agent a where a.count_id = ? order by a.name", count),
        row ->
            new Agent(
                row.number("account_id"),
                row.text("name"),
                row.number("scans"),
                row.maybeInstant("finished_at")));
  }

  /** Who lends in a school and can sign on: at most 200, by name. */
  public List<Candidate> candidates(long authority, long school) {
    return database.list(
        new SqlText()
            .add("select distinct a.id, a.public_id, a.display_name from account a")
            .add("join role_grant g on g.account_id = a.id")
            .add("and g.role in ('LOAN_AGENT', 'LOAN_MANAGER')")
            .add("and (g.school_id = ? or g.school_id is null)", school)
            .add(
                "where a.authority_id = ? and a.active order by a.display_name limit 200",
                authority),
        row -> new Candidate(row.number("id"), row.id("public_id"), row.text("display_name")));
  }

  /** Adds somebody, once. */
  void add(long count, long account, String name) {
    database.write(
        new SqlText()
            .add("insert ignore into stock_count_agent (count_id, account_id, name)")
            .add("values (?, ?, ?)", count, account, name));
  }

  /** Takes off the list who is not among these and has scanned nothing. */
  void keepOnly(long count, Collection<Candidate> these) {
    Set<Long> kept = these.stream().map(Candidate::account).collect(Collectors.toSet());
    kept.add(0L);
    database.write(
        new SqlText()
            .add("delete from stock_count_agent where count_id = ?", count)
            .add("and not exists (select 1 from stock_count_scan s where s.count_id = ?", count)
            .add("and s.account_id = stock_count_agent.account_id)")
            .in("and account_id not in", kept));
  }

  /** Says that all scans of somebody are sent. */
  boolean finish(long count, long account, Instant at) {
    return database.write(
            new SqlText()
                .add("update stock_count_agent set finished_at = ?", at)
                .add("where count_id = ? and account_id = ?", count, account))
        > 0;
  }
}
