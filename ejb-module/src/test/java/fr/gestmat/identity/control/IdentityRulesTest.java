package fr.gestmat.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.access.HeldRole;
import fr.gestmat.access.Role;
import fr.gestmat.identity.boundary.AccountRefusal;
import fr.gestmat.identity.boundary.GrantRefusal;
import fr.gestmat.identity.boundary.PasswordRefusal;
import fr.gestmat.identity.boundary.PortalForm;
import fr.gestmat.identity.boundary.PortalRefusal;
import fr.gestmat.identity.entity.Protocol;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of accounts, passwords, rights and portals, as tables. */
class IdentityRulesTest {

  @ParameterizedTest
  @CsvSource({
    "n.benhamou, '', ''",
    "N.Benhamou@region.example, nadia@region.example, ''",
    "ab, '', LOGIN",
    "'', '', LOGIN",
    "a b c, '', LOGIN",
    "élise, '', LOGIN",
    "n.benhamou, nadia, EMAIL",
    "n.benhamou, nadia@region, EMAIL",
    "n.benhamou, 'a@b.fr, c@d.fr', EMAIL"
  })
  void anAccountNeedsALoginAndIfAnyAWholeAddress(String login, String email, String wrong) {
    assertThat(AccountForms.judge("Nadia Benhamou", login, email))
        .isEqualTo(wrong.isEmpty() ? Set.of() : Set.of(AccountRefusal.valueOf(wrong)));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(AccountForms.judge(" ", "", "x"))
        .containsExactlyInAnyOrder(AccountRefusal.NAME, AccountRefusal.LOGIN, AccountRefusal.EMAIL);
    assertThat(AccountForms.judgeAwaited("", ""))
        .containsExactlyInAnyOrder(AccountRefusal.NAME, AccountRefusal.SUBJECT);
  }

  @Test
  void aLoginIsKeptWithoutRegardToCase() {
    assertThat(AccountForms.login("  N.Benhamou ")).isEqualTo("n.benhamou");
  }

  @ParameterizedTest
  @CsvSource({
    "LOAN_AGENT, true, ''",
    "LOAN_AGENT, false, ''",
    "ADMIN, false, ''",
    "ADMIN, true, WHOLE_AUTHORITY_ONLY",
    "REGION_MANAGER, true, WHOLE_AUTHORITY_ONLY",
    "PUPIL, true, ROLE",
    "GUARDIAN, false, ROLE"
  })
  void someRolesHoldOnTheWholeAuthorityOnlyAndSomeAreNotGiven(
      Role role, boolean onSchool, String wrong) {
    assertThat(AccountForms.judge(role, onSchool).map(GrantRefusal::name).orElse(""))
        .isEqualTo(wrong);
  }

  @Test
  void aTokenMayDoWhatItIsLimitedToAsLongAsItsAccountMay() {
    Set<HeldRole> held =
        Set.of(new HeldRole(Role.LOAN_AGENT, 1L), new HeldRole(Role.LOAN_MANAGER, null));
    Set<HeldRole> limits =
        Set.of(
            new HeldRole(Role.LOAN_AGENT, 1L),
            new HeldRole(Role.LOAN_AGENT, 2L),
            new HeldRole(Role.LOAN_AGENT, null),
            new HeldRole(Role.LOAN_MANAGER, 7L),
            new HeldRole(Role.ADMIN, null));

    assertThat(Rights.limited(held, limits))
        .containsExactlyInAnyOrder(
            new HeldRole(Role.LOAN_AGENT, 1L), new HeldRole(Role.LOAN_MANAGER, 7L));
  }

  @ParameterizedTest
  @CsvSource({
    "lampe verte sous la pluie, ''",
    "court, TOO_SHORT",
    "aaaaaaaaaaaaaaaa, TOO_SIMPLE",
    "123456789012345, TOO_SIMPLE",
    "vive benhamou et le vent, GUESSABLE",
    "Gestmat-lampe-42!, GUESSABLE"
  })
  void aPasswordIsLongAndNotGuessable(String password, String wrong) {
    Set<PasswordRefusal> refusals = PasswordRules.judge(password, "n.benhamou", "Nadia Benhamou");
    if (wrong.isEmpty()) {
      assertThat(refusals).isEmpty();
    } else {
      assertThat(refusals).contains(PasswordRefusal.valueOf(wrong));
    }
  }

  @Test
  void aPasswordIsKnownAgainByItsHashAlone() {
    String kept = PasswordHash.of("lampe verte sous la pluie");

    assertThat(PasswordHash.matches("lampe verte sous la pluie", kept)).isTrue();
    assertThat(PasswordHash.matches("lampe verte sous la pluie ", kept)).isFalse();
    assertThat(PasswordHash.of("lampe verte sous la pluie")).isNotEqualTo(kept);
    assertThat(PasswordHash.matches("x", "no hash at all")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "mbn, https://cas.ent.example/cas, ENTPersonJointure, ''",
    "mbn, http://localhost:8090, ENTPersonJointure, ''",
    "mbn, http://cas.ent.example, ENTPersonJointure, ADDRESS",
    "mbn, https://cas.ent.example/cas?x=1, ENTPersonJointure, ADDRESS",
    "mbn, https://user@cas.ent.example, ENTPersonJointure, ADDRESS",
    "mbn, javascript:alert(1), ENTPersonJointure, ADDRESS",
    "mbn, '', ENTPersonJointure, ADDRESS",
    "M B N, https://cas.ent.example, ENTPersonJointure, KEY",
    "mbn, https://cas.ent.example, 'a b', ATTRIBUTE"
  })
  void aPortalIsDescribedByASafeAddress(
      String key, String address, String attribute, String wrong) {
    PortalForm form =
        new PortalForm(key, "Mon ENT", Protocol.CAS3, address, attribute, Set.of(), true);

    assertThat(PortalRules.judge(form))
        .isEqualTo(wrong.isEmpty() ? Set.of() : Set.of(PortalRefusal.valueOf(wrong)));
  }
}
