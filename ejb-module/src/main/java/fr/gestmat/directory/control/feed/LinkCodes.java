package fr.gestmat.directory.control.feed;

import fr.gestmat.directory.entity.GuardianshipKind;
import java.util.Optional;

/**
 * How a set writes the links between pupils and guardians. The ministry changed the codes: old ones
 * go from 1 to 7 (1 father, 2 mother), new ones from 10 to 90 (10 mother, 20 father). Who is a
 * legal guardian depends on the form too: in old sets authority 1 and 2 both are, in new sets only
 * 1 (DOMAIN.md section 1, field notes). The form is decided once per set. The codes are those of
 * the nomenclature N_LIEN_ELEVE_RESPONSABLE of the ministry's central base (BCN).
 */
public enum LinkCodes {
  OLD,
  NEW;

  private static final int FIRST_NEW_CODE = 10;

  /**
   * The form of a set: that of the greater part of its links; a set without links counts as new.
   *
   * @param oldLinks links with a code from 1 to 9
   * @param newLinks links with a code from 10
   */
  public static LinkCodes of(long oldLinks, long newLinks) {
    return oldLinks > newLinks ? OLD : NEW;
  }

  /** Whether a code is written in the old form. */
  public static boolean isOld(int kindCode) {
    return kindCode < FIRST_NEW_CODE;
  }

  /**
   * Whether a link gives parental authority.
   *
   * @param authorityCode 0 none, 1 and 2 as the form decides
   */
  public boolean legal(int authorityCode) {
    return authorityCode == 1 || (this == OLD && authorityCode == 2);
  }

  /** What a code says the guardian is; nothing when it is in neither list. */
  public static Optional<GuardianshipKind> kind(int code) {
    return Optional.ofNullable(
        switch (code) {
          case 1, 20 -> GuardianshipKind.FATHER;
          case 2, 10 -> GuardianshipKind.MOTHER;
          case 3, 50 -> GuardianshipKind.TUTOR;
          case 4, 37, 38, 39 -> GuardianshipKind.RELATIVE;
          case 5, 51 -> GuardianshipKind.CHILD_WELFARE;
          case 41, 42, 43 -> GuardianshipKind.CARER;
          case 7, 70 -> GuardianshipKind.SELF;
          case 6, 90 -> GuardianshipKind.OTHER;
          default -> null;
        });
  }
}
