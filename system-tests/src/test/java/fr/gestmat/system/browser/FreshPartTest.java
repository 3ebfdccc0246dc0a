package fr.gestmat.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A page that refreshes itself leaves the keyboard where it is. */
class FreshPartTest extends ModuleTest {

  private static final String PART =
      """
      const { put } = await import('/js/fresh.js');
      const part = (inner) => {
        const html = '<div id="work">' + inner + '</div>';
        return new DOMParser().parseFromString(html, 'text/html').getElementById('work');
      };
      const shown = () => document.getElementById('work');
      const at = () => document.activeElement;
      document.body.append(part('<p>1</p><a href="/a">A</a><a href="/b">B</a><input>'
        + '<form action="/stop"><button>Stop</button></form>'));
      """;

  private Object run(String steps) {
    return page.run(PART + steps);
  }

  @Test
  void focus_stays_on_the_same_link_and_the_same_button() {
    assertThat(
            run(
                """
                const next = '<a href="/b">B</a><form action="/stop"><button>Stop</button></form>';
                shown().querySelector('[href="/b"]').focus();
                const first = put(part('<p>2</p>' + next), shown());
                const link = shown().contains(at()) && at().getAttribute('href');
                shown().querySelector('button').focus();
                put(part('<p>3</p>' + next), shown());
                return [first, link, shown().contains(at()) && at().textContent].join(' ');
                """))
        .isEqualTo("true /b Stop");
  }

  @Test
  void what_is_the_same_stays_and_so_does_what_somebody_types_in() {
    assertThat(
            run(
                """
                const old = shown();
                const same = put(part(old.innerHTML), old);
                old.querySelector('input').focus();
                const typing = put(part('<p>2</p>'), old);
                return [same, typing, shown() === old].join(' ');
                """))
        .isEqualTo("false false true");
  }

  @Test
  void focus_goes_to_the_part_when_its_button_is_gone_and_the_part_stays_fresh() {
    assertThat(
            run(
                """
                shown().querySelector('button').focus();
                put(part('<p>2</p>'), shown());
                const gone = at() === shown();
                const again = put(part('<p>3</p>'), shown());
                return [gone, again, at() === shown(), shown().textContent].join(' ');
                """))
        .isEqualTo("true true true 3");
  }
}
