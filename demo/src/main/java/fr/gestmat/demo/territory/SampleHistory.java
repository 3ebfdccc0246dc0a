package fr.gestmat.demo.territory;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** What the journal and the shelves tell of the loans of a territory. */
final class SampleHistory {

  /** In the order of time: a history is read by the ids of its lines. */
  private static final String JOURNAL =
      "insert into journal_entry (id, authority_id, school_id, happened_at, actor_name, action,"
          + " subject_type, subject_id, pupil_id)"
          + " select nextval(journal_entry_seq), t.* from (select authority_id, school_id,"
          + " checked_out_at, checked_out_by, 'LENT', 'DEVICE', device_id, pupil_id"
          + " from loan where authority_id = ?"
          + " union all select authority_id, school_id, returned_at, returned_by,"
          + " closing_reason, 'DEVICE', device_id, pupil_id"
          + " from loan where authority_id = ? and state = 'CLOSED'"
          + " union all select i.authority_id, i.school_id, i.declared_at, i.declared_by,"
          + " 'DECLARED_LOST', 'DEVICE', i.device_id, i.pupil_id"
          + " from incident i where i.authority_id = ? and i.kind = 'LOSS'"
          + " order by 3 limit 1000000) t";

  private static final String SIGHTINGS =
      "update device d join loan l on l.id = d.open_loan_id"
          + " set d.last_seen_at = l.checked_out_at, d.last_seen_by = l.checked_out_by,"
          + " d.last_seen_school_id = l.school_id where d.authority_id = ?";

  private SampleHistory() {}

  /** Writes it for the loans and incidents that are there. */
  static void write(Sample sample, long authority) throws SQLException {
    run(sample, JOURNAL, authority, authority, authority);
    run(sample, SIGHTINGS, authority);
  }

  private static void run(Sample sample, String sql, long... values) throws SQLException {
    try (PreparedStatement statement = sample.connection().prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
