package fr.gestmat.demo.territory;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The incidents and repairs behind the lost, stolen and broken laptops of a territory. */
final class SampleIncidents {

  private static final String INCIDENTS =
      "insert into incident (id, public_id, authority_id, school_id, device_id, category, loan_id,"
          + " pupil_id, kind, state, happened_on, story, declared_at, declared_by, police_report,"
          + " police_report_on, police_report_at, police_report_by, blocks_new_loan, decided_at,"
          + " decided_by)"
          + " select nextval(incident_seq), uuid(), d.authority_id,"
          + " coalesce(l.school_id, d.home_school_id), d.id, 'LAPTOP', l.id, l.pupil_id,"
          + " if(d.state = 'LOST', 'LOSS', 'THEFT'), 'DECIDED',"
          + " coalesce(d.police_report_on, date(d.last_seen_at)), d.state_reason, ?, ?,"
          + " d.police_report, d.police_report_on, if(d.police_report is null, null, ?),"
          + " if(d.police_report is null, null, ?), d.state = 'LOST' and l.id is not null, ?, ?"
          + " from device d left join loan l on l.id = d.open_loan_id or (l.device_id = d.id"
          + " and l.closing_reason = 'DECLARED_STOLEN')"
          + " where d.authority_id = ? and d.state in ('LOST', 'STOLEN')";

  // In the order in which they left, as they are numbered where people send them; an order without
  // a limit is not kept by MariaDB in what is selected from.
  private static final String REPAIRS =
      "insert into repair (id, public_id, authority_id, school_id, device_id, reason, ticket,"
          + " repairer, warranty, sent_at, sent_by) select nextval(repair_seq), uuid(),"
          + " d.authority_id, d.place_school_id, d.id, d.state_reason,"
          + " concat('88', lpad(mod(d.id, 1000), 3, '0')), 'Atelier des Marches',"
          + " d.warranty_ends_on >= date(d.last_seen_at), d.last_seen_at, ?"
          + " from (select * from device where authority_id = ? and state = 'IN_REPAIR'"
          + " order by last_seen_at, id limit 1000000) d";

  private static final String CHARGES =
      "insert into recovery_charge (id, public_id, authority_id, school_id, pupil_id, device_id,"
          + " loan_id, incident_id, reason, amount, state, created_at, created_by, changed_at)"
          + " select nextval(recovery_charge_seq), uuid(), i.authority_id, i.school_id, i.pupil_id,"
          + " i.device_id, i.loan_id, i.id, i.kind, p.amount, 'PROPOSED', ?, ?, ?"
          + " from incident i join device d on d.id = i.device_id"
          + " join replacement_price p on p.model_id = d.model_id and p.accessory = ''"
          + " and p.school_year = ? where i.authority_id = ? and i.pupil_id is not null";

  private SampleIncidents() {}

  /** Writes them for what stands in the stock. */
  static void write(Sample sample, long authority, String by) throws SQLException {
    Instant then = sample.now().minusSeconds(3_600);
    run(sample, INCIDENTS, then, by, then, by, then, by, authority);
    run(sample, REPAIRS, by, authority);
  }

  /** Proposes the charges that a policy asks for. */
  static void charge(Sample sample, long authority, String by) throws SQLException {
    run(sample, CHARGES, sample.now(), by, sample.now(), sample.schoolYear().getYear(), authority);
  }

  private static void run(Sample sample, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = sample.connection().prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(
            i + 1,
            values[i] instanceof Instant instant
                ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                : values[i]);
      }
      statement.executeUpdate();
    }
  }
}
