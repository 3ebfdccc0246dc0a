package fr.gestmat.mealaid.control.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.Caller;
import fr.gestmat.mealaid.entity.document.AidDocument;
import fr.gestmat.mealaid.entity.document.Side;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who of a family sees which document. */
class FamilyTest {

  private static final Family FAMILY =
      new Family(
          List.of(
              new Family.Member(Side.HOUSEHOLD, 1L, 11L),
              new Family.Member(Side.HOUSEHOLD, null, 12L),
              new Family.Member(Side.SEPARATED, 3L, 13L)));

  private static Caller caller(long account, @Nullable Long guardian) {
    return new Caller(account, new UUID(0, account), "x", 1, Set.of(), null, guardian);
  }

  private static AidDocument.Sender sender(long account, @Nullable Long guardian) {
    return new AidDocument.Sender(account, guardian, "x");
  }

  @Test
  @DisplayName("M-M12 parents together share, separated parents never see each other's")
  void couplesShareAndSeparatedParentsDoNot() {
    Caller applicant = caller(1, 11L);
    Caller partner = caller(2, 12L);
    Caller separated = caller(3, 13L);
    Caller stranger = caller(4, 14L);
    assertThat(FAMILY.maySee(partner, sender(1, 11L), Side.HOUSEHOLD)).isTrue();
    assertThat(FAMILY.maySee(applicant, sender(2, 12L), Side.HOUSEHOLD)).isTrue();
    assertThat(FAMILY.maySee(separated, sender(1, 11L), Side.HOUSEHOLD)).isFalse();
    assertThat(FAMILY.maySee(applicant, sender(3, 13L), Side.SEPARATED)).isFalse();
    assertThat(FAMILY.maySee(partner, sender(3, 13L), Side.SEPARATED)).isFalse();
    assertThat(FAMILY.maySee(separated, sender(3, 13L), Side.SEPARATED)).isTrue();
    assertThat(FAMILY.maySee(stranger, sender(1, 11L), Side.HOUSEHOLD)).isFalse();
    assertThat(FAMILY.sideOf(stranger)).isEmpty();
  }

  @Test
  void whoHasNoGuardianIsNotMistakenForAnother() {
    Caller nobody = caller(9, null);
    assertThat(FAMILY.sideOf(nobody)).isEmpty();
    assertThat(Family.isSender(nobody, sender(8, null))).isFalse();
  }

  @Test
  void whoSentItAndIsOutOfTheFamilyNowSeesNothing() {
    assertThat(FAMILY.maySee(caller(9, 19L), sender(9, 19L), Side.HOUSEHOLD)).isFalse();
  }

  @Test
  @DisplayName("M-M17 two households are one family if somebody lives in both")
  void households() {
    Family sibling = new Family(List.of(new Family.Member(Side.HOUSEHOLD, null, 12L)));
    Family other = new Family(List.of(new Family.Member(Side.HOUSEHOLD, 5L, 15L)));
    Family ex =
        new Family(
            List.of(
                new Family.Member(Side.HOUSEHOLD, 3L, 13L),
                new Family.Member(Side.SEPARATED, 1L, 11L)));
    assertThat(FAMILY.isAnotherHouseholdThan(sibling)).isFalse();
    assertThat(FAMILY.isAnotherHouseholdThan(other)).isTrue();
    assertThat(FAMILY.isAnotherHouseholdThan(ex)).isTrue();
  }
}
