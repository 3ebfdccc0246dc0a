package fr.gestmat.demo.territory;

import java.sql.SQLException;

/**
 * The tables of an authority's schools, their people and their accounts. They are written in
 * batches, whoever is referred to first: nothing is certain to be there before this is closed.
 */
final class SamplePeople implements AutoCloseable {

  private final SchoolRows schools;
  private final PupilRows pupils;
  private final GuardianRows guardians;
  private final StaffRows staff;
  private final AccountRows accounts;

  SamplePeople(Sample sample, long authority) throws SQLException {
    this.schools = new SchoolRows(sample, authority);
    this.pupils = new PupilRows(sample, authority, schools);
    this.guardians = new GuardianRows(sample, authority, pupils);
    this.staff = new StaffRows(sample, authority, schools);
    this.accounts = new AccountRows(sample, authority, schools, guardians, staff);
  }

  SchoolRows schools() {
    return schools;
  }

  PupilRows pupils() {
    return pupils;
  }

  GuardianRows guardians() {
    return guardians;
  }

  StaffRows staff() {
    return staff;
  }

  AccountRows accounts() {
    return accounts;
  }

  @Override
  public void close() throws SQLException {
    try (schools;
        pupils;
        guardians;
        staff;
        accounts) {
      // Each sends its own, after what that refers to.
    }
  }
}
