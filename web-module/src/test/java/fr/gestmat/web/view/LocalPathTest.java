package fr.gestmat.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

  @ParameterizedTest
  @CsvSource({"/prets", "/prets?etat=OPEN&apres=42", "/", "/eleves/2b1c"})
  void leads_back_to_a_page_of_this_site(String path) {
    assertThat(LocalPath.orHome(path)).hasToString(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "prets",
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/a\nb",
        "/%zz"
      })
  void leads_home_rather_than_anywhere_else(String path) {
    assertThat(LocalPath.orHome(path)).hasToString("/");
  }
}
