package fr.gestmat.lending.control.desk;

import fr.gestmat.directory.entity.PupilStatus;
import fr.gestmat.lending.entity.Loan;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The loan that holds a device, with its pupil.
 *
 * @param loan the managed row
 * @param pupil who has it
 * @param pupilSchoolId the pupil's school
 * @param birthDate the pupil's date of birth, if known
 * @param agreement the agreement that it was made under, if that still binds
 */
record HoldingLoan(
    Loan loan,
    Pupil pupil,
    long pupilSchoolId,
    Optional<LocalDate> birthDate,
    Optional<Agreement> agreement) {

  /**
   * The agreement of a loan.
   *
   * @param pupilSigned whether the pupil signed it
   * @param guardianSigned whether a guardian did
   * @param running devices lent under it that did not come back
   */
  record Agreement(boolean pupilSigned, boolean guardianSigned, long running) {}

  /** The pupil, as answers name one; the school is added where it is known. */
  record Pupil(
      UUID publicId,
      String familyName,
      String givenName,
      boolean active,
      Optional<String> schoolClass) {

    String name() {
      return givenName + " " + familyName;
    }
  }

  /** The loan that holds a device, whatever the device says of it (L054). */
  static Optional<HoldingLoan> of(EntityManager entities, long deviceId) {
    return entities
        .createNamedQuery(Loan.HOLDING, Object[].class)
        .setParameter("device", deviceId)
        .getResultStream()
        .findFirst()
        .map(HoldingLoan::of);
  }

  private static HoldingLoan of(Object[] row) {
    return new HoldingLoan(
        (Loan) row[0],
        new Pupil(
            (UUID) row[1],
            (String) row[3],
            (String) row[4],
            row[5] == PupilStatus.ACTIVE,
            Optional.ofNullable((String) row[6])),
        (Long) row[2],
        Optional.ofNullable((LocalDate) row[7]),
        row[8] == null
            ? Optional.empty()
            : Optional.of(new Agreement(row[9] != null, row[10] != null, (Long) row[11])));
  }
}
