package fr.gestmat.directory.control.intake;

import fr.gestmat.directory.control.feed.LinkCodes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What ties the pupils of a school to guardians, classes and the words that find them. */
final class PupilRelations {

  private static final String TAKEN = "('NEW', 'CHANGED', 'MOVED')";

  private final Connection connection;
  private final ImportSet set;
  private final LinkCodes linkCodes;

  PupilRelations(Connection connection, ImportSet set, LinkCodes linkCodes) {
    this.connection = connection;
    this.set = set;
    this.linkCodes = linkCodes;
  }

  /** Writes them for the pupils of whom anything changed, who are written before. */
  void write(long school, String uai) throws SQLException {
    links(uai);
    classes(school, uai);
    tokens(school, uai);
  }

  private void links(String uai) throws SQLException {
    Sql.run(
        connection,
        "delete l from guardianship l join staged_pupil sp on sp.pupil_id = l.pupil_id where"
            + " sp.import_id = ? and sp.uai = ? and sp.outcome in "
            + SchoolApplication.REWRITTEN,
        set.importId(),
        uai);
    Sql.run(
        connection,
        "insert into guardianship (pupil_id, guardian_external_id, guardian_id, kind, rank_order,"
            + " parental_authority, pays_fees, is_contact) select p.id, l.guardian_external_id,"
            + " g.id, l.kind, l.rank_order, "
            + PeopleApplication.legal(linkCodes)
            + ", l.pays_fees, l.is_contact from staged_pupil sp join staged_guardianship l on"
            + " l.import_id = sp.import_id and l.pupil_external_id = sp.external_id join pupil p"
            + " on p.authority_id = ? and p.source = ? and p.external_id = sp.external_id left"
            + " join guardian g on g.authority_id = ? and g.source = ? and g.external_id ="
            + " l.guardian_external_id where sp.import_id = ? and sp.uai = ? and sp.outcome in "
            + TAKEN,
        set.authorityId(),
        set.source().name(),
        set.authorityId(),
        set.source().name(),
        set.importId(),
        uai);
  }

  private void classes(long school, String uai) throws SQLException {
    for (String table : List.of("pupil_class", "pupil_group")) {
      Sql.run(
          connection,
          "delete k from "
              + table
              + " k join staged_pupil sp on sp.pupil_id = k.pupil_id where sp.import_id = ? and"
              + " sp.uai = ? and sp.outcome in "
              + SchoolApplication.REWRITTEN,
          set.importId(),
          uai);
    }
    String pupils =
        " from staged_pupil sp join pupil p on p.authority_id = ? and p.source = ? and"
            + " p.external_id = sp.external_id join json_table(sp.%s, '$[*]' columns (name"
            + " varchar(64) path '$')) t ";
    String here = " where sp.import_id = ? and sp.uai = ? and sp.outcome in " + TAKEN;
    Sql.run(
        connection,
        "insert into pupil_class (pupil_id, class_id) select p.id, c.id"
            + pupils.formatted("class_names")
            + "join school_class c on c.school_id = ? and c.name = t.name"
            + here,
        set.authorityId(),
        set.source().name(),
        school,
        set.importId(),
        uai);
    Sql.run(
        connection,
        "insert into pupil_group (pupil_id, name) select p.id, t.name"
            + pupils.formatted("group_names")
            + here,
        set.authorityId(),
        set.source().name(),
        set.importId(),
        uai);
  }

  private void tokens(long school, String uai) throws SQLException {
    Sql.run(
        connection,
        "delete t from pupil_name_token t join staged_pupil sp on sp.pupil_id = t.pupil_id where"
            + " sp.import_id = ? and sp.uai = ? and sp.outcome in "
            + SchoolApplication.REWRITTEN,
        set.importId(),
        uai);
    Sql.run(
        connection,
        "insert into pupil_name_token (pupil_id, token, school_id, authority_id) select p.id,"
            + " t.token, ?, ? from staged_pupil sp join pupil p on p.authority_id = ? and p.source"
            + " = ? and p.external_id = sp.external_id join json_table(sp.name_tokens, '$[*]'"
            + " columns (token varchar(40) character set ascii path '$')) t where sp.import_id = ?"
            + " and sp.uai = ? and sp.outcome in "
            + TAKEN,
        school,
        set.authorityId(),
        set.authorityId(),
        set.source().name(),
        set.importId(),
        uai);
  }
}
