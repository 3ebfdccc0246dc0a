package fr.gestmat.mealaid.control.decision;

import fr.gestmat.journal.boundary.InTransaction;
import fr.gestmat.mealaid.control.query.AidRow;
import fr.gestmat.mealaid.control.query.AidRows;
import fr.gestmat.mealaid.control.query.Sql;
import fr.gestmat.mealaid.control.review.WorkList.Chosen;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Batches and their applications as they are kept. */
@ApplicationScoped
public class BatchRows {

  /** After which a batch that is not done counts as stuck. */
  public static final Duration STUCK = Duration.ofHours(24);

  private static final int SHOWN = 200;
  private static final int AT_ONCE = 500;

  private static final String SELECT =
      """
      select b.id, b.public_id, b.authority_id, b.campaign_id, b.action, b.reason, b.owner_account,
        b.owner_name, b.created_at, b.state, b.finished_at, b.left_out,
        (select count(*) from aid_batch_item i where i.batch_id = b.id) total,
        (select count(*) from aid_batch_item i where i.batch_id = b.id and i.state = 'WAITING')
          waiting,
        (select count(*) from aid_batch_item i where i.batch_id = b.id and i.state = 'DONE') done,
        (select count(*) from aid_batch_item i where i.batch_id = b.id and i.state = 'SKIPPED')
          skipped,
        (select count(*) from aid_batch_item i where i.batch_id = b.id and i.state = 'FAILED')
          failed
      from aid_batch b
      """;

  @Inject private AidRows rows;
  @Inject private Clock clock;

  /** What a batch does to each of its applications. */
  public enum Action {
    /** Begins the review. */
    TAKE,
    /** Gives the aid. */
    GRANT,
    /** Does not give it; a reason is owed. */
    REFUSE,
    /** No follow-up. */
    CLOSE,
    /** Out of the daily lists. */
    ARCHIVE
  }

  /** Where a batch stands. */
  public enum State {
    /** It goes on. */
    RUNNING,
    /** Somebody stopped it. */
    STOPPED,
    /** Nothing of it waits. */
    DONE
  }

  /** How it went for an application. */
  public enum ItemState {
    /** It waits, and nobody else may move it. */
    WAITING,
    /** It is done. */
    DONE,
    /** Somebody was faster, or something stands against it. */
    SKIPPED,
    /** It went wrong; it may be tried again. */
    FAILED
  }

  /**
   * A batch.
   *
   * @param key database id
   * @param id public id
   * @param authority authority
   * @param campaign database id of the campaign
   * @param action what it does
   * @param reason what the families read; may be empty
   * @param owner account that made it
   * @param ownerName its name
   * @param createdAt when
   * @param state where it stands
   * @param finishedAt when it ended
   * @param leftOut applications that were chosen and could not be taken in
   * @param total applications that it holds
   * @param waiting of these, still to do
   * @param done of these, done
   * @param skipped of these, skipped
   * @param failed of these, failed
   */
  public record Batch(
      long key,
      UUID id,
      long authority,
      long campaign,
      Action action,
      String reason,
      long owner,
      String ownerName,
      Instant createdAt,
      State state,
      Optional<Instant> finishedAt,
      long leftOut,
      long total,
      long waiting,
      long done,
      long skipped,
      long failed) {

    /** Whether it should have been done long ago (M-B08). */
    public boolean isStuck(Instant now) {
      return state == State.RUNNING && createdAt.plus(STUCK).isBefore(now);
    }
  }

  /**
   * An application that was not done.
   *
   * @param id public id
   * @param number what people quote
   * @param child the child's name
   * @param state skipped or failed
   * @param reason code of why
   */
  public record Trouble(UUID id, long number, String child, ItemState state, String reason) {}

  /** An application whose turn it is. */
  public record Item(long application, UUID id, int version) {}

  /** Keeps a batch without applications; its database id. */
  public long create(
      UUID id,
      long authority,
      long campaign,
      Action action,
      String reason,
      long owner,
      String name) {
    rows.write(
        Sql.of("insert into aid_batch (id, public_id, authority_id, campaign_id, action, reason,")
            .add("owner_account, owner_name, created_at) values (next value for aid_batch_seq,")
            .add("?, ?, ?, ?, ?,", id, authority, campaign, action, reason)
            .add("?, ?, ?)", owner, name, clock.instant()));
    return rows.number(Sql.of("select id n from aid_batch where public_id = ?", id));
  }

  /**
   * Takes applications in: those that stand where the action begins and that no other batch holds.
   *
   * @return how many were taken in
   */
  public int fill(long batch, long authority, long campaign, Action action, List<Chosen> chosen) {
    int taken = 0;
    for (int from = 0; from < chosen.size(); from += AT_ONCE) {
      List<Chosen> some = chosen.subList(from, Math.min(from + AT_ONCE, chosen.size()));
      taken +=
          rows.write(
              Sql.of("insert ignore into aid_batch_item (batch_id, application_id, version)")
                  .add("select ?, a.id, a.version from aid_application a", batch)
                  .add("where a.authority_id = ? and a.campaign_id = ?", authority, campaign)
                  .add("and a.submitted_at is not null and " + standing(action))
                  .in("and a.id in", some.stream().map(Chosen::id).collect(Collectors.toList())));
    }
    return taken;
  }

  private static String standing(Action action) {
    return switch (action) {
      case TAKE -> "a.state = 'SUBMITTED'";
      case GRANT, REFUSE -> "a.state in ('SUBMITTED', 'IN_REVIEW')";
      case CLOSE -> "a.state in ('SUBMITTED', 'IN_REVIEW', 'TO_COMPLETE')";
      case ARCHIVE -> "a.state in ('GRANTED', 'REFUSED', 'CLOSED', 'WITHDRAWN')";
    };
  }

  /** Says how many could not be taken in. */
  public void leftOut(long batch, int count) {
    rows.write(Sql.of("update aid_batch set left_out = ? where id = ?", count, batch));
  }

  /** The ids of applications by their public ids, those of the authority and campaign only. */
  public List<Chosen> keys(long authority, long campaign, List<UUID> ids) {
    List<Chosen> all = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      all.addAll(
          rows.list(
              Sql.of("select id, version from aid_application where authority_id = ?", authority)
                  .add("and campaign_id = ? and submitted_at is not null", campaign)
                  .in("and public_id in", ids.subList(from, Math.min(from + AT_ONCE, ids.size()))),
              row -> new Chosen(row.number("id"), (int) row.number("version"))));
    }
    return all;
  }

  /** The batches of an authority, the latest first. */
  public List<Batch> all(long authority) {
    return rows.list(
        Sql.of(SELECT).add("where b.authority_id = ? order by b.id desc limit 50", authority),
        BatchRows::batch);
  }

  /** One of them. */
  public Optional<Batch> find(long authority, UUID id) {
    return rows.first(
        Sql.of(SELECT).add("where b.authority_id = ? and b.public_id = ?", authority, id),
        BatchRows::batch);
  }

  /** The applications that were skipped or failed, up to {@value #SHOWN}. */
  public List<Trouble> troubles(long batch) {
    return rows.list(
        Sql.of("select a.public_id, a.number, a.child_given_name, a.child_family_name, i.state,")
            .add("coalesce(i.reason, '') reason from aid_batch_item i")
            .add("join aid_application a on a.id = i.application_id where i.batch_id = ?", batch)
            .add("and i.state in ('FAILED', 'SKIPPED') order by i.state, a.number limit ?", SHOWN),
        row ->
            new Trouble(
                row.id("public_id"),
                row.number("number"),
                row.text("child_given_name") + " " + row.text("child_family_name"),
                row.one("state", ItemState.class),
                row.text("reason")));
  }

  /** The next unit: applications that wait, unless the batch was stopped. */
  @InTransaction(ofItsOwn = true)
  public List<Item> unit(long batch, int most) {
    return rows.list(
        Sql.of("select i.application_id, a.public_id, i.version from aid_batch_item i")
            .add("join aid_batch b on b.id = i.batch_id and b.state = 'RUNNING'")
            .add("join aid_application a on a.id = i.application_id where i.batch_id = ?", batch)
            .add("and i.state = 'WAITING' order by i.application_id limit ?", most),
        row ->
            new Item(
                row.number("application_id"), row.id("public_id"), (int) row.number("version")));
  }

  /**
   * Locks an application of a batch, and the batch, until the transaction ends.
   *
   * @return whether the application still waits and the batch goes on
   */
  boolean hold(long batch, long application) {
    return rows.number(
            Sql.of("select count(*) n from aid_batch b join aid_batch_item i on i.batch_id = b.id")
                .add("where b.id = ? and b.state = 'RUNNING'", batch)
                .add("and i.application_id = ? and i.state = 'WAITING' for update", application))
        > 0;
  }

  /** Says how it went for an application that waits, which lets it go. */
  void item(long batch, long application, ItemState state, String reason) {
    rows.write(
        Sql.of("update aid_batch_item set state = ?, reason = ?,", state, cut(reason))
            .add("done_at = ? where batch_id = ?", clock.instant(), batch)
            .add("and application_id = ? and state = 'WAITING'", application));
  }

  /** Ends a batch of which nothing waits. */
  @InTransaction(ofItsOwn = true)
  public void finish(long batch) {
    rows.write(
        Sql.of("update aid_batch set state = 'DONE', finished_at = ?", clock.instant())
            .add("where id = ? and state = 'RUNNING'", batch));
  }

  /** Stops a batch between two applications: what waits is let go. */
  public boolean stop(long batch) {
    boolean stopped =
        rows.write(
                Sql.of("update aid_batch set state = 'STOPPED', finished_at = ?", clock.instant())
                    .add("where id = ? and state = 'RUNNING'", batch))
            > 0;
    if (stopped) {
      rows.write(
          Sql.of("update aid_batch_item set state = 'SKIPPED', reason = 'stopped',")
              .add("done_at = ? where batch_id = ? and state = 'WAITING'", clock.instant(), batch));
    }
    return stopped;
  }

  /**
   * Lets what failed be tried again, as it stands now; what another batch holds stays.
   *
   * @return how many
   */
  public int again(long batch) {
    int waiting =
        rows.write(
            Sql.of("update ignore aid_batch_item i join aid_application a")
                .add("on a.id = i.application_id set i.state = 'WAITING', i.reason = null,")
                .add("i.version = a.version where i.batch_id = ? and i.state = 'FAILED'", batch));
    if (waiting > 0) {
      rows.write(
          Sql.of("update aid_batch set state = 'RUNNING', finished_at = null where id = ?", batch));
    }
    return waiting;
  }

  private static String cut(String reason) {
    return reason.substring(0, Math.min(reason.length(), 400));
  }

  private static Batch batch(AidRow row) throws SQLException {
    return new Batch(
        row.number("id"),
        row.id("public_id"),
        row.number("authority_id"),
        row.number("campaign_id"),
        row.one("action", Action.class),
        row.maybeText("reason").orElse(""),
        row.number("owner_account"),
        row.text("owner_name"),
        row.instant("created_at"),
        row.one("state", State.class),
        row.maybeInstant("finished_at"),
        row.number("left_out"),
        row.number("total"),
        row.number("waiting"),
        row.number("done"),
        row.number("skipped"),
        row.number("failed"));
  }
}
