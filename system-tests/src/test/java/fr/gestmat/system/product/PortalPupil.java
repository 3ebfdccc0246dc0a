package fr.gestmat.system.product;

import java.sql.SQLException;

/**
 * A pupil whom the simulated ENT knows, with a device on loan whatever the tests before did to it.
 */
enum PortalPupil {
  /** The first on the portal's page. */
  VICTOIRE("Victoire Noël"),
  /** The second. */
  RAYAN("Rayan Roger");

  private final String fullName;

  PortalPupil(String fullName) {
    this.fullName = fullName;
  }

  /** The name on the portal's page. */
  String fullName() {
    return fullName;
  }

  /** The pupil's database id; lends a device of the school's stock if none is on loan. */
  String withDevice() throws SQLException {
    String id =
        Officials.text(
            "select id from pupil where concat(given_name, ' ', family_name) = ? and source = 'AAF'"
                + " and status = 'ACTIVE' order by id limit 1",
            fullName);
    if (Officials.text("select count(*) from loan where pupil_id = ? and state = 'OPEN'", id)
        .equals("0")) {
      String device =
          Officials.text(
              "select d.id from device d join pupil p on p.school_id = d.place_school_id where"
                  + " p.id = ? and d.state = 'IN_STOCK' order by d.id desc limit 1",
              id);
      Officials.change(
          "insert into loan (id, public_id, authority_id, device_id, pupil_id, school_id, category,"
              + " state, checked_out_at, checked_out_by) select next value for loan_seq, uuid(),"
              + " p.authority_id, ?, p.id, p.school_id, 'LAPTOP', 'OPEN', utc_timestamp(6),"
              + " 'Essai' from pupil p where p.id = ?",
          device,
          id);
      Officials.change(
          "update device set state = 'ON_LOAN', storage = null, open_loan_id = (select max(id) from"
              + " loan where device_id = device.id) where id = ?",
          device);
    }
    return id;
  }
}
