package fr.gestmat.lending.control.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gestmat.lending.control.incident.IncidentNotices.Now;
import fr.gestmat.lending.control.incident.IncidentPolicy.Why;
import fr.gestmat.lending.entity.IncidentState;
import fr.gestmat.notice.boundary.NoticeCheck.Queued;
import fr.gestmat.notice.entity.NoticeKind;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What families hear of incidents. */
class IncidentNoticesTest {

  @ParameterizedTest
  @CsvSource({
    "INCIDENT_DECIDED, DECIDED, '', true",
    "INCIDENT_DECIDED, CLOSED, SETTLED, true",
    "INCIDENT_DECIDED, CLOSED, FOUND, false",
    "INCIDENT_DECIDED, CANCELLED, MISTAKE, false",
    "INCIDENT_DECIDED, DECLARED, '', false",
    "DEVICE_FOUND, CLOSED, FOUND, true",
    "DEVICE_FOUND, DECIDED, '', false",
  })
  void a_notice_holds_as_long_as_the_incident_is_as_it_says(
      NoticeKind kind, IncidentState state, String closing, boolean holds) {
    Queued notice = new Queued(1, kind, 2, Map.of(), Instant.EPOCH);
    assertThat(IncidentNotices.holds(notice, Optional.of(new Now(state, closing))))
        .isEqualTo(holds);
    assertThat(IncidentNotices.holds(notice, Optional.empty())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Why.class)
  void a_sentence_is_whole_and_names_no_sum(Why why) {
    IncidentNotices.sentence(why)
        .ifPresent(sentence -> assertThat(sentence).endsWith(".").doesNotContain("€"));
  }
}
