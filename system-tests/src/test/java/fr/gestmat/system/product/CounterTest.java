package fr.gestmat.system.product;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests of the counter: an agent signed on, a scanner at hand, a look at the database. */
abstract class CounterTest extends BrowserTest {

  static final String AGENT = "Nadia Benhamou";
  static final String COLLEAGUE = "Marc Oberlin";
  static final String SCANS = "**/api/v1/scans";

  /** Keeps the heights of the tones that the page plays. */
  static final String LISTEN =
      """
      window.tones = [];
      const create = AudioContext.prototype.createOscillator;
      AudioContext.prototype.createOscillator = function () {
        const tone = create.call(this);
        const start = tone.start.bind(tone);
        tone.start = (at) => { window.tones.push(tone.frequency.value); start(at); };
        return tone;
      };
      """;

  Wedge wedge;

  @BeforeEach
  void listen() {
    page().addInitScript(LISTEN);
  }

  @AfterEach
  void putScannerAway() {
    if (wedge != null) {
      wedge.close();
    }
  }

  void openCounter(String agent, String path) {
    signOn(agent, path);
    ready();
  }

  void ready() {
    page().locator("#counter.ready").waitFor();
    if (wedge != null) {
      wedge.close();
    }
    wedge = new Wedge(page());
  }

  Locator panel() {
    return page().locator("#panel");
  }

  Locator lines() {
    return page().locator("#lines tr");
  }

  /** Tags of devices in stock at the agent's school. */
  static List<String> inStock(int count) throws SQLException {
    return tags("d.state = 'IN_STOCK'", count);
  }

  static List<String> onLoan(int count) throws SQLException {
    return tags("d.state = 'ON_LOAN'", count);
  }

  static List<String> tags(String condition, int count) throws SQLException {
    List<String> tags = new ArrayList<>();
    try (Connection connection = database();
        PreparedStatement query =
            connection.prepareStatement(
                "select d.asset_tag from device d join school s on s.id = d.home_school_id and s.id ="
                    + " d.place_school_id join role_grant g on g.school_id = s.id join account a on"
                    + " a.id = g.account_id where a.display_name = ? and "
                    + condition
                    + " order by d.asset_tag limit "
                    + count)) {
      query.setString(1, AGENT);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          tags.add(rows.getString(1));
        }
      }
    }
    assertThat(tags).as("the sample has enough devices").hasSize(count);
    return tags;
  }

  static String stateOf(String tag) throws SQLException {
    return value("select state from device where asset_tag = ?", tag);
  }

  /** Opens the class in which most pupils have no device yet; the first of them is called up. */
  void openClass() {
    page()
        .locator("#class")
        .selectOption(
            (String)
                page()
                    .evaluate(
                        """
                        () => [...document.querySelectorAll('#class option')].slice(1)
                          .map(o => ({ id: o.value, n: o.textContent.match(/: (\\d+) .* (\\d+) /) }))
                          .sort((a, b) => (b.n[2] - b.n[1]) - (a.n[2] - a.n[1]))[0].id
                        """));
    page().locator(".pupil[aria-current]").waitFor();
  }

  void takeBack(String tag) {
    wedge.scan(tag);
    assertThat(panel()).hasClass(Pattern.compile("\\bok\\b"));
    assertThat(panel()).containsText(tag);
  }

  /** One value of the database as text. */
  static String value(String sql, String... parameters) throws SQLException {
    try (Connection connection = database();
        PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        query.setString(i + 1, parameters[i]);
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  /** What the journal says of a device, oldest first. */
  static String journalOf(String tag) throws SQLException {
    return value(
        "select group_concat(action order by j.id separator ' ') from journal_entry j join device d"
            + " on d.id = j.subject_id and j.subject_type = 'DEVICE' where d.asset_tag = ?",
        tag);
  }

  /** Heights of the tones that were played so far, in hertz. */
  String tones() {
    return (String) page().evaluate("() => tones.join(' ')");
  }
}
