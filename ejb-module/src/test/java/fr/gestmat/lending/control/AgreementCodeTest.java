package fr.gestmat.lending.control;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.AgreementCode.Page;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class AgreementCodeTest {

  @RepeatedTest(50)
  void what_is_printed_is_read_again() {
    String code = AgreementCode.next();
    for (Page page : Page.values()) {
      assertThat(AgreementCode.read(AgreementCode.on(page, code)))
          .contains(new AgreementCode(page, code));
    }
  }

  @RepeatedTest(20)
  void a_wrong_character_or_a_swap_is_found() {
    String code = AgreementCode.next();
    for (int i = 0; i < code.length() - 1; i++) {
      char wrong = code.charAt(i) == '7' ? '8' : '7';
      assertThat(read(code.substring(0, i) + wrong + code.substring(i + 1))).isFalse();
      if (i < code.length() - 2 && code.charAt(i) != code.charAt(i + 1)) {
        assertThat(
                read(
                    code.substring(0, i)
                        + code.charAt(i + 1)
                        + code.charAt(i)
                        + code.substring(i + 2)))
            .isFalse();
      }
    }
  }

  private static boolean read(String code) {
    return AgreementCode.read("CS-" + code).isPresent();
  }

  @Test
  void other_codes_are_none_of_ours() {
    assertThat(AgreementCode.read("T-000123")).isEmpty();
    assertThat(AgreementCode.read("CS-SHORT")).isEmpty();
    assertThat(AgreementCode.read("CS-IIIIIIIIIII")).isEmpty();
    assertThat(AgreementCode.read("")).isEmpty();
  }
}
