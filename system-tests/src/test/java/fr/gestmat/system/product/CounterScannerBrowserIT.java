package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A scanner types wherever the focus is: each code is one scan, and nothing else on the page moves.
 */
class CounterScannerBrowserIT extends CounterTest {

  private static final String FIELDS =
      "() => JSON.stringify([...document.querySelectorAll('#counter input, #counter select')]"
          + ".filter(f => f.type !== 'hidden').map(f => [f.id || f.name + f.value, f.value, f.checked]))";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#code",
        "#place",
        "#returnedOn",
        "#volume",
        "#muted",
        "#undo",
        "#end",
        "#camera",
        "input[name=mode]",
        "input[name=grade]",
        "summary",
        "a.skip",
      })
  void a_scan_leaves_no_trace_where_the_focus_is(String selector) throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    page().evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })");
    String before = (String) page().evaluate(FIELDS);
    page().locator(selector).first().focus();

    takeBack(tag);

    assertThat(page().evaluate(FIELDS)).isEqualTo(before);
    assertThat(page().url()).endsWith("/comptoir?mode=retour");
    assertThat(lines()).hasCount(1);
    assertThat(page().locator("#notice-backdated")).hasCount(0);
    assertThat(
            value(
                "select l.returned_at = d.last_seen_at from loan l join device d on d.id ="
                    + " l.device_id where d.asset_tag = ? order by l.id desc limit 1",
                tag))
        .as("returned when it was seen")
        .isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"0.001, Enter", "0.005, Tab", "0.035, Enter"})
  void fast_and_slow_scanners_with_either_suffix(double gap, String suffix) throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    page().locator("#place").focus();

    wedge.scan(tag, gap, suffix);

    assertThat(panel()).containsText(tag);
    assertThat(page().locator("#place")).isFocused();
    assertThat(page().locator("#place")).hasValue("");
  }

  @Test
  void a_busy_page_does_not_tear_a_code_apart() throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    page().locator("h1").first().evaluate("() => document.activeElement.blur()");

    wedge.scanHalted(
        tag, 3, () -> assertThat(page().locator("#code")).hasValue(tag.substring(0, 3)));

    assertThat(panel()).containsText(tag);
    assertThat(page().locator("#code")).hasValue("");
    assertThat(lines()).hasCount(1);
  }

  @Test
  void a_scan_while_the_list_of_classes_has_the_focus_opens_no_other_class() throws Exception {
    String tag = inStock(1).get(0);
    openCounter(AGENT, "/comptoir?mode=remise");
    openClass();
    String called = page().locator(".pupil[aria-current] span").first().innerText();
    String schoolClass = page().locator("#class").inputValue();
    page().locator("#class").focus();

    wedge.scan(tag, 0.035, "Enter");

    assertThat(served(tag)).containsText(called);
    assertThat(page().locator("#class")).hasValue(schoolClass);
  }

  @Test
  void what_is_scanned_before_the_page_is_ready_is_not_lost() throws Exception {
    String tag = inStock(1).get(0);
    openCounter(AGENT, "/comptoir?mode=remise");
    openClass();
    String called = page().locator(".pupil[aria-current] span").first().innerText();
    Route[] held = new Route[1];
    page().route("**/comptoir/classes/*", route -> held[0] = route);
    page().reload();
    page().waitForCondition(() -> held[0] != null);

    wedge.scan(tag);
    held[0].resume();

    assertThat(served(tag)).containsText(called);
  }

  @Test
  @DisplayName("a second tab of the same agent records nothing, says so, and can take over")
  void two_tabs_are_one_counter() throws Exception {
    List<String> tags = onLoan(2);
    openCounter(AGENT, "/comptoir?mode=retour");
    Page second = page().context().newPage();
    second.navigate(address() + "/comptoir?mode=retour");
    second.locator("#notice-tab").waitFor();
    try (Wedge there = new Wedge(second)) {
      there.scan(tags.get(0));
      assertThat(second.locator("#notice-elsewhere")).containsText(tags.get(0));
      assertThat(stateOf(tags.get(0))).isEqualTo("ON_LOAN");

      second.locator("#notice-tab button").click();
      second.locator("#counter.ready").waitFor();
      there.scan(tags.get(0));
      assertThat(second.locator("#panel")).containsText(tags.get(0));
    }
    assertThat(page().locator("#notice-tab")).isVisible();
    page().bringToFront();
    wedge.scan(tags.get(1));
    assertThat(page().locator("#notice-elsewhere")).containsText(tags.get(1));
    assertThat(stateOf(tags.get(1))).isEqualTo("ON_LOAN");
    assertThat(stateOf(tags.get(0))).isEqualTo("IN_STOCK");
  }

  @Test
  @DisplayName("L016 a pupil of another class than the one before is shown and heard as such")
  void l016_another_class() throws Exception {
    openCounter(AGENT, "/comptoir?mode=retour");
    List<String> oneClass = heldInOneClass("=", 2);
    String other = heldInOneClass("<>", 1).get(0);

    takeBack(oneClass.get(0));
    takeBack(oneClass.get(1));
    assertThat(page().locator(".other-class")).hasCount(0);
    takeBack(other);

    assertThat(panel().locator(".other-class")).containsText("autre classe");
    assertThat(page().locator("#spoken")).containsText("autre classe");
    assertThat(tones()).isEqualTo("1320 1320 1320 1760");
    screenshot("counter-other-class");
  }

  @Test
  void an_override_that_is_being_justified_is_not_typed_over() throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(COLLEAGUE, "/comptoir?mode=remise");
    openClass();
    String first = inStock(2).get(0);
    wedge.scan(first);
    assertThat(served(first)).isVisible();
    page().locator(".pupil.served").first().click();
    wedge.scan(inStock(1).get(0));
    panel().locator(".choices button").first().click();
    Locator why = page().locator("#override-reason");
    why.fill("Second poste pour l'atel");

    wedge.scan(tag);
    assertThat(lines().locator(".tag.refused")).not().hasCount(0);
    assertThat(why).hasValue("Second poste pour l'atel");
    assertThat(why).isFocused();

    why.press("Escape");
    assertThat(panel()).containsText(tag);
  }

  @Test
  void a_desk_may_be_silent() throws Exception {
    openCounter(AGENT, "/comptoir?mode=retour");
    page().locator("#muted").check();
    wedge.scan("INCONNU-1");
    assertThat(panel()).hasClass(Pattern.compile("refused"));
    assertThat(tones()).isEmpty();

    page().reload();
    ready();
    assertThat(page().locator("#muted")).isChecked();
  }

  @Test
  void blanks_are_nothing_and_the_next_scan_works() throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    page().locator("#code").fill("   ");
    page().locator("#code").press("Enter");
    assertThat(page().locator("#notice-empty")).containsText("a été lu");
    assertThat(lines()).hasCount(0);

    takeBack(tag);
    assertThat(page().locator("#notice-empty")).hasCount(0);
  }

  @Test
  @DisplayName("L093 a pasted list of returns touches these loans only, one journal line each")
  void l093_codes_that_are_pasted_together_are_scans_in_order() throws Exception {
    List<String> tags = onLoan(3);
    String open = "select count(*) from loan where state = 'OPEN'";
    long before = Long.parseLong(value(open));
    openCounter(AGENT, "/comptoir?mode=retour");
    paste(String.join("\n", tags) + "\n");
    assertThat(lines().locator(".tag.ok")).hasCount(3);
    assertThat(lines().locator("th").allInnerTexts())
        .containsExactly(tags.get(2), tags.get(1), tags.get(0));
    assertThat(before - Long.parseLong(value(open))).isEqualTo(3);
    for (String tag : tags) {
      assertThat(stateOf(tag)).isEqualTo("IN_STOCK");
      assertThat(journalOf(tag)).endsWith("RETURNED").doesNotContain("RETURNED RETURNED");
    }
  }

  @Test
  @DisplayName("L052 a pasted list of hand-overs is decided one by one: what is on loan is refused")
  void l052_no_device_changes_hands_silently_in_a_list() throws Exception {
    List<String> free = inStock(2);
    String lent = onLoan(1).get(0);
    String holder =
        "select l.pupil_id from device d join loan l on l.id = d.open_loan_id where d.asset_tag = ?";
    String before = value(holder, lent);
    openCounter(AGENT, "/comptoir?mode=remise");
    openClass();
    paste(String.join("\n", free.get(0), lent, free.get(1)));

    assertThat(lines().locator(".tag.refused")).hasCount(1);
    assertThat(lines().filter(new Locator.FilterOptions().setHasText(lent)))
        .containsText("Déjà prêté à");
    assertThat(served(free.get(0))).isVisible();
    assertThat(served(free.get(1))).isVisible();
    assertThat(value(holder, lent)).isEqualTo(before);
  }

  @Test
  void a_list_that_is_too_long_is_refused_as_a_whole() {
    openCounter(AGENT, "/comptoir?mode=retour");
    paste(IntStream.range(0, 201).mapToObj(i -> "X" + i).collect(Collectors.joining("\n")));
    assertThat(page().locator("#notice-paste")).containsText("201");
    assertThat(lines()).hasCount(0);
  }

  @ParameterizedTest
  @CsvSource({
    "💻💻💻💻, aucun matériel",
    "' ', a été lu",
    "5449000000996, code du commerce",
  })
  void odd_codes_are_explained_and_write_nothing(String code, String sentence) throws Exception {
    String tag = onLoan(1).get(0);
    String written = "select count(*) from journal_entry where subject_type = 'DEVICE'";
    openCounter(AGENT, "/comptoir?mode=retour");
    String before = value(written);
    page().locator("#code").fill(code);
    page().locator("#code").press("Enter");
    assertThat(page().locator(".refused").getByText(sentence).first()).isVisible();
    assertThat(tones()).isEqualTo("196");
    assertThat(value(written)).isEqualTo(before);
    takeBack(tag);
  }

  @Test
  void a_document_in_the_field_of_the_code_is_too_long() throws Exception {
    String tag = onLoan(1).get(0);
    openCounter(AGENT, "/comptoir?mode=retour");
    page().locator("#code").fill("A".repeat(10_000));
    page().locator("#code").press("Enter");
    assertThat(panel()).containsText("trop long");
    assertThat(panel()).hasClass(Pattern.compile("refused"));
    assertThat(panel().innerText().length()).as("the page is not flooded").isLessThan(400);
    assertThat(lines().first().innerText().length()).isLessThan(400);
    takeBack(tag);
  }

  /** Devices on loan to pupils of the first class of the agent's school, or of the others. */
  private static List<String> heldInOneClass(String comparison, int count) throws SQLException {
    return tags(
        "d.state = 'ON_LOAN' and (select p.class_id from loan l join pupil p on p.id = l.pupil_id"
            + " where l.id = d.open_loan_id) "
            + comparison
            + " (select p.class_id from device e join loan l on l.id = e.open_loan_id join pupil p on"
            + " p.id = l.pupil_id where e.home_school_id = s.id and e.place_school_id = s.id and"
            + " e.state = 'ON_LOAN' group by p.class_id having count(*) > 1 order by p.class_id"
            + " limit 1)",
        count);
  }

  private void paste(String text) {
    page()
        .evaluate(
            "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
                + " document.getElementById('code').dispatchEvent(new ClipboardEvent('paste',"
                + " { clipboardData: data, cancelable: true })); }",
            text);
  }

  private Locator served(String tag) {
    return page().locator(".pupil.served").filter(new Locator.FilterOptions().setHasText(tag));
  }
}
