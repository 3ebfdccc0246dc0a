package fr.gestmat.bench.load;

/**
 * The statements of the product's scans, as MariaDB's general log shows them, in their order: what
 * bare JDBC runs to be measured against. A run counts the product's statements and its own, so that
 * a change of one that is not made here does not go unseen.
 */
final class ScanSql {

  private static final String KIT =
      "(select json_arrayagg(json_object('id', k.id, 'piece', k.public_id, 'code', k.code, 'name',"
          + " k.name) order by k.name, k.code) from kit_piece k where k.device_id = d.id),"
          + " (select json_arrayagg(json_object('name', g.name, 'piece', g.piece_id, 'open',"
          + " g.quantity - g.found_quantity - g.replaced_quantity)) from kit_gap g"
          + " where g.open_device_id = d.id)";

  static final String DEVICE_BY_CODE =
      "select d.id, d.public_id, d.asset_tag, d.model_id, 'ASSET_TAG', "
          + KIT
          + " from device d where d.authority_id = ? and d.asset_tag = ?"
          + " union all select d.id, d.public_id, d.asset_tag, d.model_id, 'SERIAL', "
          + KIT
          + " from device d where d.authority_id = ? and d.serial = ? and d.asset_tag <> ?"
          + " union all select d.id, d.public_id, d.asset_tag, d.model_id, 'PIECE', "
          + KIT
          + " from kit_piece o join device d on d.id = o.device_id"
          + " where o.authority_id = ? and o.code = ? limit 20";

  static final String LOCK_PUPIL =
      "select p.id, p.public_id, p.school_id, p.family_name, p.given_name, p.status, p.left_on,"
          + " p.birth_date, (select c.name from school_class c where c.id = p.class_id),"
          + " (select g.mef_code from grade g where g.id = p.grade_id),"
          + " (select concat_ws(':', a.id, a.pupil_signed_at is not null,"
          + " a.guardian_signed_at is not null, coalesce(a.ends_on, '9999-12-31'))"
          + " from loan_agreement a where a.pupil_id = p.id and a.state = 'ACTIVE'"
          + " and (not exists (select 1 from loan l where l.agreement_id = a.id)"
          + " or exists (select 1 from loan l where l.agreement_id = a.id and l.state <> 'CLOSED'))"
          + " order by a.id desc limit 1)"
          + " from pupil p where p.authority_id = ? and p.public_id = ? for update";

  static final String LOCK_DEVICE =
      "SELECT ID, asset_tag, authority_id, condition_grade, created_at, default_storage,"
          + " home_school_id, model_id, note, open_loan_id, place_school_id, police_report,"
          + " police_report_on, public_id, serial, state, state_reason, storage, version,"
          + " last_returned_by, last_returned_at, last_returned_school_id, last_seen_by,"
          + " last_seen_at, last_seen_school_id, delivery_id, purchase_price, purchased_on,"
          + " warranty_ends_on, transit_from_school_id, transit_sent_at, transit_to_school_id,"
          + " emergency, transit_transfer_id, transit_owner_school_id FROM"
          + " device WHERE (ID = ?) FOR UPDATE";

  static final String HOLDING_LOAN =
      "SELECT t0.ID, t0.agreement_id, t0.authority_id, t0.category, t0.checked_out_at,"
          + " t0.checked_out_by, t0.checked_out_grade, t0.closing_reason, t0.device_id, t0.due_on,"
          + " t0.holding_device_id, t0.public_id, t0.pupil_id, t0.recorded_return_at,"
          + " t0.returned_at, t0.returned_by, t0.returned_grade, t0.returned_place,"
          + " t0.returned_school_id, t0.school_id, t0.state, t0.to_return_since, t0.version,"
          + " t1.public_id, t2.ID, t1.family_name, t1.given_name, t1.status, t3.name,"
          + " t1.birth_date, t4.ID, t4.pupil_signed_at, t4.guardian_signed_at, (SELECT"
          + " COUNT(t5.ID) FROM loan t5 WHERE ((t5.agreement_id = t0.agreement_id) AND (t5.state <>"
          + " 'CLOSED'))) FROM loan t0 LEFT OUTER JOIN loan_agreement t4 ON ((t4.ID ="
          + " t0.agreement_id) AND (t4.state = 'ACTIVE')), pupil t1 LEFT OUTER JOIN school_class t3"
          + " ON (t3.ID = t1.class_id), school t2 WHERE ((t0.holding_device_id = ?) AND ((t1.ID ="
          + " t0.pupil_id) AND (t2.ID = t1.school_id)))";

  static final String STANDING =
      "select (select count(*) from loan l where l.pupil_id = ? and l.state in ('OPEN', 'LOST')"
          + " and l.category = ? and not exists (select 1 from incident i where i.loan_id = l.id"
          + " and i.state = 'DECIDED' and i.replacement <> 'NONE')),"
          + " (select count(*) from incident i where i.pupil_id = ? and i.state in ('DECLARED',"
          + " 'DECIDED') and (i.blocks_new_loan or (i.category = ? and i.replacement = 'NONE'))),"
          + " (select min(i.replacement) from incident i where i.pupil_id = ? and i.category = ?"
          + " and i.state = 'DECIDED' and i.replacement <> 'NONE'"
          + " and i.replacement_loan_id is null)";

  static final String BEGIN_LOAN =
      "INSERT INTO loan (ID, authority_id, category, checked_out_at, checked_out_by,"
          + " checked_out_grade, closing_reason, device_id, due_on, public_id, pupil_id,"
          + " recorded_return_at, returned_at, returned_by, returned_grade, returned_place,"
          + " returned_school_id, school_id, state, to_return_since, version, agreement_id)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  static final String JOURNAL =
      "INSERT INTO journal_entry (ID, action, actor_account_id, actor_name, authority_id, detail,"
          + " happened_at, pupil_id, request_id, school_id, subject_id, subject_type) VALUES (?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  static final String LEND_DEVICE =
      "UPDATE device SET state = ?, open_loan_id = ?, last_seen_at = ?, version = ? WHERE ((ID = ?)"
          + " AND (version = ?))";

  static final String TAKE_DEVICE_BACK =
      "UPDATE device SET state = ?, open_loan_id = ?, last_seen_at = ?, last_returned_at = ?,"
          + " version = ? WHERE ((ID = ?) AND (version = ?))";

  static final String CLOSE_LOAN =
      "UPDATE loan SET state = ?, closing_reason = ?, returned_at = ?, recorded_return_at = ?,"
          + " returned_school_id = ?, returned_by = ?, version = ? WHERE ((ID = ?) AND (version ="
          + " ?))";

  static final String SCAN =
      "insert into scan (scan_id, authority_id, school_id, account_id, mode, request_hash, outcome,"
          + " answer, device_id, loan_id, pupil_id, undo_state, recorded_at) values (?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?)";

  /** The product's sequences give fifty numbers at a time. */
  static final int NUMBERS = 50;

  private ScanSql() {}
}
