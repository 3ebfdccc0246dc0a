package fr.gestmat.lending.control.transfer;

import fr.gestmat.access.Caller;
import fr.gestmat.lending.control.query.ReadModel;
import fr.gestmat.lending.control.query.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps proposals of moves while they are edited, until slips are made of them. */
@ApplicationScoped
public class PlanBook {

  @Inject private ReadModel database;
  @Inject private Clock clock;

  /**
   * A proposal.
   *
   * @param key database id
   * @param id public id
   * @param category what is moved
   * @param year the year in which the school year begins
   * @param settings what counted, and what stays short, as JSON
   * @param madeAt when
   * @param madeBy by whom
   * @param appliedAt when slips were made of it; absent before
   * @param appliedBy by whom
   * @param version grows with each change
   * @param lines its moves
   * @param devices all devices that it moves
   */
  public record Plan(
      long key,
      UUID id,
      String category,
      int year,
      String settings,
      Instant madeAt,
      String madeBy,
      Optional<Instant> appliedAt,
      Optional<String> appliedBy,
      int version,
      long lines,
      long devices) {}

  /**
   * A move of a proposal.
   *
   * @param position its place in the list
   * @param from database id of the place that gives
   * @param fromName its name
   * @param to database id of the place that receives
   * @param toName its name
   * @param devices how many
   * @param why why it is proposed; absent for one that a person added
   * @param surplus what the giver had left over
   * @param missing what the receiver lacked
   */
  public record Line(
      int position,
      long from,
      String fromName,
      long to,
      String toName,
      int devices,
      Optional<MovePlan.Why> why,
      int surplus,
      int missing) {}

  /** Keeps a new proposal. */
  public UUID keep(Caller who, String category, int year, String settings) {
    UUID id = UUID.randomUUID();
    database.write(
        new SqlText()
            .add("insert into move_plan")
            .add("(id, public_id, authority_id, category, school_year, settings, made_at, made_by)")
            .add(
                "values (next value for move_plan_seq, ?, ?, ?, ?, ?, ?, ?)",
                id,
                who.authorityId(),
                category,
                year,
                settings,
                clock.instant(),
                who.name()));
    return id;
  }

  /** Adds a move at the end; {@code why} and its figures are absent for a person's. */
  public void add(long plan, long from, long to, int devices, Optional<MovePlan.Move> why) {
    database.write(
        new SqlText()
            .add("insert into move_plan_line (plan_id, position, from_school_id, to_school_id,")
            .add("devices, why, surplus, missing)")
            .add("select ?, coalesce(max(position), 0) + 1, ?, ?, ?,", plan, from, to, devices)
            .orNull("?,", why.map(move -> move.why().name()))
            .orNull("?,", why.map(MovePlan.Move::surplus))
            .orNull("?", why.map(MovePlan.Move::missing))
            .add("from move_plan_line where plan_id = ?", plan));
  }

  /** Changes how many a move takes; 0 takes it off the list. */
  public void change(long plan, int position, int devices) {
    database.write(
        devices == 0
            ? new SqlText()
                .add(
                    "delete from move_plan_line where plan_id = ? and position = ?", plan, position)
            : new SqlText()
                .add("update move_plan_line set devices = ?", devices)
                .add("where plan_id = ? and position = ?", plan, position));
  }

  /**
   * Counts the version up, if it is still what the form had; holds the proposal until the end of
   * the transaction.
   */
  public boolean touch(long plan, int version) {
    return database.write(
            new SqlText()
                .add("update move_plan set version = version + 1")
                .add("where id = ? and version = ? and applied_at is null", plan, version))
        == 1;
  }

  /** Says that slips were made of it. */
  public void applied(Caller who, long plan) {
    database.write(
        new SqlText()
            .add("update move_plan set applied_at = ?, applied_by = ?", clock.instant(), who.name())
            .add("where id = ?", plan));
  }

  /** The latest proposals of an authority. */
  public List<Plan> latest(long authority, int most) {
    return plans(authority, new SqlText().add("order by p.id desc limit ?", most));
  }

  /** One proposal. */
  public Optional<Plan> find(long authority, UUID id) {
    return plans(authority, new SqlText().add("and p.public_id = ?", id)).stream().findFirst();
  }

  /** Its moves in order. */
  public List<Line> lines(long plan) {
    return database.list(
        new SqlText()
            .add("select l.position, l.from_school_id, f.name from_name, l.to_school_id,")
            .add("g.name to_name, l.devices, l.why, l.surplus, l.missing from move_plan_line l")
            .add("join school f on f.id = l.from_school_id join school g on g.id = l.to_school_id")
            .add("where l.plan_id = ? order by l.position", plan),
        row ->
            new Line(
                (int) row.number("position"),
                row.number("from_school_id"),
                row.text("from_name"),
                row.number("to_school_id"),
                row.text("to_name"),
                (int) row.number("devices"),
                row.maybeText("why").map(MovePlan.Why::valueOf),
                (int) row.number("surplus"),
                (int) row.number("missing")));
  }

  private List<Plan> plans(long authority, SqlText which) {
    return database.list(
        new SqlText()
            .add("select p.id, p.public_id, p.category, p.school_year, p.settings, p.made_at,")
            .add("p.made_by, p.applied_at, p.applied_by, p.version,")
            .add("(select count(*) from move_plan_line l where l.plan_id = p.id) moves,")
            .add("(select coalesce(sum(l.devices), 0) from move_plan_line l")
            .add(
                "where l.plan_id = p.id) devices from move_plan p where p.authority_id = ?",
                authority)
            .add(which),
        row ->
            new Plan(
                row.number("id"),
                row.id("public_id"),
                row.text("category"),
                (int) row.number("school_year"),
                row.text("settings"),
                row.instant("made_at"),
                row.text("made_by"),
                row.maybeInstant("applied_at"),
                row.maybeText("applied_by"),
                (int) row.number("version"),
                row.number("moves"),
                row.number("devices")));
  }
}
