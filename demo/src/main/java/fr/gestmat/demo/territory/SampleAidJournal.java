package fr.gestmat.demo.territory;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** What the journal tells of applications for aid, their documents, and statements. */
final class SampleAidJournal {

  /**
   * In the order of time: a history is read by the ids of its lines. What stands in brackets is
   * text, which the columns that it comes from hold in several character sets.
   */
  private static final String JOURNAL =
      """
      insert into journal_entry (id, authority_id, school_id, happened_at, actor_account_id,
        actor_name, action, subject_type, subject_id, pupil_id, detail)
      select nextval(journal_entry_seq), t.* from (
        select a.authority_id, a.school_id, e.happened_at, e.account_id, [e.name],
          [concat('AID_', e.event)], ['AID_APPLICATION'], a.id, a.pupil_id,
          case
            when e.event = 'BEGUN' then [json_object('campaign', c.name)]
            when e.event = 'SUBMIT' then [json_object('number', a.number, 'firstTerm',
              a.first_term)]
            when e.event = 'CHANGED' then [json_object('number', a.number)]
            when e.event = 'WITHDRAW' or e.from_state = e.to_state then [e.detail]
            else [json_insert(coalesce(e.detail, '{}'), '$.state',
              concat([e.from_state], ' → ', [e.to_state]))]
          end
        from aid_event e join aid_application a on a.id = e.application_id
          join aid_campaign c on c.id = a.campaign_id
        where a.authority_id = ?
        union all
        select s.authority_id, s.school_id, did.happened_at,
          (select min(o.id) from account o
            where o.authority_id = s.authority_id and o.display_name = did.name),
          [did.name], [did.action], ['AID_STATEMENT'], s.id, null,
          [json_object('school', s.school_uai, 'term', s.term, 'kind', s.kind, 'total', s.total)]
        from aid_statement s join (
          select id, computed_at happened_at, computed_by name, 'STATEMENT_COMPUTED' action
            from aid_statement
          union all select id, checked_at, checked_by, 'STATEMENT_CHECKED' from aid_statement
          union all select id, final_at, final_by, 'STATEMENT_CLOSED' from aid_statement
        ) did on did.id = s.id
        where s.authority_id = ? and did.happened_at is not null
        union all
        select d.authority_id, a.school_id, d.sent_at, d.sent_by_account, [d.sent_by],
          ['DOCUMENT_SENT'], ['AID_DOCUMENT'], d.id, a.pupil_id,
          [json_object('application', a.public_id, 'document', d.public_id, 'kind', d.kind)]
        from aid_document d join aid_application a on a.id = d.application_id
        where d.authority_id = ?
        order by 3 limit 1000000) t
      """;

  private static final Pattern TEXT = Pattern.compile("\\[([^\\[\\]]+)]");

  private SampleAidJournal() {}

  /** Writes it for what is there. */
  static void write(Sample sample, long authority) throws SQLException {
    try (PreparedStatement statement = sample.connection().prepareStatement(sql())) {
      for (int i = 1; i <= 3; i++) {
        statement.setLong(i, authority);
      }
      statement.executeUpdate();
    }
  }

  /** The innermost brackets first. */
  private static String sql() {
    String sql = JOURNAL;
    for (String before = ""; !before.equals(sql); ) {
      before = sql;
      sql =
          TEXT.matcher(sql).replaceAll("(convert($1 using utf8mb4) collate utf8mb4_uca1400_ai_ci)");
    }
    return sql;
  }
}
