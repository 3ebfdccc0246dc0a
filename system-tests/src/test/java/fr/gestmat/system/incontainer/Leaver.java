package fr.gestmat.system.incontainer;

import fr.gestmat.system.incontainer.LendingTown.Device;
import fr.gestmat.system.incontainer.LendingTown.Pupil;
import java.sql.SQLException;
import java.util.UUID;

/** A pupil of the final year with a device, by the public id of the loan. */
record Leaver(Pupil pupil, Device device, UUID loan) {

  /** Code of the final year, which policies name by its first digits. */
  private static final String TERMINALE = "20212111010";

  /**
   * A new one.
   *
   * @param born decides who may choose: the pupil, once of age, or the family
   */
  static Leaver in(LendingTown town, String name, String born) throws SQLException {
    town.run(
        "insert ignore into grade (id, authority_id, mef_code, label) values (next value for"
            + " grade_seq, ?, ?, 'Terminale')",
        town.authority,
        TERMINALE);
    Pupil pupil = town.pupil(town.here, name);
    town.run(
        "update pupil set birth_date = ?, grade_id = (select id from grade where authority_id = ?)"
            + " where id = ?",
        born,
        town.authority,
        pupil.id());
    Device device = town.device(town.here);
    long loan = town.lend(device, pupil, town.here);
    return new Leaver(
        pupil,
        device,
        UUID.fromString(town.value("select public_id from loan where id = ?", loan)));
  }
}
